package suluh.exports.wacz;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import suluh.core.kernel.Sha256Digest;
import suluh.core.observation.ConversationRef;
import suluh.core.observation.ConversationType;
import suluh.core.observation.FileReading;
import suluh.core.observation.MessageKind;
import suluh.core.observation.Observation;
import suluh.core.observation.ObservationSink;
import suluh.core.observation.PageStanding;
import suluh.core.observation.Platform;
import suluh.core.observation.SourcePointer;
import suluh.core.observation.SourceTime;
import suluh.exports.ExportFile;
import suluh.exports.ReadingCode;
import suluh.exports.ReadingTally;
import suluh.exports.StatedTime;
import suluh.exports.json.JsonCursor;
import suluh.exports.json.JsonTree;
import suluh.exports.json.RecordKeys;
import suluh.exports.text.ByteLines;
import suluh.exports.warc.LoginWall;
import tools.jackson.core.JacksonException;

/**
 * Reads a capture's list of pages, {@code pages/pages.jsonl}: what the browser showed, with its text.
 *
 * <p>Pages that a script builds have no text in the bytes of the server; here it stands. Format page: docs/formats/wacz.md.
 */
public final class WaczPagesReader {
    public static final String FORMAT = "wacz-pages";

    private static final int MAX_ID_CHARS = 1_000;
    private static final RecordKeys PAGE = RecordKeys.of("page")
            .keep("url", "title", "ts", "text")
            .pass(
                    "id",
                    "size",
                    "favIconUrl",
                    "seed",
                    "depth",
                    "mime",
                    "status",
                    "loadState",
                    "filename",
                    "isSeed",
                    "runs")
            .build();

    private final ReadingTally tally;
    private long order;

    private WaczPagesReader(ReadingTally tally) {
        this.tally = tally;
    }

    /** True when a text begins as a list of pages does. */
    public static boolean opens(String start) {
        int end = start.indexOf('\n');
        String first = end < 0 ? start : start.substring(0, end);
        return first.startsWith("{") && first.contains("\"json-pages-1.0\"");
    }

    /** Reads the whole file; a fault of the stream is an {@link IOException}, every other fault an alarm. */
    public static FileReading read(ExportFile file, ObservationSink sink) throws IOException {
        ReadingTally tally = new ReadingTally(file, FORMAT, sink);
        WaczPagesReader reader = new WaczPagesReader(tally);
        try (InputStream in = file.open()) {
            ByteLines lines = new ByteLines(in);
            while (lines.next()) {
                reader.line(lines);
            }
        }
        return tally.finish();
    }

    private void line(ByteLines lines) throws IOException {
        String text = lines.text();
        if (text.isBlank()) {
            return;
        }
        SourcePointer source = tally.pointer(lines.start(), lines.length());
        if (lines.isPiece()) {
            tally.recordNotUnderstood();
            tally.alarmOnce(ReadingCode.LINE_LIMIT, "", "a line longer than the limit was not read", lines.start());
            return;
        }
        if (opens(text)) {
            tally.recordSkipped("head of the list");
            return;
        }
        try (JsonCursor json = JsonCursor.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))) {
            json.next();
            if (!json.atObject()) {
                notUnderstood("a line of the list is no object", lines);
                return;
            }
            page(PAGE.read(json, tally), source);
        } catch (JacksonException e) {
            notUnderstood("a line of the list is not JSON", lines);
        }
    }

    private void notUnderstood(String sentence, ByteLines lines) {
        tally.recordNotUnderstood();
        tally.alarmOnce(ReadingCode.JSON_INVALID, sentence, sentence, lines.start());
    }

    private void page(JsonTree page, SourcePointer source) {
        String address = page.textAt("url");
        if (address == null) {
            tally.recordNotUnderstood();
            tally.alarmOnce(ReadingCode.RECORD_INCOMPLETE, "url", "a page of the list has no address", source.offset());
            return;
        }
        String stated = page.textAt("ts");
        @Nullable SourceTime time = stated == null ? SourceTime.absent() : StatedTime.iso(stated);
        SourceTime at = time == null ? StatedTime.unreadable(String.valueOf(stated), source.offset(), tally) : time;
        String title = page.textAt("title");
        String text = page.textAt("text");
        Optional<String> wall = LoginWall.ofText(title, text == null ? "" : text);
        wall.ifPresent(sign -> tally.alarm(
                ReadingCode.LOGIN_WALL,
                "the capture holds a page to sign in in the place of what was asked for: " + sign,
                source.offset()));
        PageStanding standing = wall.isPresent() ? PageStanding.LOGIN_WALL : PageStanding.CONTENT;
        tally.emit(new Observation.Page(Platform.WEB, address, title, standing, at, source));
        if (text != null && wall.isEmpty()) {
            String id = address.length() > MAX_ID_CHARS
                    ? Sha256Digest.of(address.getBytes(StandardCharsets.UTF_8)).hex()
                    : address;
            tally.emit(new Observation.Message(
                    new ConversationRef(Platform.WEB, "page/" + id, title, ConversationType.UNKNOWN),
                    null,
                    null,
                    at,
                    MessageKind.CONTENT,
                    text,
                    null,
                    List.of(),
                    null,
                    order++,
                    source));
        }
        tally.recordRead();
    }
}
