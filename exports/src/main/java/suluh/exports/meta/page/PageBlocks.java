package suluh.exports.meta.page;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import suluh.exports.ReadingCode;
import suluh.exports.ReadingTally;
import suluh.exports.markup.Element;
import suluh.exports.markup.MarkupCursor;
import suluh.exports.markup.MarkupCursor.Token;

/**
 * Passes the elements of a page, innermost first, to whoever knows messages, and accounts for what stands among them.
 *
 * <p>An element that was taken is let go at once, so that memory holds one message and what is no message.
 */
final class PageBlocks {
    /** Elements of no message that one page may hold; a page has some hundred. */
    private static final int MAX_KEPT = 200_000;
    /** Blocks beside messages with so many parts are likely messages in a form that is not known. */
    private static final int MESSAGE_PARTS = 3;

    /** Knows a message and takes it. */
    @FunctionalInterface
    interface Messages {
        /** True when the element is a message, which is then told. */
        boolean take(Element element);
    }

    private final MarkupCursor page;
    private final ReadingTally tally;
    private final Messages messages;
    private final List<Frame> open = new ArrayList<>();
    private int beyond;
    private int kept;

    PageBlocks(MarkupCursor page, ReadingTally tally, Messages messages) {
        this.page = page;
        this.tally = tally;
        this.messages = messages;
    }

    /** Goes through the page to its end. */
    void run() throws IOException {
        for (Token token = page.next(); token != null; token = page.next()) {
            switch (token) {
                case START -> opened();
                case END -> closed();
                case TEXT -> keep(page.text());
            }
        }
        boolean cut = open.stream().anyMatch(frame -> !frame.name.equals("html") && !frame.name.equals("body"));
        boolean insideMessage =
                open.size() > 1 && open.subList(0, open.size() - 1).stream().anyMatch(frame -> frame.taken > 0);
        while (insideMessage && open.getLast().taken == 0) {
            open.removeLast();
        }
        while (!open.isEmpty()) {
            close(page.end());
        }
        if (cut && insideMessage) {
            tally.recordNotUnderstood();
        }
        if (cut) {
            tally.damaged(
                    ReadingCode.MARKUP_CUT, "the page ends inside an element; what stood before was read", page.end());
        }
    }

    private void opened() {
        if (open.size() >= Element.MAX_DEPTH) {
            beyond++;
            tally.alarmOnce(
                    ReadingCode.MARKUP_LIMIT,
                    "depth",
                    "elements are nested deeper than " + Element.MAX_DEPTH + " times; what is deeper was not read",
                    page.start());
            return;
        }
        open.add(new Frame(page));
    }

    private void closed() {
        if (beyond > 0) {
            beyond--;
            return;
        }
        int depth = open.size() - 1;
        while (depth >= 0 && !open.get(depth).name.equals(page.name())) {
            depth--;
        }
        while (depth >= 0 && open.size() > depth + 1) {
            close(page.start());
        }
        if (depth >= 0) {
            close(page.end());
        }
    }

    private void keep(Object part) {
        if (open.isEmpty() || (part instanceof String text && text.isBlank() && open.getLast().taken > 0)) {
            return;
        }
        if (kept >= MAX_KEPT) {
            tally.alarmOnce(
                    ReadingCode.MARKUP_LIMIT,
                    "parts",
                    "the page holds more than " + MAX_KEPT + " parts outside messages; some were left out",
                    page.start());
            return;
        }
        kept++;
        open.getLast().parts.add(part);
    }

    private void close(long end) {
        Frame frame = open.removeLast();
        Element element = frame.element(end);
        kept -= frame.parts.size();
        if (frame.taken > 0 || frame.holdsMessages) {
            account(frame);
            if (!open.isEmpty()) {
                open.getLast().holdsMessages = true;
            }
        } else if (messages.take(element)) {
            if (!open.isEmpty()) {
                open.getLast().taken++;
                open.getLast().forms.add(form(frame.name, frame.attributes));
            }
        } else {
            keep(element);
        }
    }

    /** What stands beside messages: around them, or a message that nobody knew. */
    private void account(Frame frame) {
        for (Object part : frame.parts) {
            if (!(part instanceof Element element)
                    || element.name().equals("head")
                    || PageBlock.line(element).isEmpty()
                    || PageHeader.listsParticipants(PageBlock.line(element))) {
                continue;
            }
            boolean sameForm = element.attributes().containsKey("class")
                    && frame.forms.contains(form(element.name(), element.attributes()));
            if (frame.taken > 0 && (sameForm || element.children().size() >= MESSAGE_PARTS)) {
                tally.recordNotUnderstood();
                tally.alarmOnce(
                        ReadingCode.RECORD_INCOMPLETE,
                        "block",
                        "a block among the messages has not the form of one; it was not read",
                        element.start());
            } else {
                tally.recordSkipped("part of the page around its messages");
            }
        }
    }

    private static String form(String name, Map<String, String> attributes) {
        return name + ' ' + attributes.getOrDefault("class", "");
    }

    /** An element that is open. */
    private static final class Frame {
        private final String name;
        private final Map<String, String> attributes;
        private final long start;
        private final List<Object> parts = new ArrayList<>();
        private final Set<String> forms = new HashSet<>();
        private int taken;
        private boolean holdsMessages;

        Frame(MarkupCursor page) {
            this.name = page.name();
            this.attributes = new HashMap<>(page.attributes());
            this.start = page.start();
        }

        Element element(long end) {
            return new Element(name, attributes, parts, start, end);
        }
    }
}
