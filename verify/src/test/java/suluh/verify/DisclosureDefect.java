package suluh.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import suluh.core.disclosure.BundleLayout;
import suluh.core.disclosure.DisclosureLayout;
import suluh.core.disclosure.selection.Edition;
import suluh.core.kernel.Sha256Digest;

/**
 * One way to break a good disclosure, and the step that must find it. Changes of the lines are signed: the forger is
 * somebody who holds the log's key. Changes of files come after signing.
 *
 * @param step number of the step of docs/formats/disclosure.md
 * @param edition which bundle is checked
 * @param isOfBoth true when the redacted one is checked against the full one
 * @param breaking changes before signing
 * @param tampering changes of the written folders
 */
record DisclosureDefect(
        String name, int step, Edition edition, boolean isOfBoth, Breaking breaking, Tampering tampering) {
    /** Changes a disclosure before it is written. */
    interface Breaking {
        void change(SmallDisclosure disclosure) throws Exception;
    }

    /** Changes the folder in which both bundles lie. */
    interface Tampering {
        void change(Path folder) throws IOException;
    }

    private static final int FIRST_CHILD_MESSAGE = 2;
    private static final int SUBJECT_MESSAGE = 3;

    static List<DisclosureDefect> all() {
        List<DisclosureDefect> all = new ArrayList<>();
        all.addAll(ofFiles());
        all.addAll(ofTheLedger());
        all.addAll(ofRecords());
        all.addAll(ofTheLog());
        all.addAll(ofOpenings());
        all.addAll(ofTheRelation());
        return all;
    }

    @Override
    public String toString() {
        return name;
    }

    private static List<DisclosureDefect> ofFiles() {
        return List.of(
                tampered(
                        "openings-in-the-redacted-bundle",
                        1,
                        folder -> Files.copy(
                                folder.resolve("full").resolve(DisclosureLayout.OPENINGS),
                                folder.resolve("redacted").resolve(DisclosureLayout.OPENINGS))),
                tampered(
                        "missing-report",
                        1,
                        folder -> Files.delete(folder.resolve("redacted").resolve(BundleLayout.courtPdf("ms")))),
                tampered(
                        "missing-redaction-log",
                        1,
                        folder -> Files.delete(folder.resolve("redacted").resolve(DisclosureLayout.REDACTIONS))),
                tampered("edition-renamed", 1, folder -> {
                    Path about = folder.resolve("redacted").resolve(BundleLayout.BAG_INFO);
                    Files.writeString(about, Files.readString(about).replace("redacted", "partial"));
                }),
                tampered("altered-redacted-text", 3, folder -> {
                    Path records = folder.resolve("redacted").resolve(DisclosureLayout.RECORDS);
                    Files.writeString(records, Files.readString(records).replace("hello", "hallo"));
                }));
    }

    private static List<DisclosureDefect> ofTheLedger() {
        return List.of(
                alone("edition-of-another-entry", 7, disclosure -> disclosure.entriesNameTheOther = true),
                alone("approved-by-the-asker", 8, disclosure -> disclosure.approvedBy = disclosure.askedBy),
                alone("approval-of-another-plan", 8, disclosure -> disclosure.approvedPlan = "dp-8899aabbccddeeff"));
    }

    private static List<DisclosureDefect> ofRecords() {
        return List.of(
                alone("missing-record", 9, disclosure -> disclosure.redacted.remove(SUBJECT_MESSAGE)),
                alone("missing-last-record", 9, disclosure -> disclosure.redacted.removeLast()),
                alone(
                        "extra-record",
                        9,
                        disclosure -> disclosure.redacted.add(
                                disclosure.redacted.getLast().replace("\"number\":5", "\"number\":6"))),
                alone("records-turned", 9, disclosure -> Collections.swap(disclosure.redacted, 3, 4)),
                alone(
                        "record-not-in-its-form",
                        9,
                        disclosure -> replace(disclosure.redacted, SUBJECT_MESSAGE, "\"number\":", "\"number\": ")),
                alone(
                        "record-rests-on-another-item",
                        11,
                        disclosure -> replace(
                                disclosure.redacted,
                                SUBJECT_MESSAGE,
                                SmallDisclosure.ITEM.value(),
                                "ev-00000000000000000000000000000000")),
                alone(
                        "item-with-another-digest",
                        11,
                        disclosure -> replace(
                                disclosure.redacted,
                                1,
                                Sha256Digest.of(SmallDisclosure.CHAT).hex(),
                                "0".repeat(64))),
                full("evidence-without-a-record", 11, disclosure -> {
                    byte[] other = SmallBundle.bytes("other");
                    disclosure.evidence.put(BundleLayout.evidence(Sha256Digest.of(other)), other);
                }),
                full("missing-evidence", 11, disclosure -> disclosure.evidence.clear()),
                alone(
                        "report-of-another-payload",
                        12,
                        disclosure -> disclosure.report = described -> "describes " + "0".repeat(64)),
                alone(
                        "another-reading-copy",
                        12,
                        disclosure -> disclosure.instead.put(
                                DisclosureLayout.READING_COPY, SmallBundle.bytes("<!DOCTYPE html>"))));
    }

    private static List<DisclosureDefect> ofTheLog() {
        return List.of(
                alone("missing-log-line", 10, disclosure -> disclosure.redactions.remove(1)),
                alone(
                        "extra-log-line",
                        10,
                        disclosure -> disclosure.redactions.add(disclosure
                                .redactions
                                .getLast()
                                .replace("\"start\":0", "\"start\":40")
                                .replaceAll("\"end\":[0-9]+", "\"end\":49"))),
                alone("log-lines-turned", 10, disclosure -> Collections.swap(disclosure.redactions, 0, 1)),
                alone(
                        "passage-not-hidden",
                        10,
                        disclosure ->
                                replace(disclosure.redacted, FIRST_CHILD_MESSAGE, "I am ⟦child 1⟧", "I am Melati")),
                alone(
                        "passage-of-another-kind",
                        10,
                        disclosure ->
                                replace(disclosure.redacted, FIRST_CHILD_MESSAGE, "I am ⟦child 1⟧", "I am ⟦place 1⟧")),
                alone(
                        "passage-moved",
                        10,
                        disclosure -> replace(
                                disclosure.redacted, FIRST_CHILD_MESSAGE, "I am ⟦child 1⟧", "am I: ⟦child 1⟧")));
    }

    private static List<DisclosureDefect> ofOpenings() {
        return List.of(
                full(
                        "wrong-salt",
                        10,
                        disclosure -> disclosure.openings.set(
                                1, disclosure.openings.get(1).replaceFirst("(\"salt\":\")[0-9a-f]{8}", "$1abababab"))),
                full("wrong-original", 10, disclosure -> replace(disclosure.openings, 1, "Melati", "Mawar!")),
                full("missing-opening", 10, disclosure -> disclosure.openings.remove(1)),
                full("extra-opening", 10, disclosure -> disclosure.openings.add(disclosure.openings.getLast())),
                full(
                        "original-stands-elsewhere",
                        10,
                        disclosure -> replace(disclosure.full, FIRST_CHILD_MESSAGE, "I am Melati", "Melati I am")));
    }

    private static List<DisclosureDefect> ofTheRelation() {
        return List.of(
                related("full-for-redacted", 14, disclosure -> {}, DisclosureDefect::swap),
                related(
                        "another-commitment",
                        15,
                        disclosure -> disclosure.redactedLog = lines -> {
                            List<String> others = new ArrayList<>(lines);
                            replace(others, 0, "\"commitment\":\"", "\"commitment\":\"" + "0".repeat(64));
                            others.set(0, others.getFirst().replaceFirst("(0{64})[0-9a-f]{64}", "$1"));
                            return others;
                        },
                        folder -> {}),
                related(
                        "another-word-besides",
                        16,
                        disclosure -> replace(disclosure.redacted, SUBJECT_MESSAGE, "write to", "wrote to"),
                        folder -> {}),
                related(
                        "another-figure",
                        16,
                        disclosure -> replace(disclosure.redacted, SUBJECT_MESSAGE, "\"offset\":0", "\"offset\":1"),
                        folder -> {}),
                related(
                        "a-field-left-out",
                        16,
                        disclosure -> replace(disclosure.redacted, SUBJECT_MESSAGE, "\"sender\":\"x:subject\",", ""),
                        folder -> {}),
                related(
                        "full-bundle-says-more",
                        16,
                        disclosure -> replace(disclosure.full, SUBJECT_MESSAGE, ", Melati", ", Melati!"),
                        folder -> {}));
    }

    private static void swap(Path folder) throws IOException {
        Files.move(folder.resolve("full"), folder.resolve("other"));
        Files.move(folder.resolve("redacted"), folder.resolve("full"));
        Files.move(folder.resolve("other"), folder.resolve("redacted"));
    }

    private static void replace(List<String> lines, int index, String what, String with) {
        String line = lines.get(index);
        if (!line.contains(what)) {
            throw new IllegalStateException("nothing to break: " + what + " in " + line);
        }
        lines.set(index, line.replace(what, with));
    }

    /** Found in the redacted bundle alone. */
    private static DisclosureDefect alone(String name, int step, Breaking breaking) {
        return new DisclosureDefect(name, step, Edition.REDACTED, false, breaking, folder -> {});
    }

    /** Found in the full bundle alone. */
    private static DisclosureDefect full(String name, int step, Breaking breaking) {
        return new DisclosureDefect(name, step, Edition.FULL, false, breaking, folder -> {});
    }

    private static DisclosureDefect tampered(String name, int step, Tampering tampering) {
        return new DisclosureDefect(name, step, Edition.REDACTED, false, disclosure -> {}, tampering);
    }

    /** Found only when the redacted bundle is held against the full one. */
    private static DisclosureDefect related(String name, int step, Breaking breaking, Tampering tampering) {
        return new DisclosureDefect(name, step, Edition.REDACTED, true, breaking, tampering);
    }
}
