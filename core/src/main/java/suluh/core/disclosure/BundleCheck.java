package suluh.core.disclosure;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import suluh.core.bag.BagFolder;
import suluh.core.kernel.EvidenceId;
import suluh.core.kernel.Sha256Digest;
import suluh.core.ledger.EntryKind;
import suluh.core.ledger.LedgerEntry;

/**
 * Checks a bundle step by step as docs/formats/bundle.md numbers them, and stops at the first fault.
 *
 * <p>Trusts nothing in the bundle but, when no policy is given from outside, its own, and then says so. Time:
 * each file is read once; memory: the lists, the ledger part and the findings. Everything read whole has a limit.
 */
public final class BundleCheck {
    private final BundleFiles files;
    private final BundleLedger ledger;
    private final Trust trust;
    private final SortedMap<EvidenceId, LedgerEntry> seals = new TreeMap<>();
    private long pointers;

    private BundleCheck(BagFolder folder, Trust trust) {
        this.files = new BundleFiles(folder);
        this.ledger = new BundleLedger(files, trust);
        this.trust = trust;
    }

    /**
     * The verdict on a bundle.
     *
     * @param trust what the person checking has from elsewhere
     * @throws IOException when the folder itself cannot be read
     */
    public static BundleVerdict check(BagFolder folder, Trust trust) throws IOException {
        return new BundleCheck(folder, trust).run();
    }

    private BundleVerdict run() throws IOException {
        BundleSteps steps = new BundleSteps();
        Optional<BundleVerdict.NotVerified> fault = steps.run(List.of(
                new BundleSteps.Named("the files are those of a bundle", this::layout),
                new BundleSteps.Named("tag files are as listed", () -> files.tagFiles(BagText.howToVerify())),
                new BundleSteps.Named("payload files are as listed", files::payloadFiles),
                new BundleSteps.Named("the checkpoint is signed", ledger::signed),
                new BundleSteps.Named(
                        "the checkpoint is cosigned", () -> ledger.signatures().witnesses()),
                new BundleSteps.Named("each ledger entry is in the log", ledger::entries),
                new BundleSteps.Named("the ledger binds the payload", ledger::binding),
                new BundleSteps.Named("each piece of evidence is sealed", this::evidence),
                new BundleSteps.Named("findings point to sealed bytes", this::findings),
                new BundleSteps.Named("time-stamps are over the checkpoint", ledger::timestamps),
                new BundleSteps.Named(
                        "schedules are complete",
                        () -> documents()
                                .schedules(ledger.parts().stream()
                                        .map(LedgerPart::entry)
                                        .toList())),
                new BundleSteps.Named(
                        "documents state what they describe", () -> documents().documents())));
        if (fault.isPresent()) {
            return fault.get();
        }
        BundleSignatures signatures = ledger.signatures();
        return new BundleVerdict.Verified(
                steps.passed(),
                files.paths().size(),
                ledger.parts().size(),
                seals.size(),
                pointers,
                signatures.signer(),
                signatures.cosigners(),
                signatures.missing(),
                signatures.stampCount(),
                trust.policy().isPresent());
    }

    private BundleDocuments documents() {
        return new BundleDocuments(files.digests(), files::bytes);
    }

    private String layout() throws IOException, BundleFault {
        return files.layout(
                BundleLayout::isKnown,
                List.of(
                        BundleLayout.BAGIT,
                        BundleLayout.BAG_INFO,
                        BundleLayout.MANIFEST,
                        BundleLayout.TAG_MANIFEST,
                        BundleLayout.HOW_TO_VERIFY,
                        BundleLayout.REPORT,
                        BundleLayout.FINDINGS,
                        BundleLayout.READING_REPORT,
                        BundleLayout.CASE_GRAPH,
                        BundleLayout.CHECKPOINT,
                        BundleLayout.ENTRIES,
                        BundleLayout.POLICY),
                BundleLayout.FORMAT);
    }

    private String evidence() throws BundleFault {
        for (LedgerPart part : ledger.parts()) {
            if (part.entry().kind() == EntryKind.EVIDENCE_SEALED) {
                seal(part);
            }
        }
        SortedSet<String> unsealed = new TreeSet<>(files.digests().keySet().stream()
                .filter(p -> p.startsWith(BundleLayout.EVIDENCE_FOLDER))
                .toList());
        seals.values()
                .forEach(entry -> unsealed.remove(
                        BundleLayout.evidence(entry.digests().getOrDefault("sha256", BundleFiles.MISSING))));
        if (!unsealed.isEmpty()) {
            throw new BundleFault(unsealed.getFirst(), "a ledger entry that seals it", "none");
        }
        return seals.size() + " items";
    }

    private void seal(LedgerPart part) throws BundleFault {
        LedgerEntry entry = part.entry();
        String where = "ledger entry " + part.index();
        Sha256Digest sha256 = entry.digests().getOrDefault("sha256", BundleFiles.MISSING);
        String path = BundleLayout.evidence(sha256);
        Sha256Digest found = files.digests().get(path);
        String item = entry.subject().getOrDefault("item", "");
        if (found == null && !ledger.isPurged(item)) {
            throw new BundleFault(where + ", " + path, "the sealed file, or a later entry evidence-purged", "nothing");
        }
        if (found != null && !found.equals(sha256)) {
            throw new BundleFault(path, "bytes with the digest that is its name", found.hex());
        }
        long sealedBytes = entry.figures().getOrDefault("sizeBytes", -1L);
        if (found != null && sealedBytes != files.sizeBytes(path)) {
            throw new BundleFault(path, sealedBytes + " bytes", files.sizeBytes(path) + " bytes");
        }
        try {
            seals.put(new EvidenceId(item), entry);
        } catch (IllegalArgumentException e) {
            throw new BundleFault(where, "the id of an item", item);
        }
    }

    private String findings() throws IOException, BundleFault {
        List<LedgerPart> made = ledger.parts().stream()
                .filter(part -> part.entry().kind() == EntryKind.FINDINGS_MADE)
                .toList();
        if (made.isEmpty()) {
            throw new BundleFault(BundleLayout.ENTRIES, "an entry findings-made", "none");
        }
        LedgerPart latest = made.getLast();
        BundleLedger.bound(
                "ledger entry " + latest.index() + ", findings",
                latest.entry(),
                "findings",
                files.digest(BundleLayout.FINDINGS));
        pointers = FindingsPointers.check(files.bytes(BundleLayout.FINDINGS), seals);
        return pointers + " pointers";
    }
}
