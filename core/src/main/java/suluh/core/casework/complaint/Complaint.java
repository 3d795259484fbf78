package suluh.core.casework.complaint;

import java.util.List;
import suluh.core.casework.CaseworkCode;
import suluh.core.casework.targets.Target;
import suluh.core.kernel.Outcome;

/**
 * What a reporter says; it never holds a picture.
 *
 * @param language {@code ms} or {@code en}
 * @param concern what it is about
 * @param words what happened, in the reporter's own words; may be empty when a target is named
 * @param when when it happened, as the reporter puts it; may be empty
 * @param isImminent true when the reporter says that a child is in danger now
 * @param reporterIsChild true when the reporter says to be under 18
 * @param contact how the reporter can be reached; empty when they did not say, which is their right
 * @param targets what it points at, each once
 */
public record Complaint(
        String language,
        Concern concern,
        String words,
        String when,
        boolean isImminent,
        boolean reporterIsChild,
        String contact,
        List<Target> targets) {
    /** About three pages; more is evidence, and evidence has its own door. */
    public static final int MAX_WORDS_CHARS = 10_000;

    public static final int MAX_LINE_CHARS = 300;

    public Complaint {
        targets = List.copyOf(targets);
    }

    /** This complaint, or what is missing or too long; the message is for the reporter. */
    public Outcome<Complaint> checked() {
        if (words.isBlank() && targets.isEmpty()) {
            return Outcome.refused(
                    CaseworkCode.COMPLAINT_INCOMPLETE,
                    "Please say what happened, or where: an address, a name or a number.");
        }
        if (words.length() > MAX_WORDS_CHARS) {
            return Outcome.refused(
                    CaseworkCode.COMPLAINT_TOO_LONG,
                    "The text has " + words.length() + " characters; the most is " + MAX_WORDS_CHARS
                            + ". Please shorten it; you can send a second one.");
        }
        if (when.length() > MAX_LINE_CHARS || contact.length() > MAX_LINE_CHARS) {
            return Outcome.refused(
                    CaseworkCode.COMPLAINT_TOO_LONG,
                    "Time and contact have room for " + MAX_LINE_CHARS + " characters each. Please shorten them.");
        }
        return Outcome.done(this);
    }
}
