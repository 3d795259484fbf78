package suluh.core.disclosure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import suluh.core.disclosure.schedule.SchedulesCheck;
import suluh.core.kernel.Sha256Digest;
import suluh.core.ledger.LedgerEntry;

/** The steps of a check that look at schedules and at what people read; a bundle may have none of them. */
final class BundleDocuments {
    private final SortedMap<String, Sha256Digest> digests;
    private final Reader reader;

    /** Reads a file of the bundle, whole and bounded. */
    interface Reader {
        byte[] bytes(String path) throws IOException, BundleFault;
    }

    /** The files of a bundle, by path, after their digests were checked. */
    BundleDocuments(SortedMap<String, Sha256Digest> digests, Reader reader) {
        this.digests = new TreeMap<>(digests);
        this.reader = reader;
    }

    /** Schedules are complete: against what was sealed, what is present, and what the ledger says was handed out. */
    String schedules(List<LedgerEntry> entries) throws IOException, BundleFault {
        if (!digests.containsKey(BundleLayout.SCHEDULES)) {
            return "no schedules";
        }
        SortedMap<String, Sha256Digest> evidence = new TreeMap<>();
        digests.forEach((path, digest) -> {
            if (path.startsWith(BundleLayout.EVIDENCE_FOLDER)) {
                evidence.put(path.substring(BundleLayout.EVIDENCE_FOLDER.length()), digest);
            }
        });
        SchedulesCheck check = new SchedulesCheck(entries, evidence);
        Optional<SchedulesCheck.Fault> fault = check.run(reader.bytes(BundleLayout.SCHEDULES));
        if (fault.isPresent()) {
            throw new BundleFault(
                    fault.get().where(), fault.get().expected(), fault.get().found());
        }
        return check.compared() + " lines";
    }

    /** Each document states the digest of the payload that it describes, in plain bytes. */
    String documents() throws IOException, BundleFault {
        List<String> present = BundleLayout.DOCUMENTS.stream()
                .filter(path -> digests.containsKey(path))
                .toList();
        String described = BagText.describedDigest(digests).hex();
        for (String path : present) {
            if (!new String(reader.bytes(path), StandardCharsets.ISO_8859_1).contains(described)) {
                throw new BundleFault(path, "the digest " + described + " of what it describes", "another, or none");
            }
        }
        return present.isEmpty() ? "no documents" : present.size() + " documents, describing " + described;
    }
}
