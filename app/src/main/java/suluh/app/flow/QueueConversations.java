package suluh.app.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.flow.ProtectChild.Masked;
import suluh.app.store.VerdictStore.StoredVerdict;
import suluh.core.canon.JsonObject;
import suluh.core.casework.Act;
import suluh.core.conversation.evaluation.Verdict;
import suluh.core.kernel.Outcome;

/**
 * Puts the conversations of a case into the order in which a person should look at them, each with why it stands there.
 *
 * <p>First what nobody has read, then what a reader found unclear, then what is decided; within each the highest score
 * first, then by number. A verdict moves a conversation and hides none.
 */
public final class QueueConversations {
    private final House house;

    public QueueConversations(House house) {
        this.house = house;
    }

    /** Where a conversation stands for the person who looks. */
    public enum State {
        /** Nobody gave a verdict. */
        UNREAD,
        /** The latest verdict is that it is unclear, and another gave it. */
        UNCLEAR,
        /** Read by others, not by who looks. */
        READ_BY_OTHERS,
        /** Read by who looks. */
        READ;

        /** Name for texts: {@code read-by-others}. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** A cue family or a signal and how often, or how much of it. */
    public record Why(String code, double figure) {}

    /**
     * A place in the queue.
     *
     * @param conversation number in the case
     * @param firstIndex place of the message to begin at: the first moment of its band
     * @param families families of cues with the number of passages, most first
     * @param signals figures of its shape and of the case around it, those that say something
     */
    public record Place(
            int conversation,
            String name,
            String platform,
            String band,
            double score,
            long messages,
            long firstIndex,
            List<Why> families,
            List<Why> signals,
            State state) {
        public Place {
            families = List.copyOf(families);
            signals = List.copyOf(signals);
        }
    }

    /**
     * What the findings say of a conversation, in a line.
     *
     * @param families families of cues with the number of passages, most first
     */
    public record Heard(String band, double score, List<Why> families) {
        public Heard {
            families = List.copyOf(families);
        }
    }

    static Heard heard(JsonObject finding) {
        return new Heard(
                finding.text("band").orElse(""), ConversationFindings.number(finding, "score"), families(finding));
    }

    /** The queue of the case; the look is recorded. */
    public Outcome<List<Place>> run(OpenedCase opened) {
        return house.access().stillIn(opened, Act.READ_CONTENT).then(open -> {
            house.access().looked(open, Map.of("what", "queue"), Map.of());
            Masked masked = new ProtectChild(house).masked(open);
            List<StoredVerdict> verdicts =
                    house.database().inCase(open.id(), () -> house.verdicts().all());
            List<Place> places = new ArrayList<>();
            ConversationFindings.of(house, open)
                    .all()
                    .forEach((number, finding) -> places.add(place(
                            number,
                            finding,
                            masked,
                            state(number, verdicts, open.acting().person()))));
            places.sort(Comparator.comparing(Place::state)
                    .thenComparing(Comparator.comparingDouble(Place::score).reversed())
                    .thenComparingInt(Place::conversation));
            return Outcome.done(List.copyOf(places));
        });
    }

    private static Place place(int number, JsonObject finding, Masked masked, State state) {
        String name = finding.text("name")
                .filter(text -> !text.isEmpty())
                .orElseGet(() -> finding.text("key").orElse(""));
        return new Place(
                number,
                masked.mask().text(name),
                finding.text("platform").orElse(""),
                finding.text("band").orElse(""),
                ConversationFindings.number(finding, "score"),
                (long) ConversationFindings.number(finding, "messages"),
                firstIndex(finding),
                families(finding),
                signals(finding),
                state);
    }

    private static List<Why> families(JsonObject finding) {
        Map<String, Integer> families = new TreeMap<>();
        ConversationFindings.objects(finding, "cues")
                .forEach(cue -> families.merge(cue.text("code").orElse(""), 1, Integer::sum));
        return families.entrySet().stream()
                .map(family -> new Why(family.getKey(), family.getValue()))
                .sorted(Comparator.comparingDouble(Why::figure).reversed().thenComparing(Why::code))
                .toList();
    }

    /** Signals of a finding that say something. */
    static List<Why> signals(JsonObject finding) {
        return ConversationFindings.objects(finding, "signals").stream()
                .map(signal -> new Why(signal.text("code").orElse(""), ConversationFindings.number(signal, "figure")))
                .filter(why -> why.figure() > 0)
                .toList();
    }

    private static long firstIndex(JsonObject finding) {
        for (String key : List.of("firstAlert", "firstLook")) {
            if (finding.member(key).orElse(null) instanceof JsonObject moment) {
                return (long) ConversationFindings.number(moment, "index");
            }
        }
        return 0;
    }

    private static State state(int conversation, List<StoredVerdict> verdicts, String person) {
        State state = State.UNREAD;
        boolean isOwn = false;
        for (StoredVerdict verdict : verdicts) {
            if (verdict.given().conversation() == conversation) {
                isOwn |= verdict.given().person().equals(person);
                state = verdict.given().verdict() == Verdict.UNCLEAR ? State.UNCLEAR : State.READ_BY_OTHERS;
            }
        }
        return isOwn ? State.READ : state;
    }
}
