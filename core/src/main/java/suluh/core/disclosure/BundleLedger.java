package suluh.core.disclosure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import suluh.core.kernel.Sha256Digest;
import suluh.core.ledger.Checkpoint;
import suluh.core.ledger.EntryKind;
import suluh.core.ledger.LedgerEntry;
import suluh.core.ledger.LedgerFormatException;

/** The ledger part of a bundle under check: who signed, which entries, and what the last one binds. */
final class BundleLedger {
    private final BundleFiles files;
    private final Trust trust;
    private final List<LedgerPart> parts = new ArrayList<>();
    private @Nullable BundleSignatures signatures;

    BundleLedger(BundleFiles files, Trust trust) {
        this.files = files;
        this.trust = trust;
    }

    /** Entries that were read, in log order. */
    List<LedgerPart> parts() {
        return Collections.unmodifiableList(parts);
    }

    BundleSignatures signatures() {
        if (signatures == null) {
            throw new IllegalStateException("the checkpoint's step comes first");
        }
        return signatures;
    }

    /** The entry bundle-assembled, after {@link #binding}. */
    LedgerEntry assembled() {
        return parts.getLast().entry();
    }

    /** Step: the checkpoint is signed. */
    String signed() throws IOException, BundleFault, LedgerFormatException {
        signatures =
                BundleSignatures.read(files.bytes(BundleLayout.CHECKPOINT), files.bytes(BundleLayout.POLICY), trust);
        return signatures().log();
    }

    /** Step: time-stamps are over the checkpoint. */
    String timestamps() throws IOException, BundleFault {
        SortedMap<String, byte[]> tokens = new TreeMap<>();
        for (String path :
                files.paths().stream().filter(BundleLayout::isTimestamp).toList()) {
            tokens.put(path, files.bytes(path));
        }
        return signatures().timestamps(tokens);
    }

    /** Step: each entry is in the log. */
    String entries() throws IOException, BundleFault, LedgerFormatException {
        Checkpoint checkpoint = signatures().checkpoint();
        String text = files.text(BundleLayout.ENTRIES);
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

    /** Step: the last entry binds payload and bag-info, and all are of one case. */
    String binding() throws IOException, BundleFault {
        if (parts.isEmpty() || parts.getLast().entry().kind() != EntryKind.BUNDLE_ASSEMBLED) {
            throw new BundleFault(BundleLayout.ENTRIES, "bundle-assembled as the last entry", "none");
        }
        LedgerEntry assembled = assembled();
        String where = "ledger entry " + parts.getLast().index();
        for (LedgerPart part : parts) {
            if (!part.entry().caseNumber().equals(assembled.caseNumber())) {
                throw new BundleFault(
                        "ledger entry " + part.index(),
                        "case " + assembled.caseNumber(),
                        "case " + part.entry().caseNumber());
            }
        }
        bound(where + ", payload", assembled, "payload", BagText.payloadDigest(files.digests()));
        bound(where + ", bag-info", assembled, "bagInfo", files.digestOf(BundleLayout.BAG_INFO));
        return "case " + assembled.caseNumber() + ", assembled " + assembled.at();
    }

    /** Checks that an entry carries this digest under this name. */
    static void bound(String where, LedgerEntry entry, String name, Sha256Digest found) throws BundleFault {
        Sha256Digest expected = entry.digests().getOrDefault(name, BundleFiles.MISSING);
        if (!expected.equals(found)) {
            throw new BundleFault(where, expected.hex(), found.hex());
        }
    }

    /** True when an entry says that the item was purged. */
    boolean isPurged(String item) {
        return parts.stream()
                .map(LedgerPart::entry)
                .anyMatch(entry -> entry.kind() == EntryKind.EVIDENCE_PURGED
                        && item.equals(entry.subject().get("item")));
    }
}
