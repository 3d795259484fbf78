package suluh.app.flow;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.flow.PlanDisclosure.Wish;
import suluh.app.flow.ProtectChild.Masked;
import suluh.app.store.StoredAccount;
import suluh.app.store.StoredConversation;
import suluh.core.casework.Act;
import suluh.core.casework.CaseworkCode;
import suluh.core.disclosure.redaction.RedactionKind;
import suluh.core.disclosure.selection.HiddenWord;
import suluh.core.disclosure.selection.Selection;
import suluh.core.kernel.Outcome;

/** What a page offers to choose from for a disclosure, by numbers, so that no key of a child stands in it. */
public final class PickDisclosure {
    /** More would make the page slow; others are chosen by the command line. */
    public static final int MAX_CHOICES = 300;

    private final House house;

    public PickDisclosure(House house) {
        this.house = house;
    }

    /** A conversation or account to choose, by its number in the case. */
    public record Choice(int number, String label, long messages) {}

    /** What can be chosen, those with most messages first. */
    public record Choices(List<Choice> conversations, List<Choice> accounts) {
        public Choices {
            conversations = List.copyOf(conversations);
            accounts = List.copyOf(accounts);
        }
    }

    /**
     * What was chosen on a page.
     *
     * @param words one a line, with or without {@code kind=} before it
     */
    public record Picked(
            List<Integer> conversations,
            List<Integer> accounts,
            List<Integer> subjects,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            String words,
            String purpose,
            String recipient) {
        public Picked {
            conversations = List.copyOf(conversations);
            accounts = List.copyOf(accounts);
            subjects = List.copyOf(subjects);
        }
    }

    /** What the case offers; accounts of children are always hidden and not offered. */
    public Outcome<Choices> choices(OpenedCase opened) {
        return house.access().stillIn(opened, Act.DISCLOSE).then(open -> {
            Masked masked = new ProtectChild(house).masked(open);
            List<Choice> conversations = house.observations().conversations(open.id()).stream()
                    .map(one -> new Choice(one.id(), masked.mask().text(label(one)), one.messages()))
                    .sorted(Comparator.comparingLong(Choice::messages).reversed())
                    .limit(MAX_CHOICES)
                    .toList();
            List<Choice> accounts = house.observations().accounts(open.id()).stream()
                    .filter(one -> !masked.accounts().contains(one.id()))
                    .map(one -> new Choice(one.id(), masked.mask().text(label(one)), one.messages()))
                    .sorted(Comparator.comparingLong(Choice::messages).reversed())
                    .limit(MAX_CHOICES)
                    .toList();
            return Outcome.done(new Choices(conversations, accounts));
        });
    }

    /** The wish that was chosen, with keys in the place of numbers. */
    public Outcome<Wish> wish(OpenedCase opened, Picked picked) {
        return house.access().stillIn(opened, Act.DISCLOSE).then(open -> {
            Map<Integer, String> conversations = new HashMap<>();
            house.observations()
                    .conversations(open.id())
                    .forEach(one -> conversations.put(one.id(), one.reference().key()));
            Map<Integer, String> accounts = new HashMap<>();
            house.observations().accounts(open.id()).forEach(one -> accounts.put(one.id(), one.key()));
            try {
                Selection selection = new Selection(
                        keys(picked.conversations(), conversations),
                        keys(picked.accounts(), accounts),
                        start(picked.from()),
                        start(picked.until()));
                return Outcome.done(new Wish(
                        selection,
                        keys(picked.subjects(), accounts),
                        words(picked.words()),
                        picked.purpose(),
                        picked.recipient()));
            } catch (IllegalArgumentException e) {
                return Outcome.refused(
                        CaseworkCode.DISCLOSURE_UNFIT, "This cannot be selected: " + e.getMessage() + ".");
            }
        });
    }

    /** Key of the conversation with this number, for a mark. */
    public Outcome<String> conversation(OpenedCase opened, int number) {
        return house.access()
                .stillIn(opened, Act.MARK_CASE)
                .then(open -> house.observations().conversations(open.id()).stream()
                        .filter(one -> one.id() == number)
                        .map(one -> Outcome.done(one.reference().key()))
                        .findFirst()
                        .orElseGet(() -> Outcome.refused(
                                CaseworkCode.DISCLOSURE_UNFIT, "The case has no conversation of this number.")));
    }

    private static String label(StoredConversation conversation) {
        return Optional.ofNullable(conversation.reference().name())
                .orElse(conversation.reference().key());
    }

    private static String label(StoredAccount account) {
        return account.name() == null ? account.key() : account.name() + " · " + account.key();
    }

    private static SortedSet<String> keys(List<Integer> numbers, Map<Integer, String> known) {
        SortedSet<String> keys = new TreeSet<>();
        for (Integer number : numbers) {
            String key = known.get(number);
            if (key == null) {
                throw new IllegalArgumentException("nothing has the number " + number);
            }
            keys.add(key);
        }
        return keys;
    }

    private static @Nullable Instant start(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static List<HiddenWord> words(String lines) {
        List<HiddenWord> words = new ArrayList<>();
        for (String line :
                lines.lines().map(String::strip).filter(one -> !one.isEmpty()).toList()) {
            int equals = line.indexOf('=');
            Optional<RedactionKind> kind = RedactionKind.ofWire(line.substring(0, Math.max(equals, 0)));
            words.add(new HiddenWord(
                    kind.orElse(RedactionKind.WORD), kind.isPresent() ? line.substring(equals + 1) : line));
        }
        return words;
    }
}
