package suluh.exports.meta.returned;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import suluh.core.observation.FileFate;
import suluh.core.observation.FileReading;
import suluh.core.observation.ObservationSink;
import suluh.exports.ExportFile;
import suluh.exports.KeyNames;
import suluh.exports.ReadingCode;
import suluh.exports.ReadingContext;
import suluh.exports.ReadingTally;
import suluh.exports.markup.MarkupCursor;

/**
 * Reads a page of a return to legal process: {@code records.html}, {@code preservation-N.html}, {@code index.html}.
 *
 * <p>One pass, memory for one record. Format page: docs/formats/meta-return.md.
 */
public final class ReturnReader {
    public static final String FORMAT = "meta-return";

    private static final String SECTION = "id=\"property-";

    private ReturnReader() {}

    /** True when the name and the beginning of a page are those of a return. */
    public static boolean looksLikeReturn(String path, String head) {
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        boolean sections = head.contains(SECTION);
        return sections || (name.matches("(records|preservation[-_]?\\d*)\\.html?") && head.contains("content-pane"));
    }

    /** Reads the whole page; a fault of the stream is an {@link IOException}, every other fault an alarm. */
    public static FileReading read(ExportFile file, ReadingContext context, ObservationSink sink) throws IOException {
        ReadingTally tally = new ReadingTally(file, FORMAT, sink);
        Sections sections = new Sections(new ReturnScope(file, context, tally), tally);
        try (MarkupCursor page = MarkupCursor.html(file.open(), StandardCharsets.UTF_8)) {
            new ReturnPage(page, tally, sections).run();
        }
        return sections.finish();
    }

    /** Hands each record to who knows its section, and counts it. */
    private static final class Sections implements ReturnPage.Records {
        private static final String EMPTY = "No responsive records";

        private final ReturnScope scope;
        private final ReadingTally tally;
        private final AccountSections account;
        private final MessageSections messages;
        private final LabelCoverage coverage;
        private String section = "";
        private boolean unknownTold;
        private int sections;

        Sections(ReturnScope scope, ReadingTally tally) {
            this.scope = scope;
            this.tally = tally;
            this.coverage = new LabelCoverage(tally);
            this.account = new AccountSections(scope, coverage);
            this.messages = new MessageSections(scope, tally, coverage);
        }

        @Override
        public void beginSection(String name, long offset) {
            section = name;
            sections++;
            unknownTold = false;
            messages.beginSection(name);
        }

        @Override
        public void take(List<String> list, String loose, ReturnRecord record) {
            if (isDefinition(record)) {
                return;
            }
            if (holdsNothing(record)) {
                tally.recordSkipped("section without records");
                return;
            }
            if (messages.takes(section, list, record)) {
                messages.take(list, loose, record);
            } else if (account.take(section, record)) {
                tally.recordRead();
            } else if (AccountSections.isKnown(section)) {
                tally.recordNotUnderstood();
                tally.alarmOnce(
                        ReadingCode.RECORD_INCOMPLETE,
                        section,
                        "a record of the section " + KeyNames.shown(section) + " lacks what makes it one",
                        record.start());
            } else {
                tellUnknown(record);
            }
            scope.tellLinked(record);
        }

        @Override
        public void endSection() {
            messages.endSection();
        }

        FileReading finish() {
            coverage.tell();
            if (sections == 0) {
                tally.alarm(ReadingCode.SECTION_UNKNOWN, "the page has no section of a return", -1);
                return tally.finish(FileFate.NOT_UNDERSTOOD, "a page named like a return's, without its sections");
            }
            return tally.finish();
        }

        private void tellUnknown(ReturnRecord record) {
            tally.recordNotUnderstood();
            if (!unknownTold) {
                unknownTold = true;
                tally.alarmOnce(
                        ReadingCode.SECTION_UNKNOWN,
                        section,
                        "an unknown section stands in the return; it was not read: " + KeyNames.shown(section),
                        record.start());
            }
        }

        /** The provider explains each section in a field of its own. */
        private static boolean isDefinition(ReturnRecord record) {
            return record.nested().isEmpty()
                    && record.fields().stream().allMatch(field -> field.label().endsWith("Definition"));
        }

        private static boolean holdsNothing(ReturnRecord record) {
            return record.nested().isEmpty()
                    && record.fields().stream()
                            .filter(field -> !field.label().endsWith("Definition"))
                            .allMatch(field -> field.value().startsWith(EMPTY));
        }
    }
}
