package suluh.core.conversation.evaluation;

import java.time.Instant;

/**
 * One person's verdict on one conversation, with what the score said when it was given.
 *
 * @param conversation number of the conversation in its case
 * @param person who gave it
 * @param at when
 * @param band wire name of the band at that time
 * @param seconds time spent reading for it, without pauses
 */
public record GivenVerdict(int conversation, String person, Instant at, Verdict verdict, String band, long seconds) {
    public GivenVerdict {
        if (conversation < 1 || seconds < 0) {
            throw new IllegalArgumentException("conversation " + conversation + ", " + seconds + " s");
        }
    }
}
