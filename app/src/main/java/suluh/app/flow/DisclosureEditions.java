package suluh.app.flow;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import suluh.core.disclosure.DisclosureLayout;
import suluh.core.disclosure.ReadingCopy;
import suluh.core.disclosure.redaction.DisclosedRecord;
import suluh.core.disclosure.redaction.RedactionKind;
import suluh.core.disclosure.redaction.Redactor;
import suluh.core.disclosure.redaction.Redactor.Redacted;
import suluh.core.disclosure.selection.Edition;
import suluh.core.disclosure.selection.PlanFigure;
import suluh.core.disclosure.uco.DisclosureGraph;
import suluh.core.disclosure.uco.ObjectIds;
import suluh.core.kernel.Sha256Digest;

/**
 * Writes the records of a disclosure into both editions at once, or only counts and digests them for a preview.
 *
 * <p>Memory: one record. Not thread-safe.
 */
final class DisclosureEditions implements DisclosureRecords.Sink, AutoCloseable {
    private final Redactor redactor;
    private final OutputFile fullRecords;
    private final OutputFile redactedRecords;
    private final OutputFile redactions;
    private final OutputFile openings;
    private final SortedMap<String, Long> figures = new TreeMap<>();
    private final @Nullable Pages pages;
    private long records;
    private long hidden;

    /**
     * Editions in the making.
     *
     * @param folder folder in which both are written, each under its name, or null for a preview
     */
    DisclosureEditions(Redactor redactor, @Nullable Path folder, @Nullable Supplier<ObjectIds> ids) throws IOException {
        this.redactor = redactor;
        this.fullRecords = new OutputFile(folder, Edition.FULL, DisclosureLayout.RECORDS);
        this.redactedRecords = new OutputFile(folder, Edition.REDACTED, DisclosureLayout.RECORDS);
        this.redactions = new OutputFile(folder, Edition.FULL, DisclosureLayout.REDACTIONS);
        this.openings = new OutputFile(folder, Edition.FULL, DisclosureLayout.OPENINGS);
        this.pages = folder == null || ids == null ? null : new Pages(folder, ids);
    }

    @Override
    public void accept(RecordDraft draft) throws IOException {
        DisclosedRecord record = draft.numbered(++records);
        Redacted redacted = redactor.redact(record, draft.hidden());
        fullRecords.write(record.line());
        redactedRecords.write(redacted.record().line());
        for (var redaction : redacted.redactions()) {
            redactions.write(redaction.line());
            figures.merge("redacted-" + redaction.kind().wire(), 1L, Long::sum);
            hidden++;
        }
        for (var opening : redacted.openings()) {
            openings.write(opening.line());
        }
        if (record.kind().equals("message") && redacted.hides("text", RedactionKind.CHILD)) {
            figures.merge(PlanFigure.MESSAGES_NAMING_CHILDREN.wire(), 1L, Long::sum);
        }
        if (pages != null) {
            pages.add(record, redacted.record());
        }
    }

    long records() {
        return records;
    }

    long hidden() {
        return hidden;
    }

    /** Counts of what was hidden, by the names of the plan. */
    Map<String, Long> figures() {
        SortedMap<String, Long> all = new TreeMap<>(figures);
        all.put(PlanFigure.RECORDS.wire(), records);
        all.put(PlanFigure.REDACTIONS.wire(), hidden);
        return all;
    }

    /** Ends all files; the editions are whole after it. */
    @Override
    public void close() throws IOException {
        fullRecords.close();
        redactedRecords.close();
        redactions.close();
        openings.close();
        if (pages != null) {
            pages.close();
        }
    }

    /** Digest over the lists of both editions, after closing. */
    Sha256Digest content() {
        return DisclosureRecords.content(
                List.of(fullRecords.digest(), redactedRecords.digest(), redactions.digest(), openings.digest()));
    }

    /** Reading copies and graphs of both editions. */
    private static final class Pages {
        private final Path folder;
        private final List<OutputFile> files;
        private final ReadingCopy fullCopy;
        private final ReadingCopy redactedCopy;
        private final DisclosureGraph fullGraph;
        private final DisclosureGraph redactedGraph;

        Pages(Path folder, Supplier<ObjectIds> ids) throws IOException {
            this.folder = folder;
            this.files = List.of(
                    new OutputFile(folder, Edition.FULL, DisclosureLayout.READING_COPY),
                    new OutputFile(folder, Edition.REDACTED, DisclosureLayout.READING_COPY),
                    new OutputFile(folder, Edition.FULL, DisclosureLayout.CASE_GRAPH),
                    new OutputFile(folder, Edition.REDACTED, DisclosureLayout.CASE_GRAPH));
            this.fullCopy = new ReadingCopy(files.get(0).stream());
            this.redactedCopy = new ReadingCopy(files.get(1).stream());
            this.fullGraph = new DisclosureGraph(files.get(2).stream(), ids.get());
            this.redactedGraph = new DisclosureGraph(files.get(3).stream(), ids.get());
        }

        void add(DisclosedRecord record, DisclosedRecord shown) throws IOException {
            fullCopy.add(record);
            redactedCopy.add(shown);
            fullGraph.add(record, record);
            redactedGraph.add(record, shown);
        }

        void close() throws IOException {
            fullCopy.close();
            redactedCopy.close();
            fullGraph.close();
            redactedGraph.close();
            for (OutputFile file : files) {
                file.close();
            }
            Files.copy(
                    path(folder, Edition.FULL, DisclosureLayout.REDACTIONS),
                    path(folder, Edition.REDACTED, DisclosureLayout.REDACTIONS));
        }
    }

    static Path path(Path folder, Edition edition, String path) {
        return folder.resolve(edition.wire()).resolve(path);
    }

    /** A file that is digested while it is written; without a folder only digested. */
    private static final class OutputFile {
        private final DigestOutputStream out;

        OutputFile(@Nullable Path folder, Edition edition, String path) throws IOException {
            OutputStream file = OutputStream.nullOutputStream();
            if (folder != null) {
                Path target = path(folder, edition, path);
                Files.createDirectories(target.resolveSibling(""));
                file = new BufferedOutputStream(Files.newOutputStream(target));
            }
            this.out = new DigestOutputStream(file, Sha256Digest.newMessageDigest());
        }

        OutputStream stream() {
            return out;
        }

        void write(String line) throws IOException {
            out.write(line.getBytes(StandardCharsets.UTF_8));
        }

        Sha256Digest digest() {
            return Sha256Digest.ofRaw(out.getMessageDigest().digest());
        }

        void close() throws IOException {
            out.close();
        }
    }
}
