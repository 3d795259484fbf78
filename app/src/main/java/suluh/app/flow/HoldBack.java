package suluh.app.flow;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.core.casework.Act;
import suluh.core.casework.CaseworkCode;
import suluh.core.disclosure.selection.ExclusionReason;
import suluh.core.kernel.EvidenceId;
import suluh.core.kernel.Outcome;
import suluh.core.ledger.EntryKind;

/** Marks a conversation or an item as privileged or not to be disclosed; what is marked is in no disclosure. */
public final class HoldBack {
    private static final int MAX_WORDS_CHARS = 500;

    private final House house;

    public HoldBack(House house) {
        this.house = house;
    }

    /** Marks the conversation with this key. */
    public Outcome<String> conversation(OpenedCase opened, String key, ExclusionReason reason, String words) {
        return checked(opened, reason, words).then(open -> {
            Optional<Integer> number = house.observations().conversations(open.id()).stream()
                    .filter(conversation -> conversation.reference().key().equals(key))
                    .map(conversation -> conversation.id())
                    .findFirst();
            return number.isPresent()
                    ? Outcome.done(mark(open, "conversation", String.valueOf(number.get()), reason, words))
                    : unfit("The case has no conversation of this key; take it from its list.");
        });
    }

    /** Marks the item with this id. */
    public Outcome<String> item(OpenedCase opened, String item, ExclusionReason reason, String words) {
        return checked(opened, reason, words)
                .then(open -> house.evidence().items(open.id()).stream()
                                .map(received -> received.id().value())
                                .anyMatch(item::equals)
                        ? Outcome.done(mark(open, "item", new EvidenceId(item).value(), reason, words))
                        : unfit("The case has no item of this id; take it from its list."));
    }

    /** Takes a mark back. */
    public Outcome<Long> lift(OpenedCase opened, long sequence) {
        return house.access().stillIn(opened, Act.MARK_CASE).then(open -> {
            Instant now = house.clock().instant();
            boolean isLifted = house.database().inCase(open.id(), () -> {
                boolean lifted =
                        house.disclosurePlans().lift(sequence, open.acting().person(), now);
                if (lifted) {
                    append(open, EntryKind.DISCLOSURE_MARK_LIFTED, now, Map.of("mark", String.valueOf(sequence)));
                }
                return lifted;
            });
            return isLifted ? Outcome.done(sequence) : unfit("No mark of this number is in force.");
        });
    }

    /**
     * A mark in force.
     *
     * @param kind {@code conversation} or {@code item}
     * @param subject number of the conversation or id of the item
     * @param words why, in the person's words
     */
    public record MarkLine(long sequence, String kind, String subject, ExclusionReason reason, String words) {}

    /** Marks in force, oldest first. */
    public Outcome<List<MarkLine>> marks(OpenedCase opened) {
        return house.access()
                .stillIn(opened, Act.VIEW_CASE)
                .then(open ->
                        Outcome.done(house
                                .database()
                                .inCase(open.id(), () -> house.disclosurePlans().marks())
                                .stream()
                                .map(mark -> new MarkLine(
                                        mark.sequence(), mark.kind(), mark.subject(), mark.reason(), mark.words()))
                                .toList()));
    }

    private Outcome<OpenedCase> checked(OpenedCase opened, ExclusionReason reason, String words) {
        return house.access()
                .stillIn(opened, Act.MARK_CASE)
                .then(open -> reason.isMark() && !words.isBlank() && words.length() <= MAX_WORDS_CHARS
                        ? Outcome.done(open)
                        : unfit("Say legal-privilege or non-disclosure, and why in at most " + MAX_WORDS_CHARS
                                + " characters."));
    }

    private String mark(OpenedCase open, String kind, String subject, ExclusionReason reason, String words) {
        Instant now = house.clock().instant();
        return house.database().inCase(open.id(), () -> {
            house.disclosurePlans()
                    .mark(
                            open.id(),
                            kind,
                            subject,
                            reason,
                            words.strip(),
                            open.acting().person(),
                            now);
            append(
                    open,
                    EntryKind.DISCLOSURE_MARKED,
                    now,
                    Map.of("kind", kind, "subject", subject, "reason", reason.wire()));
            return subject;
        });
    }

    private void append(OpenedCase open, EntryKind kind, Instant now, Map<String, String> subject) {
        house.ledger().append(open.acting().entry(kind, now, open.number(), subject, Map.of(), Map.of()));
    }

    private static <T> Outcome<T> unfit(String sentence) {
        return Outcome.refused(CaseworkCode.DISCLOSURE_UNFIT, sentence);
    }
}
