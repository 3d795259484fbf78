package suluh.core.conversation;

import java.util.List;

/**
 * What one message shows by itself.
 *
 * @param matches passages, in order
 * @param isQuestion true when it asks something
 * @param statedAge age that its writer states as their own, or -1
 * @param number whole number that the message consists of, with few words beside it, or -1
 * @param addressesFamily true when it answers somebody as mum, dad or the like
 */
public record MessageCues(
        List<CueMatch> matches, boolean isQuestion, int statedAge, int number, boolean addressesFamily) {
    /** What a message without words shows. */
    public static final MessageCues NOTHING = new MessageCues(List.of(), false, -1, -1, false);

    static final MessageCues QUESTION = new MessageCues(List.of(), true, -1, -1, false);

    public MessageCues {
        matches = List.copyOf(matches);
    }
}
