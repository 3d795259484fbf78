package suluh.exports.warc;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import suluh.core.observation.FileReading;
import suluh.core.observation.Observation;
import suluh.core.observation.ObservationSink;
import suluh.core.observation.Platform;
import suluh.core.observation.SourcePointer;
import suluh.core.observation.SourceTime;
import suluh.exports.ExportFile;
import suluh.exports.KeyNames;
import suluh.exports.ReadingCode;
import suluh.exports.ReadingTally;
import suluh.exports.StatedTime;

/**
 * Reads one capture, record by record, and checks each digest it states.
 *
 * <p>One pass; memory for one block, at most 32 MiB of it. A packed capture is unpacked before, as an archive of one
 * file, so that every offset counts bytes as they were captured. Format page: docs/formats/warc.md.
 */
public final class WarcReader {
    public static final String FORMAT = "warc";

    private static final String MAGIC = "WARC/";
    /** Ids remembered to notice a record that stands twice. */
    private static final int MAX_IDS = 1_000_000;

    private final ReadingTally tally;
    private final CapturedPage pages;
    private final Set<String> ids = new HashSet<>();

    private WarcReader(ReadingTally tally) {
        this.tally = tally;
        this.pages = new CapturedPage(tally);
    }

    /** True when bytes begin as a capture does. */
    public static boolean opens(byte[] head) {
        return new String(head, 0, Math.min(head.length, MAGIC.length()), StandardCharsets.ISO_8859_1).equals(MAGIC);
    }

    /** Reads the whole file; a fault of the stream is an {@link IOException}, every other fault an alarm. */
    public static FileReading read(ExportFile file, ObservationSink sink) throws IOException {
        ReadingTally tally = new ReadingTally(file, FORMAT, sink);
        try (InputStream in = file.open()) {
            new WarcReader(tally).readAll(new WarcInput(in));
        }
        return tally.finish();
    }

    private void readAll(WarcInput in) throws IOException {
        while (true) {
            long start = in.offset();
            String version = in.line();
            while ("".equals(version)) {
                start = in.offset();
                version = in.line();
            }
            if (version == null && in.isAtEnd() && in.offset() == start) {
                return;
            }
            Optional<RecordHead> head = version != null && RecordHead.isVersion(version)
                    ? RecordHead.read(in, start, version)
                    : Optional.empty();
            if (head.isEmpty()) {
                tally.recordNotUnderstood();
                tally.damaged(
                        in.isAtEnd() ? ReadingCode.CAPTURE_CUT : ReadingCode.CAPTURE_INVALID,
                        "no head of a record of WARC 1.0 or 1.1 at byte " + start + "; what follows was not read",
                        start);
                return;
            }
            if (!readRecord(in, head.get())) {
                return;
            }
        }
    }

    /** False when nothing can be read behind this record. */
    private boolean readRecord(WarcInput in, RecordHead head) throws IOException {
        RecordBlock block = RecordBlock.read(in, head);
        if (block.sizeBytes() < head.blockBytes()) {
            tally.recordNotUnderstood();
            tally.damaged(
                    ReadingCode.CAPTURE_CUT,
                    "the file ends inside a record that begins at byte " + head.start() + ": " + block.sizeBytes()
                            + " bytes of " + head.blockBytes() + " are there",
                    head.start());
            return false;
        }
        SourcePointer source = tally.pointer(head.start(), in.offset() - head.start());
        tellDigests(head, block);
        String id = head.field("warc-record-id");
        if (ids.size() < MAX_IDS && !id.isEmpty() && !ids.add(id)) {
            tally.alarmOnce(
                    ReadingCode.RECORD_TWICE,
                    "",
                    "two records of the capture have one id; both were read",
                    head.start());
        }
        switch (head.type()) {
            case "response", "resource" -> capture(head, block, source);
            case "warcinfo", "request", "metadata", "conversion" -> tally.recordSkipped(head.type());
            case "revisit" -> tally.recordSkipped("revisit: the payload is that of an earlier record");
            default -> {
                tally.recordNotUnderstood();
                tally.alarmOnce(
                        ReadingCode.SECTION_UNKNOWN,
                        head.type(),
                        "a record of a type that is not read: " + KeyNames.shown(head.type()),
                        head.start());
            }
        }
        return readEnd(in, head);
    }

    private void capture(RecordHead head, RecordBlock block, SourcePointer source) {
        String truncated = head.field("warc-truncated");
        if (!truncated.isEmpty()) {
            tally.alarm(
                    ReadingCode.EXPORT_LIMITED,
                    "the writer cut a record's payload: " + KeyNames.shown(truncated),
                    head.start());
        }
        boolean http = head.field("content-type").startsWith("application/http");
        if (http && block.http() == null) {
            tally.recordNotUnderstood();
            tally.alarm(
                    ReadingCode.RECORD_INCOMPLETE,
                    "a record is said to hold a response and does not begin as one",
                    head.start());
            return;
        }
        String stated = head.field("warc-date");
        @Nullable SourceTime parsed = StatedTime.iso(stated);
        SourceTime at = parsed == null ? StatedTime.unreadable(stated, head.start(), tally) : parsed;
        StatedDigest.of(head.field("warc-payload-digest"))
                .ifPresent(digest -> tally.emit(
                        new Observation.Hash(Platform.WEB, head.target(), digest.algorithm(), digest.text(), source)));
        pages.read(head, block, at, source);
        tally.recordRead();
    }

    private void tellDigests(RecordHead head, RecordBlock block) {
        for (RecordBlock.Check check : block.checks()) {
            if (!check.matches()) {
                tally.alarm(
                        ReadingCode.DIGEST_DIFFERS,
                        "the " + check.what() + " of a record has another "
                                + check.stated().algorithm()
                                + " than it states, "
                                + KeyNames.shown(check.stated().text())
                                + ": its bytes are not those that were captured",
                        head.start());
            }
        }
        boolean stated = !head.field("warc-block-digest").isEmpty()
                || !head.field("warc-payload-digest").isEmpty();
        if (block.checks().isEmpty() && !stated && head.blockBytes() > 0) {
            tally.alarmOnce(
                    ReadingCode.DIGEST_UNCHECKED,
                    head.type(),
                    "records of type " + KeyNames.shown(head.type())
                            + " state no digest; nothing in the file shows whether they were changed",
                    head.start());
        } else if (block.checks().isEmpty() && stated && !head.type().equals("revisit")) {
            tally.alarmOnce(
                    ReadingCode.DIGEST_UNCHECKED,
                    "unknown",
                    "a record states a digest of a kind that is not known here; it was not checked",
                    head.start());
        }
    }

    /** Two line ends follow each block. */
    private boolean readEnd(WarcInput in, RecordHead head) throws IOException {
        for (int i = 0; i < 2; i++) {
            String line = in.isAtEnd() ? null : in.line();
            if (line == null && in.isAtEnd()) {
                tally.alarm(
                        ReadingCode.CAPTURE_CUT,
                        "the line ends behind the last record are missing; records after it may be missing",
                        in.offset());
                return false;
            }
            if (line == null || !line.isEmpty()) {
                tally.damaged(
                        ReadingCode.CAPTURE_INVALID,
                        "something else than a line end follows the record that begins at byte " + head.start()
                                + ": its stated length is wrong; what follows was not read",
                        in.offset());
                return false;
            }
        }
        return true;
    }
}
