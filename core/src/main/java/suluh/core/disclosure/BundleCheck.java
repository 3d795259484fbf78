package suluh.core.disclosure;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import suluh.core.bag.BagFolder;
import suluh.core.kernel.EvidenceId;
import suluh.core.kernel.Sha256Digest;
import suluh.core.ledger.Checkpoint;
import suluh.core.ledger.EntryKind;
import suluh.core.ledger.LedgerEntry;
import suluh.core.ledger.LedgerFormatException;

/**
 * Checks a bundle step by step as docs/formats/bundle.md numbers them, and stops at the first fault.
 *
 * <p>Trusts nothing in the bundle but, when no policy is given from outside, its own, and then says so. Time:
 * each file is read once; memory: the lists, the ledger part and the findings. Everything read whole has a limit.
 */
public final class BundleCheck {
    /** Lists of a bundle with a million items; a larger one is an attack on the verifier. */
    private static final int MAX_TEXT_BYTES = 256 << 20;

    private static final int MAX_FILES = 4_000_000;
    private static final int BUFFER_BYTES = 1 << 16;

    private final BagFolder folder;
    private final Trust trust;
    private final List<BundleVerdict.Step> steps = new ArrayList<>();

    private SortedSet<String> paths = new java.util.TreeSet<>();
    private final SortedMap<String, Sha256Digest> digests = new TreeMap<>();
    private final SortedMap<String, Long> sizes = new TreeMap<>();
    private final List<LedgerPart> parts = new ArrayList<>();
    private final SortedMap<EvidenceId, LedgerEntry> seals = new TreeMap<>();
    private @Nullable BundleSignatures signatures;
    private long pointers;

    private interface StepBody {
        String run() throws IOException, BundleFault, LedgerFormatException;
    }

    private record NamedStep(String title, StepBody body) {}

    private BundleCheck(BagFolder folder, Trust trust) {
        this.folder = folder;
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
        List<NamedStep> all = List.of(
                new NamedStep("the files are those of a bundle", this::layout),
                new NamedStep("tag files are as listed", this::tagFiles),
                new NamedStep("payload files are as listed", this::payloadFiles),
                new NamedStep("the checkpoint is signed", this::checkpointSigned),
                new NamedStep("the checkpoint is cosigned", () -> signatures().witnesses()),
                new NamedStep("each ledger entry is in the log", this::entries),
                new NamedStep("the ledger binds the payload", this::binding),
                new NamedStep("each piece of evidence is sealed", this::evidence),
                new NamedStep("findings point to sealed bytes", this::findings),
                new NamedStep("time-stamps are over the checkpoint", this::timestamps),
                new NamedStep(
                        "schedules are complete",
                        () -> documents()
                                .schedules(parts.stream().map(LedgerPart::entry).toList())),
                new NamedStep(
                        "documents state what they describe", () -> documents().documents()));
        for (int i = 0; i < all.size(); i++) {
            NamedStep step = all.get(i);
            try {
                steps.add(
                        new BundleVerdict.Step(i + 1, step.title(), step.body().run()));
            } catch (BundleFault fault) {
                return new BundleVerdict.NotVerified(
                        steps, i + 1, step.title(), fault.where(), fault.expected(), fault.found());
            } catch (LedgerFormatException damage) {
                String message = damage.getMessage() == null ? "damage" : damage.getMessage();
                return new BundleVerdict.NotVerified(
                        steps, i + 1, step.title(), BundleLayout.LEDGER_FOLDER, "the documented form", message);
            }
        }
        return new BundleVerdict.Verified(
                steps,
                paths.size(),
                parts.size(),
                seals.size(),
                pointers,
                signatures().signer(),
                signatures().cosigners(),
                signatures().missing(),
                signatures().stampCount(),
                trust.policy().isPresent());
    }

    private String layout() throws IOException, BundleFault {
        paths = folder.paths();
        if (paths.size() > MAX_FILES) {
            throw new BundleFault("the folder", "at most " + MAX_FILES + " files", paths.size() + " files");
        }
        for (String path : paths) {
            if (!BundleLayout.isKnown(path)) {
                throw new BundleFault(path, "only the files of " + BundleLayout.FORMAT, "a file that does not belong");
            }
        }
        for (String required : List.of(
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
                BundleLayout.POLICY)) {
            if (!paths.contains(required)) {
                throw new BundleFault(required, "the file", "nothing");
            }
        }
        return paths.size() + " files";
    }

    private String tagFiles() throws IOException, BundleFault {
        exactly(BundleLayout.BAGIT, BagText.BAGIT);
        exactly(BundleLayout.HOW_TO_VERIFY, BagText.howToVerify());
        SortedMap<String, Sha256Digest> listed = list(BundleLayout.TAG_MANIFEST);
        SortedSet<String> tagFiles = new java.util.TreeSet<>(paths);
        tagFiles.removeIf(path -> BundleLayout.isPayload(path) || path.equals(BundleLayout.TAG_MANIFEST));
        compare(listed, tagFiles, BundleLayout.TAG_MANIFEST);
        return listed.size() + " files";
    }

    private String payloadFiles() throws IOException, BundleFault {
        SortedMap<String, Sha256Digest> listed = list(BundleLayout.MANIFEST);
        SortedSet<String> payload = new java.util.TreeSet<>(paths);
        payload.removeIf(path -> !BundleLayout.isPayload(path));
        compare(listed, payload, BundleLayout.MANIFEST);
        long sizeBytes =
                payload.stream().mapToLong(path -> sizes.getOrDefault(path, 0L)).sum();
        return listed.size() + " files, " + sizeBytes + " bytes";
    }

    private String checkpointSigned() throws IOException, BundleFault, LedgerFormatException {
        signatures = BundleSignatures.read(bytes(BundleLayout.CHECKPOINT), bytes(BundleLayout.POLICY), trust);
        return signatures().log();
    }

    private BundleSignatures signatures() {
        if (signatures == null) {
            throw new IllegalStateException("the checkpoint's step comes first");
        }
        return signatures;
    }

    private String timestamps() throws IOException, BundleFault {
        SortedMap<String, byte[]> tokens = new TreeMap<>();
        for (String path : paths.stream().filter(BundleLayout::isTimestamp).toList()) {
            tokens.put(path, bytes(path));
        }
        return signatures().timestamps(tokens);
    }

    private BundleDocuments documents() {
        return new BundleDocuments(digests, this::bytes);
    }

    private String entries() throws IOException, BundleFault, LedgerFormatException {
        Checkpoint checkpoint = signatures().checkpoint();
        String text = text(BundleLayout.ENTRIES);
        long last = -1;
        for (String line : text.split("\n", -1)) {
            if (line.isEmpty()) {
                continue;
            }
            LedgerPart part = LedgerPart.parse(line);
            String where = "ledger entry " + part.index();
            if (part.index() <= last) {
                throw new BundleFault(where, "entries in the order of the log", "entry " + last + " before it");
            }
            if (!part.isIn(checkpoint.size(), checkpoint.root())) {
                throw new BundleFault(where, "a path to root " + checkpoint.root(), "a path to another root, or none");
            }
            last = part.index();
            parts.add(part);
        }
        StringBuilder again = new StringBuilder();
        parts.forEach(part -> again.append(part.line()));
        if (!again.toString().equals(text)) {
            throw new BundleFault(BundleLayout.ENTRIES, "one line for each entry", "another form of it");
        }
        return parts.size() + " entries, log of " + checkpoint.size();
    }

    private String binding() throws IOException, BundleFault {
        if (parts.isEmpty() || parts.getLast().entry().kind() != EntryKind.BUNDLE_ASSEMBLED) {
            throw new BundleFault(BundleLayout.ENTRIES, "bundle-assembled as the last entry", "none");
        }
        LedgerEntry assembled = parts.getLast().entry();
        String where = "ledger entry " + parts.getLast().index();
        for (LedgerPart part : parts) {
            if (!part.entry().caseNumber().equals(assembled.caseNumber())) {
                throw new BundleFault(
                        "ledger entry " + part.index(),
                        "case " + assembled.caseNumber(),
                        "case " + part.entry().caseNumber());
            }
        }
        digest(where + ", payload", assembled, "payload", BagText.payloadDigest(digests));
        digest(where + ", bag-info", assembled, "bagInfo", digestOf(BundleLayout.BAG_INFO));
        return "case " + assembled.caseNumber() + ", assembled " + assembled.at();
    }

    private String evidence() throws BundleFault {
        for (LedgerPart part : parts) {
            if (part.entry().kind() == EntryKind.EVIDENCE_SEALED) {
                seal(part);
            }
        }
        SortedSet<String> unsealed = new java.util.TreeSet<>(digests.keySet().stream()
                .filter(p -> p.startsWith(BundleLayout.EVIDENCE_FOLDER))
                .toList());
        seals.values()
                .forEach(entry ->
                        unsealed.remove(BundleLayout.evidence(entry.digests().getOrDefault("sha256", MISSING))));
        if (!unsealed.isEmpty()) {
            throw new BundleFault(unsealed.getFirst(), "a ledger entry that seals it", "none");
        }
        return seals.size() + " items";
    }

    private static final Sha256Digest MISSING = new Sha256Digest("0".repeat(64));

    private void seal(LedgerPart part) throws BundleFault {
        LedgerEntry entry = part.entry();
        String where = "ledger entry " + part.index();
        Sha256Digest sha256 = entry.digests().getOrDefault("sha256", MISSING);
        String path = BundleLayout.evidence(sha256);
        Sha256Digest found = digests.get(path);
        String item = entry.subject().getOrDefault("item", "");
        if (found == null && !isPurged(item)) {
            throw new BundleFault(where + ", " + path, "the sealed file, or a later entry evidence-purged", "nothing");
        }
        if (found != null && !found.equals(sha256)) {
            throw new BundleFault(path, "bytes with the digest that is its name", found.hex());
        }
        long sealedBytes = entry.figures().getOrDefault("sizeBytes", -1L);
        if (found != null && sealedBytes != sizes.getOrDefault(path, -2L)) {
            throw new BundleFault(path, sealedBytes + " bytes", sizes.get(path) + " bytes");
        }
        try {
            seals.put(new EvidenceId(item), entry);
        } catch (IllegalArgumentException e) {
            throw new BundleFault(where, "the id of an item", item);
        }
    }

    private boolean isPurged(String item) {
        return parts.stream()
                .map(LedgerPart::entry)
                .anyMatch(entry -> entry.kind() == EntryKind.EVIDENCE_PURGED
                        && item.equals(entry.subject().get("item")));
    }

    private String findings() throws IOException, BundleFault {
        List<LedgerPart> made = parts.stream()
                .filter(part -> part.entry().kind() == EntryKind.FINDINGS_MADE)
                .toList();
        if (made.isEmpty()) {
            throw new BundleFault(BundleLayout.ENTRIES, "an entry findings-made", "none");
        }
        LedgerPart latest = made.getLast();
        digest(
                "ledger entry " + latest.index() + ", findings",
                latest.entry(),
                "findings",
                digests.getOrDefault(BundleLayout.FINDINGS, MISSING));
        pointers = FindingsPointers.check(bytes(BundleLayout.FINDINGS), seals);
        return pointers + " pointers";
    }

    private static void digest(String where, LedgerEntry entry, String name, Sha256Digest found) throws BundleFault {
        Sha256Digest expected = entry.digests().getOrDefault(name, MISSING);
        if (!expected.equals(found)) {
            throw new BundleFault(where, expected.hex(), found.hex());
        }
    }

    private void compare(SortedMap<String, Sha256Digest> listed, SortedSet<String> present, String list)
            throws IOException, BundleFault {
        for (String path : present) {
            Sha256Digest expected = listed.get(path);
            if (expected == null) {
                throw new BundleFault(path, "a line in " + list, "none");
            }
            Sha256Digest found = digestOf(path);
            if (!found.equals(expected)) {
                throw new BundleFault(path, expected.hex(), found.hex());
            }
            digests.put(path, found);
        }
        for (String path : listed.keySet()) {
            if (!present.contains(path)) {
                throw new BundleFault(path, "the file that " + list + " names", "nothing");
            }
        }
    }

    private SortedMap<String, Sha256Digest> list(String path) throws IOException, BundleFault {
        SortedMap<String, Sha256Digest> files = BagText.parseManifest(text(path));
        if (files.isEmpty()) {
            throw new BundleFault(path, "lines of digest, two spaces and path, in order", "another form");
        }
        return files;
    }

    private void exactly(String path, String expected) throws IOException, BundleFault {
        if (!text(path).equals(expected)) {
            throw new BundleFault(path, "the text that every bundle has", "another text");
        }
    }

    private String text(String path) throws IOException, BundleFault {
        byte[] bytes = bytes(path);
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (!java.util.Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes)) {
            throw new BundleFault(path, "UTF-8", "other bytes");
        }
        return text;
    }

    private byte[] bytes(String path) throws IOException, BundleFault {
        try (InputStream in = folder.open(path)) {
            byte[] bytes = in.readNBytes(MAX_TEXT_BYTES + 1);
            if (bytes.length > MAX_TEXT_BYTES) {
                throw new BundleFault(path, "at most " + MAX_TEXT_BYTES + " bytes", "more");
            }
            return bytes;
        }
    }

    private Sha256Digest digestOf(String path) throws IOException {
        MessageDigest digest = Sha256Digest.newMessageDigest();
        byte[] buffer = new byte[BUFFER_BYTES];
        long size = 0;
        try (InputStream in = folder.open(path)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                size += read;
            }
        }
        sizes.put(path, size);
        return Sha256Digest.ofRaw(digest.digest());
    }
}
