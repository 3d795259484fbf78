package suluh.exports.warc;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import suluh.core.kernel.Sha256Digest;
import suluh.core.observation.ConversationRef;
import suluh.core.observation.ConversationType;
import suluh.core.observation.MessageKind;
import suluh.core.observation.Observation;
import suluh.core.observation.PageStanding;
import suluh.core.observation.Platform;
import suluh.core.observation.SourcePointer;
import suluh.core.observation.SourceTime;
import suluh.exports.ReadingCode;
import suluh.exports.ReadingTally;

/** Emits what a record that captured something says: the page, its links and text, or a media file. */
final class CapturedPage {
    /** Longest id of a page's text as a conversation; a longer address is represented by its digest. */
    private static final int MAX_ID_CHARS = 1_000;

    private static final Pattern META_CHARSET =
            Pattern.compile("<meta[^>]{0,200}?charset=[\"']?([A-Za-z0-9_:.-]{1,40})", Pattern.CASE_INSENSITIVE);
    private static final int META_BYTES = 4_096;

    private final ReadingTally tally;
    private long order;

    CapturedPage(ReadingTally tally) {
        this.tally = tally;
    }

    void read(RecordHead head, RecordBlock block, SourceTime at, SourcePointer source) {
        HttpHead http = block.http();
        String type = http == null ? plainType(head.field("content-type")) : http.contentType();
        Optional<String> wall =
                http == null ? Optional.empty() : LoginWall.ofAnswer(http.status(), http.field("location"));
        PageStanding standing = standing(http, type);
        String title = null;
        PageScan page = null;
        if (isHtml(type)) {
            page = scan(block, http, head);
            if (page != null) {
                title = page.title();
                if (wall.isEmpty() && standing == PageStanding.CONTENT) {
                    wall = LoginWall.ofPage(head.target(), page);
                }
            }
        }
        if (wall.isPresent()) {
            standing = PageStanding.LOGIN_WALL;
            tally.alarm(
                    ReadingCode.LOGIN_WALL,
                    "the capture holds a page to sign in in the place of what was asked for: " + wall.get(),
                    head.start());
        }
        tally.emit(new Observation.Page(Platform.WEB, head.target(), title, standing, at, source));
        emitMedia(head, block, type);
        if (page != null) {
            emitContent(head.target(), page, standing, at, source);
        }
    }

    private static PageStanding standing(@Nullable HttpHead http, String type) {
        if (http != null && http.status() >= 400) {
            return PageStanding.ERROR;
        }
        if (http != null && http.status() >= 300) {
            return PageStanding.REDIRECT;
        }
        return isHtml(type) ? PageStanding.CONTENT : PageStanding.OTHER;
    }

    private @Nullable PageScan scan(RecordBlock block, @Nullable HttpHead http, RecordHead head) {
        Optional<byte[]> payload = block.payload();
        if (payload.isEmpty()) {
            tally.alarm(
                    ReadingCode.CAPTURE_UNREADABLE,
                    "a page of more than " + RecordBlock.MAX_HELD_BYTES + " bytes, or packed in a way not known here;"
                            + " its text and links were not read",
                    head.start());
            return null;
        }
        byte[] bytes = payload.get();
        PageScan page = PageScan.of(new String(bytes, charset(http, bytes)));
        if (page.isCut()) {
            tally.alarm(
                    ReadingCode.CAPTURE_UNREADABLE,
                    "a page with more links or text than is kept; the rest stands in the bytes",
                    head.start());
        }
        return page;
    }

    private void emitMedia(RecordHead head, RecordBlock block, String type) {
        HttpHead http = block.http();
        boolean media = type.startsWith("image/") || type.startsWith("video/") || type.startsWith("audio/");
        boolean asSent = http == null || (!http.isChunked() && http.packing().isEmpty());
        if (media && (http == null || http.status() == 200)) {
            // Only bytes that stand in the file as the server's file can be looked at by themselves.
            SourcePointer source = asSent
                    ? tally.pointer(block.payloadStart(), block.payloadBytes())
                    : tally.pointer(block.start(), block.sizeBytes());
            tally.emit(new Observation.Media(Platform.WEB, head.target(), asSent ? block.payloadBytes() : -1, source));
        }
    }

    private void emitContent(
            String address, PageScan page, PageStanding standing, SourceTime at, SourcePointer source) {
        for (PageScan.PageLink link : page.links()) {
            tally.emit(new Observation.Link(
                    Platform.WEB, address, link.address(), link.words().isEmpty() ? null : link.words(), source));
        }
        if (standing == PageStanding.CONTENT) {
            text(address, page.title(), page.text(), at, source);
        }
    }

    /** The visible text as a message that nobody is named as the writer of. */
    void text(String address, @Nullable String title, String text, SourceTime at, SourcePointer source) {
        if (text.isEmpty()) {
            return;
        }
        String id = address.isEmpty() || address.length() > MAX_ID_CHARS
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

    private static boolean isHtml(String type) {
        return type.equals("text/html") || type.equals("application/xhtml+xml");
    }

    private static String plainType(String type) {
        int end = type.indexOf(';');
        return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    /** Charset by the server's word, else the page's, else UTF-8. */
    private static Charset charset(@Nullable HttpHead http, byte[] bytes) {
        String type = http == null ? "" : http.field("content-type");
        int at = type.toLowerCase(Locale.ROOT).indexOf("charset=");
        String name = at < 0 ? "" : type.substring(at + "charset=".length()).replaceAll("[\"' ;].*", "");
        if (name.isEmpty()) {
            String start = new String(bytes, 0, Math.min(bytes.length, META_BYTES), StandardCharsets.ISO_8859_1);
            Matcher matcher = META_CHARSET.matcher(start);
            name = matcher.find() ? matcher.group(1) : "";
        }
        try {
            return name.isEmpty() ? StandardCharsets.UTF_8 : Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8;
        }
    }
}
