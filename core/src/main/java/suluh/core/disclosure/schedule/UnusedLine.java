package suluh.core.disclosure.schedule;

import java.util.List;
import java.util.Locale;
import suluh.core.canon.JsonArray;
import suluh.core.canon.JsonObject;
import suluh.core.disclosure.FindingsJson;
import suluh.core.observation.SourcePointer;

/**
 * Material of a case that no finding rests on, or that speaks against one; what may help the defence stands first.
 *
 * @param subject what it concerns: accounts, a conversation, a file
 * @param figure count or weight that the ground speaks of
 * @param words what was said or found, as it stands in the case
 * @param sources some of the records
 */
public record UnusedLine(Ground ground, String subject, double figure, String words, List<SourcePointer> sources) {
    public UnusedLine {
        sources = List.copyOf(sources);
    }

    /** Why a line stands here, in the order of the schedule. */
    public enum Ground {
        /** A comparison that speaks against two accounts being one actor; the figure is its weight in bits. */
        AGAINST_A_LINK,
        /** A tie that was cut, since the rest of the two groups speaks against it; the figure is its probability. */
        LINK_CUT,
        /** A person read a conversation that the score puts forward and saw no concern, or was not sure. */
        REVIEWER_DISAGREED,
        /** Persons gave different verdicts on one conversation. */
        REVIEWERS_DIFFER,
        /** Messages whose instant is not sure: no zone is stated, or day and month could be exchanged. */
        TIME_NOT_SURE,
        /** Records or files that no program understood: what they say is unknown. */
        UNREAD,
        /** Conversations that were assessed and put forward nothing; the figure is their number. */
        BACKGROUND;

        public String wire() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** True when the line may help the defence. */
        public boolean mayHelpTheDefence() {
            return this != BACKGROUND;
        }
    }

    JsonObject json(int number) {
        return JsonObject.builder()
                .put("number", "U-" + number)
                .put("ground", ground.wire())
                .put("mayHelpTheDefence", ground.mayHelpTheDefence())
                .put("subject", subject)
                .put("figure", figure)
                .put("words", words)
                .put(
                        "sources",
                        JsonArray.of(sources.stream().map(FindingsJson::source).toList()))
                .build();
    }
}
