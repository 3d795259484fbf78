package suluh.core.triage;

import java.util.List;
import suluh.core.observation.SourcePointer;

/**
 * Why a lead stands where it stands.
 *
 * @param code what is counted
 * @param figure how many
 * @param sources some of the records it rests on
 */
public record Reason(Code code, long figure, List<SourcePointer> sources) {
    /** What a reason counts, with its weight in the queue. */
    public enum Code {
        /** Conversations in band look-now whose cues are mostly this account's. */
        LOOK_NOW_CONVERSATIONS(5),
        /** The same in band look. */
        LOOK_CONVERSATIONS(2),
        /** Groups that the sources say it administers. */
        ADMINISTERS_GROUPS(1.5),
        /** Invitation links it published, different ones. */
        PUBLISHES_INVITES(1),
        /** Telephone numbers and addresses it published, different ones. */
        PUBLISHES_CONTACTS(0.5),
        /** Invitations that the sources show it sent. */
        SENDS_INVITATIONS(0.5),
        /** Conversations of two that it began with nearly the same words. */
        OPENS_ALIKE(0.5),
        /** Conversations of two that it began within a week after one of both joined a group of both. */
        CONTACTS_AFTER_GROUP_JOIN(0.5),
        /** Conversations in which it asked to go on elsewhere, and that go on there. */
        MOVES_PLATFORM(1),
        /** Conversations of two that it began though nothing in the case tied both. */
        CONTACTS_WITHOUT_TIES(0.25),
        /** Conversations of two that it began and in which it wrote anew, three times or more, without an answer. */
        PERSISTS_UNANSWERED(0.5),
        /** Conversations of two that it began and in which it wrote mostly at night. */
        WRITES_AT_NIGHT(0.25);

        private final double weight;

        Code(double weight) {
            this.weight = weight;
        }

        /** Share in the priority: weight × log2(1 + figure), so that a tenth of a kind says little beyond the ninth. */
        double share(long figure) {
            return weight * Math.log1p((double) figure) / Math.log(2);
        }
    }

    public Reason {
        sources = List.copyOf(sources);
    }
}
