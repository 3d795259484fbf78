package suluh.exports.meta.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import suluh.core.observation.AccountRef;
import suluh.core.observation.ConversationRef;
import suluh.core.observation.FileFate;
import suluh.core.observation.FileReading;
import suluh.core.observation.MembershipRole;
import suluh.core.observation.MessageKind;
import suluh.core.observation.Observation;
import suluh.core.observation.ObservationSink;
import suluh.core.observation.SourcePointer;
import suluh.core.observation.SourceTime;
import suluh.exports.ExportFile;
import suluh.exports.ReadingCode;
import suluh.exports.ReadingContext;
import suluh.exports.ReadingTally;
import suluh.exports.markup.Element;
import suluh.exports.markup.MarkupCursor;
import suluh.exports.meta.MetaPaths;

/**
 * Reads a thread that was exported as an HTML page.
 *
 * <p>Class names change from year to year and mean nothing; a message is known by its form: an element of at least three,
 * the first of which names the sender and the last of which is a date and nothing else. Whatever stands among the
 * messages and has not this form is told. Two passes; memory for one message. Format page: docs/formats/meta-pages.md.
 */
public final class MetaPageReader {
    public static final String FORMAT = "meta-page";

    private static final int LEAST_PARTS = 3;

    private final ReadingContext context;
    private final ReadingTally tally;
    private final PageHeader header;
    private final ConversationRef conversation;
    private long order;

    private MetaPageReader(ExportFile file, PageHeader header, ReadingContext context, ReadingTally tally) {
        this.context = context;
        this.tally = tally;
        this.header = header;
        this.conversation = new ConversationRef(
                MetaPaths.threadPlatform(file),
                MetaPaths.conversationId(MetaPaths.root(file), MetaPaths.threadPath(file)),
                header.title(),
                header.type());
    }

    /** True when the beginning of a page looks like a thread of an export. */
    public static boolean looksLikeThread(String path, String head) {
        boolean named = path.matches("(?:.*/)?message_\\d{1,6}\\.html");
        return named || head.lines().anyMatch(MetaPageReader::listsParticipants);
    }

    /** Reads the whole page; a fault of the stream is an {@link IOException}, every other fault an alarm. */
    public static FileReading read(ExportFile file, ReadingContext context, ObservationSink sink) throws IOException {
        ReadingTally tally = new ReadingTally(file, FORMAT, sink);
        MetaPageReader reader = new MetaPageReader(file, PageHeader.of(file), context, tally);
        reader.tellHeader();
        try (MarkupCursor page = MarkupCursor.html(file.open(), StandardCharsets.UTF_8)) {
            new PageBlocks(page, tally, reader::take).run();
        }
        return reader.finish();
    }

    private static boolean listsParticipants(String line) {
        return PageHeader.listsParticipants(line.replaceAll("<[^>]*>", "").strip());
    }

    private void tellHeader() {
        tally.alarm(
                ReadingCode.EXPORT_AS_HTML,
                "the export was made as HTML, which states no zone and few reactions; ask for the JSON form",
                -1);
        if (header.titleEnd() > header.titleStart()) {
            SourcePointer source = tally.pointer(header.titleStart(), header.titleEnd() - header.titleStart());
            tally.emit(new Observation.Group(conversation, null, null, -1, SourceTime.absent(), source));
        }
        for (String name : header.participants()) {
            SourcePointer source =
                    tally.pointer(header.participantsStart(), header.participantsEnd() - header.participantsStart());
            tally.emit(new Observation.Membership(
                    account(name), conversation, MembershipRole.MEMBER, SourceTime.absent(), source));
            tally.recordRead();
        }
    }

    /** True when the element is a message, which is then told. */
    private boolean take(Element element) {
        List<Element> parts = element.children();
        if (parts.size() < LEAST_PARTS) {
            return false;
        }
        Optional<SourceTime> at = PageDate.parse(PageBlock.line(parts.getLast()), context.assumedZone());
        if (at.isEmpty()) {
            return false;
        }
        emit(element, PageBlock.line(parts.getFirst()), PageBlock.of(parts.subList(1, parts.size() - 1)), at.get());
        return true;
    }

    private void emit(Element element, String name, PageBlock body, SourceTime at) {
        SourcePointer source = tally.pointer(element.start(), element.end() - element.start());
        if (name.isEmpty()) {
            tally.alarmOnce(
                    ReadingCode.RECORD_INCOMPLETE,
                    "sender",
                    "a message names no sender; it was attributed to nobody",
                    source.offset());
        }
        if (at.dayMonthAmbiguous()) {
            tally.alarmOnce(
                    ReadingCode.DAY_MONTH_AMBIGUOUS,
                    "",
                    "a date of numbers does not tell its day from its month; such times were left open",
                    source.offset());
        }
        tally.emit(new Observation.Message(
                conversation,
                null,
                name.isEmpty() ? null : account(name),
                at,
                MessageKind.CONTENT,
                body.text(),
                null,
                body.attachments(),
                null,
                header.newestFirst() ? -order : order,
                source));
        order++;
        tally.recordRead();
        for (Element reaction : body.reactions()) {
            tellReaction(reaction, source);
        }
    }

    /** {@code ❤Hana Example}: what stands before the first letter or digit is the reaction. */
    private void tellReaction(Element element, SourcePointer message) {
        String text = PageBlock.line(element);
        int name = 0;
        while (name < text.length() && !Character.isLetterOrDigit(text.codePointAt(name))) {
            name += Character.charCount(text.codePointAt(name));
        }
        SourcePointer source = tally.pointer(element.start(), element.end() - element.start());
        String symbol = text.substring(0, name).strip();
        String actor = text.substring(name).strip();
        if (symbol.isEmpty() || actor.isEmpty()) {
            tally.alarmOnce(
                    ReadingCode.RECORD_INCOMPLETE,
                    "reaction",
                    "a list under a message is not one of reactions; it was not read",
                    source.offset());
            return;
        }
        tally.emit(new Observation.Reaction(conversation, account(actor), message, symbol, source));
    }

    private FileReading finish() {
        if (order == 0) {
            tally.alarm(
                    ReadingCode.RECORD_INCOMPLETE,
                    "the page shows no message in a form that is known: a sender, a body and a date",
                    -1);
            return tally.finish(
                    FileFate.NOT_UNDERSTOOD, "a page of a thread in which no message was found; ask for the JSON form");
        }
        return tally.finish();
    }

    private AccountRef account(String name) {
        return AccountRef.named(conversation.platform(), name, conversation.id());
    }
}
