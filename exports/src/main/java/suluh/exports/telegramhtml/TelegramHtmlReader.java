package suluh.exports.telegramhtml;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import suluh.core.observation.ConversationRef;
import suluh.core.observation.ConversationType;
import suluh.core.observation.FileReading;
import suluh.core.observation.Observation;
import suluh.core.observation.ObservationSink;
import suluh.core.observation.Platform;
import suluh.core.observation.SourceTime;
import suluh.exports.ExportFile;
import suluh.exports.KeyNames;
import suluh.exports.Neighbours;
import suluh.exports.ReadingCode;
import suluh.exports.ReadingContext;
import suluh.exports.ReadingTally;

/**
 * Reads one page of messages.
 *
 * <p>One pass; memory for one message. Format page: docs/formats/telegram-html.md.
 */
public final class TelegramHtmlReader {
    public static final String FORMAT = "telegram-html";
    /** Pages nest to 12; a deeper one is no page of Telegram's. */
    static final int MAX_DEPTH = 100;
    /** Elements of one message; a poll with all its answers has some dozens. */
    private static final int MAX_ELEMENTS = 20_000;

    private static final Pattern PAGE = Pattern.compile("messages\\d{0,6}\\.html");
    /** Elements without an end tag. */
    private static final Set<String> VOID = Set.of("br", "img", "input", "meta", "link", "hr", "source");

    private final ExportFile file;
    private final ReadingTally tally;
    private final PageMessages messages;
    private final ConversationRef fallback;
    private @Nullable ConversationRef conversation;

    private TelegramHtmlReader(ExportFile file, ReadingContext context, ReadingTally tally) {
        this.file = file;
        this.tally = tally;
        this.messages = new PageMessages(context, tally);
        String folder = Neighbours.beside(file, ".");
        this.fallback = new ConversationRef(
                Platform.TELEGRAM,
                "html/" + (folder.isEmpty() ? file.fullPath() : folder),
                null,
                ConversationType.UNKNOWN);
    }

    /**
     * True when a page begins as Telegram's pages of messages do.
     *
     * @param start first characters of the file in lower case
     */
    public static boolean opens(String fileName, String start) {
        return PAGE.matcher(fileName).matches() && (start.contains("page_wrap") || start.contains("exported data"));
    }

    /** Reads the whole file; a fault of the stream is an {@link IOException}, every other fault an alarm. */
    public static FileReading read(ExportFile file, ReadingContext context, ObservationSink sink) throws IOException {
        ReadingTally tally = new ReadingTally(file, FORMAT, sink);
        TelegramHtmlReader reader = new TelegramHtmlReader(file, context, tally);
        try (InputStream in = file.open()) {
            reader.readPage(new HtmlTokens(in));
        }
        return tally.finish();
    }

    private void readPage(HtmlTokens tokens) throws IOException {
        Deque<String> open = new ArrayDeque<>();
        for (HtmlTokens.Kind kind = tokens.next(); kind != HtmlTokens.Kind.END; kind = tokens.next()) {
            if (kind == HtmlTokens.Kind.OPEN) {
                open(tokens, open);
            } else if (kind == HtmlTokens.Kind.CLOSE
                    && !open.isEmpty()
                    && open.peek().equals(tokens.name())) {
                open.pop();
            }
        }
        if (!open.isEmpty() || tokens.isCut()) {
            tally.damaged(
                    ReadingCode.MARKUP_CUT,
                    "the page ends inside an element; messages after the last one read may be missing",
                    tokens.end());
        }
        if (conversation == null) {
            tally.damaged(ReadingCode.RECORD_INCOMPLETE, "the page has no header and no message", -1);
        }
    }

    private void open(HtmlTokens tokens, Deque<String> open) throws IOException {
        if (VOID.contains(tokens.name())) {
            return;
        }
        List<String> classes = Element.classes(tokens.attributes());
        if (classes.contains("message") && tokens.name().equals("div")) {
            readMessage(tokens);
        } else if (classes.contains("page_header")) {
            readHeader(tokens);
        } else {
            if (classes.contains("pagination")) {
                expectPage(tokens.attributes().getOrDefault("href", ""), tokens.start());
            }
            if (open.size() < MAX_DEPTH) {
                open.push(tokens.name());
            }
        }
    }

    private void readHeader(HtmlTokens tokens) throws IOException {
        long start = tokens.start();
        Element header = element(tokens);
        if (header == null || conversation != null) {
            return;
        }
        List<Element> titles = header.all("bold");
        String title = titles.isEmpty() ? null : titles.getFirst().text().strip();
        ConversationRef ref = new ConversationRef(fallback.platform(), fallback.id(), title, ConversationType.UNKNOWN);
        conversation = ref;
        tally.emit(new Observation.Group(
                ref, null, null, -1, SourceTime.absent(), tally.pointer(start, tokens.end() - start)));
    }

    private void readMessage(HtmlTokens tokens) throws IOException {
        long start = tokens.start();
        Element message = element(tokens);
        if (message == null) {
            tally.recordNotUnderstood();
            return;
        }
        if (conversation == null) {
            tally.alarmOnce(ReadingCode.RECORD_INCOMPLETE, "header", "messages stand before the page's header", start);
            conversation = fallback;
        }
        messages.read(message, conversation, tally.pointer(start, tokens.end() - start));
    }

    /** The element whose opening tag was read, up to its closing tag; null when it has none or is beyond a limit. */
    private @Nullable Element element(HtmlTokens tokens) throws IOException {
        long start = tokens.start();
        Element root = new Element(tokens.name(), tokens.attributes());
        Deque<Element> open = new ArrayDeque<>();
        open.push(root);
        int elements = 0;
        boolean beyond = false;
        while (!open.isEmpty()) {
            switch (tokens.next()) {
                case END -> {
                    tally.damaged(
                            ReadingCode.MARKUP_CUT,
                            "the page ends inside an element that begins at byte " + start + "; it was not read",
                            start);
                    return null;
                }
                case TEXT -> open.peek().add(tokens.text());
                case OPEN -> {
                    beyond |= ++elements > MAX_ELEMENTS || open.size() >= MAX_DEPTH;
                    Element child = new Element(tokens.name(), tokens.attributes());
                    if (!beyond) {
                        open.peek().add(child);
                    }
                    if (!VOID.contains(tokens.name()) && open.size() < MAX_DEPTH) {
                        open.push(child);
                    }
                }
                case CLOSE -> close(tokens.name(), open);
            }
        }
        if (beyond || tokens.isTooLong()) {
            tally.alarm(
                    ReadingCode.MARKUP_LIMIT,
                    "an element is deeper or larger than the reader's limit; it was not read",
                    start);
            return null;
        }
        return root;
    }

    /** Closes the innermost element of this name; a closing tag that nobody opened is passed over. */
    private void close(String name, Deque<Element> open) {
        if (open.stream().noneMatch(element -> element.name().equals(name))) {
            return;
        }
        while (!open.pop().name().equals(name)) {
            tally.alarmOnce(ReadingCode.MARKUP_CUT, "mismatch", "an element of the page is not closed", -1);
        }
    }

    /** Links to the pages before and after say how many there must be. */
    private void expectPage(String href, long offset) throws IOException {
        boolean page = PAGE.matcher(href).matches();
        if (page && file.neighbours().areKnown() && !file.neighbours().has(Neighbours.beside(file, href))) {
            tally.alarm(
                    ReadingCode.PART_MISSING,
                    "the page leads to another that was not handed in: " + KeyNames.shown(href),
                    offset);
        }
    }
}
