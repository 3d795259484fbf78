package suluh.app.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.flow.ProtectChild.Masked;
import suluh.app.store.Numbered;
import suluh.app.store.ObservationStore;
import suluh.app.store.StoredAccount;
import suluh.app.store.StoredConversation;
import suluh.app.store.StoredMessage;
import suluh.core.casework.Act;
import suluh.core.conversation.CueMatch;
import suluh.core.conversation.CueMatcher;
import suluh.core.kernel.Outcome;
import suluh.core.observation.SourcePointer;

/** Shows the conversations and accounts of a case, and the messages of one conversation with its cues marked. */
public final class ReadConversation {
    /** Messages on one page; fewer when they are long. */
    public static final int PAGE_MESSAGES = 100;

    private static final int MAX_PAGE_CHARS = 50_000;
    /** Messages shown before and after a marked one where only those are shown. */
    public static final int CONTEXT_MESSAGES = 3;

    private final House house;
    private final CueMatcher matcher = CueMatcher.standard();

    public ReadConversation(House house) {
        this.house = house;
    }

    /**
     * A line of the list of conversations.
     *
     * @param id its number in the case
     */
    public record ConversationLine(int id, String key, String name, String platform, String type, long messages) {}

    /** A line of the list of accounts. */
    public record AccountLine(int id, String key, String name, String platform, long messages, long conversations) {}

    /**
     * A message on the page.
     *
     * @param index place in the conversation, from 0
     * @param sender name or key of who wrote it, empty for the platform itself
     * @param time as the source states it
     * @param instant the instant in UTC, or empty when the zone is unknown
     * @param zone how the zone is known
     * @param cues passages, in order
     * @param normalised the words that the cues were found in, empty where none was
     */
    public record MessageLine(
            long index,
            String sender,
            String time,
            String instant,
            String zone,
            String kind,
            String text,
            String attachments,
            List<CueMatch> cues,
            String normalised,
            SourcePointer source) {}

    /** A page of a conversation. */
    public record Page(ConversationLine conversation, long from, List<MessageLine> messages) {}

    /** Conversations of the case, most messages first. */
    public Outcome<List<ConversationLine>> conversations(OpenedCase opened) {
        return house.access().stillIn(opened, Act.READ_CONTENT).then(open -> {
            house.access().looked(open, Map.of("what", "conversations"), Map.of());
            Masked masked = new ProtectChild(house).masked(open);
            return Outcome.done(house.lists().conversations(open.id()).stream()
                    .map(conversation -> line(conversation, masked))
                    .sorted(java.util.Comparator.comparingLong(ConversationLine::messages)
                            .reversed()
                            .thenComparingInt(ConversationLine::id))
                    .toList());
        });
    }

    /** Accounts of the case, most messages first. */
    public Outcome<List<AccountLine>> accounts(OpenedCase opened) {
        return house.access().stillIn(opened, Act.READ_CONTENT).then(open -> {
            house.access().looked(open, Map.of("what", "accounts"), Map.of());
            return Outcome.done(accountLines(open));
        });
    }

    private List<AccountLine> accountLines(OpenedCase opened) {
        Masked masked = new ProtectChild(house).masked(opened);
        return house.lists().accounts(opened.id()).stream()
                .map(account -> new AccountLine(
                        account.id(),
                        masked.name(account.id(), account.key()),
                        masked.name(account.id(), name(account.name(), account.key())),
                        account.platform().wire(),
                        account.messages(),
                        account.conversations()))
                .sorted(java.util.Comparator.comparingLong(AccountLine::messages)
                        .reversed()
                        .thenComparingInt(AccountLine::id))
                .toList();
    }

    /** A page of a conversation, when the case has it; the look is recorded. */
    public Outcome<Optional<Page>> page(OpenedCase opened, int conversation, long from) {
        return house.access().stillIn(opened, Act.READ_CONTENT).then(open -> {
            Optional<Page> page = pageOf(open, conversation, from);
            page.ifPresent(shown -> house.access()
                    .looked(
                            open,
                            Map.of("what", "conversation", "conversation", String.valueOf(conversation)),
                            Map.of("from", shown.from())));
            return Outcome.done(page);
        });
    }

    private Optional<Page> pageOf(OpenedCase opened, int conversation, long from) {
        ObservationStore store = house.observations();
        Optional<StoredConversation> found = found(opened, conversation);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Masked masked = new ProtectChild(house).masked(opened);
        List<StoredAccount> accounts = house.lists().accounts(opened.id());
        List<MessageLine> lines = new ArrayList<>();
        long start = Math.max(0, from);
        long chars = 0;
        for (StoredMessage message : store.messages(opened.id(), conversation, start, PAGE_MESSAGES)) {
            chars += message.text().length();
            if (chars > MAX_PAGE_CHARS && !lines.isEmpty()) {
                break;
            }
            lines.add(line(start + lines.size(), message, accounts, masked));
        }
        return Optional.of(new Page(line(found.get(), masked), start, lines));
    }

    /** The messages at these places with some before and after each, in order; the look is recorded. */
    public Outcome<Optional<Page>> around(OpenedCase opened, int conversation, List<Long> places) {
        return house.access().stillIn(opened, Act.READ_CONTENT).then(open -> {
            Optional<Page> page = aroundOf(open, conversation, places);
            page.ifPresent(shown -> house.access()
                    .looked(
                            open,
                            Map.of("what", "passages", "conversation", String.valueOf(conversation)),
                            Map.of("messages", (long) shown.messages().size())));
            return Outcome.done(page);
        });
    }

    private Optional<Page> aroundOf(OpenedCase opened, int conversation, List<Long> places) {
        return found(opened, conversation).map(found -> {
            Masked masked = new ProtectChild(house).masked(opened);
            List<StoredAccount> accounts = house.lists().accounts(opened.id());
            SortedMap<Long, MessageLine> lines = new TreeMap<>();
            long chars = 0;
            for (long place : places) {
                long from = Math.max(0, place - CONTEXT_MESSAGES);
                long index = from;
                for (StoredMessage message : house.observations()
                        .messages(opened.id(), conversation, from, (int) (place - from) + CONTEXT_MESSAGES + 1)) {
                    // What is marked is always shown; what stands around it, while there is room.
                    if (index == place || chars < MAX_PAGE_CHARS) {
                        chars += message.text().length();
                        lines.put(index, line(index, message, accounts, masked));
                    }
                    index++;
                }
            }
            return new Page(line(found, masked), 0, List.copyOf(lines.values()));
        });
    }

    private Optional<StoredConversation> found(OpenedCase opened, int conversation) {
        return house.lists().conversations(opened.id()).stream()
                .filter(candidate -> candidate.id() == conversation)
                .findFirst();
    }

    private MessageLine line(long index, StoredMessage message, List<StoredAccount> accounts, Masked masked) {
        StoredAccount sender =
                message.sender() == 0 ? null : Numbered.get(accounts, StoredAccount::id, message.sender());
        String text = masked.mask().text(message.text());
        List<CueMatch> cues = message.kind().equals("content") ? matcher.match(message.text()) : List.of();
        return new MessageLine(
                index,
                sender == null ? "" : masked.name(sender.id(), name(sender.name(), sender.key())),
                message.sentText(),
                message.sentAt() == null ? "" : message.sentAt().toString(),
                message.zone(),
                message.kind(),
                text,
                message.attachments(),
                cues,
                cues.isEmpty() ? "" : matcher.normalised(text),
                message.source());
    }

    private static ConversationLine line(StoredConversation conversation, Masked masked) {
        return new ConversationLine(
                conversation.id(),
                masked.mask().text(conversation.reference().key()),
                masked.mask()
                        .text(name(
                                conversation.reference().name(),
                                conversation.reference().id())),
                conversation.reference().platform().wire(),
                conversation.reference().type().wire(),
                conversation.messages());
    }

    private static String name(@Nullable String name, String key) {
        return name == null || name.isEmpty() ? key : name;
    }
}
