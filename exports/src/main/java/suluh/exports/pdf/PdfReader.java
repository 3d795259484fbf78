package suluh.exports.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import suluh.core.observation.ConversationRef;
import suluh.core.observation.ConversationType;
import suluh.core.observation.FileReading;
import suluh.core.observation.MessageKind;
import suluh.core.observation.Observation;
import suluh.core.observation.ObservationSink;
import suluh.core.observation.Platform;
import suluh.core.observation.SourcePointer;
import suluh.core.observation.SourceTime;
import suluh.exports.ExportFile;
import suluh.exports.KeyNames;
import suluh.exports.ReadingCode;
import suluh.exports.ReadingTally;

/**
 * Reads the text of a PDF document page by page, and the few labelled lines that can be taken without a guess.
 *
 * <p>Format page: docs/formats/pdf.md.
 */
public final class PdfReader {
    public static final String FORMAT = "pdf";

    private static final Pattern NUMBER = Pattern.compile("[0-9]{4,18}");
    /** Labels named in the coverage; a hostile document could hold any number. */
    private static final int MAX_LABELS = 20;

    private final ExportFile file;
    private final ReadingTally tally;
    private final SortedSet<String> unknown = new TreeSet<>();
    private String fileName = "";
    private @Nullable String incidentType;
    private Platform platform = Platform.WEB;
    private long labelled;
    private long taken;
    private long asText;
    private long pagesWithoutText;

    private PdfReader(ExportFile file, ReadingTally tally) {
        this.file = file;
        this.tally = tally;
    }

    /** Reads the whole file; a fault of the stream is an {@link IOException}, every other fault an alarm. */
    public static FileReading read(ExportFile file, ObservationSink sink) throws IOException {
        ReadingTally tally = new ReadingTally(file, FORMAT, sink);
        try (InputStream in = file.open();
                PdfPages pages = PdfPages.open(in)) {
            new PdfReader(file, tally).read(pages);
        } catch (PdfFault e) {
            tally.recordNotUnderstood();
            tally.damaged(e.isLimit() ? ReadingCode.DOCUMENT_LIMIT : ReadingCode.DOCUMENT_UNREADABLE, e.sentence(), 0);
        }
        return tally.finish();
    }

    private void read(PdfPages pages) {
        int count = Math.min(pages.count(), PdfPages.MAX_PAGES);
        for (int page = 1; page <= count; page++) {
            try {
                readPage(page, pages.text(page));
            } catch (PdfFault e) {
                tally.recordNotUnderstood();
                tally.alarm(
                        e.isLimit() ? ReadingCode.DOCUMENT_LIMIT : ReadingCode.DOCUMENT_UNREADABLE, e.sentence(), -1);
            }
        }
        if (pages.count() > count) {
            tally.damaged(
                    ReadingCode.DOCUMENT_LIMIT,
                    "the document has " + pages.count() + " pages; those behind page " + count + " were not read",
                    -1);
        }
        tellCoverage();
    }

    private void readPage(int page, String text) {
        if (text.isEmpty()) {
            pagesWithoutText++;
            tally.recordSkipped("page without text");
            return;
        }
        if (page == 1 && text.contains("CyberTip")) {
            platform = Platform.CYBERTIP;
        }
        tally.emit(new Observation.Message(
                new ConversationRef(platform, "pdf/" + file.fullPath(), null, ConversationType.UNKNOWN),
                String.valueOf(page),
                null,
                SourceTime.absent(),
                MessageKind.SYSTEM,
                text,
                null,
                List.of(),
                null,
                page,
                pointer(page, text, 0, text.length())));
        for (ReportField field : ReportField.of(text)) {
            take(field, pointer(page, text, field.start(), field.end()));
        }
        tally.recordRead();
    }

    private void take(ReportField field, SourcePointer source) {
        labelled++;
        switch (field.meaning()) {
            case REPORT_NUMBER -> {
                Matcher number = NUMBER.matcher(field.value());
                if (number.find()) {
                    taken++;
                    tally.emit(new Observation.Report(
                            platform, number.group(), incidentType, SourceTime.absent(), source));
                } else {
                    asText++;
                }
            }
            case INCIDENT_TYPE -> {
                taken++;
                incidentType = field.value();
                tally.emit(new Observation.Report(platform, null, field.value(), SourceTime.absent(), source));
            }
            case FILE_NAME -> {
                taken++;
                fileName = field.value();
            }
            case MD5, SHA1, SHA256 -> {
                taken++;
                tally.emit(
                        new Observation.Hash(platform, fileName, field.meaning().name(), field.value(), source));
            }
            case INCIDENT_TIME, TEXT -> asText++;
            case UNKNOWN -> {
                if (unknown.size() < MAX_LABELS) {
                    unknown.add(KeyNames.shown(field.label()));
                }
            }
        }
    }

    /** How much of the labelled lines was taken; a layout that changed shows here. */
    private void tellCoverage() {
        if (labelled > 0 && taken + asText < labelled) {
            tally.alarm(
                    ReadingCode.FIELD_COVERAGE,
                    "of " + labelled + " labelled lines " + taken + " were taken as facts and " + asText
                            + " are known and kept as text; the others have labels not known here, such as "
                            + unknown.stream().limit(MAX_LABELS).collect(Collectors.joining(", ")),
                    -1);
        } else if (labelled == 0 && tallyHasText()) {
            tally.alarm(
                    ReadingCode.FIELD_COVERAGE,
                    "no labelled line was found: the document is kept as text, page by page, and nothing else was taken",
                    -1);
        }
        if (pagesWithoutText > 0) {
            tally.alarm(
                    ReadingCode.PAGE_WITHOUT_TEXT,
                    pagesWithoutText + " pages hold no text, perhaps pictures of it: look at them",
                    -1);
        }
    }

    private boolean tallyHasText() {
        return platform == Platform.CYBERTIP || pagesWithoutText == 0;
    }

    /** A place in the text of a page, which counts as a file inside the document. */
    private SourcePointer pointer(int page, String text, int start, int end) {
        String name = PdfPages.nameOf(page);
        String path = file.path().isEmpty() ? name : file.path() + "!/" + name;
        return new SourcePointer(file.item(), path, bytes(text, 0, start), bytes(text, start, end));
    }

    private static long bytes(String text, int from, int to) {
        return text.substring(from, to).getBytes(StandardCharsets.UTF_8).length;
    }
}
