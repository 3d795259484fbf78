package suluh.exports.synth;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a conversation is about. */
sealed interface Script {
    /** Ordinary talk. */
    record Chatter() implements Script {}

    /**
     * Ordinary talk with invitations and numbers published in between.
     *
     * @param promotionsPermille messages in a thousand, from 0 to 900
     */
    record Promoting(int promotionsPermille) implements Script {}

    /**
     * Ordinary talk in which one account works through cue families.
     *
     * @param actor who writes the cues
     * @param cues in the order of their messages, never two on neighbouring messages
     */
    record Staged(Persona actor, List<Cue> cues) implements Script {
        public Staged {
            cues = List.copyOf(cues);
        }

        /** Family of the message at {@code index}, or null when it carries no cue. */
        @Nullable
        CueFamily cueAt(int index) {
            for (Cue cue : cues) {
                if (cue.index() == index) {
                    return cue.family();
                }
            }
            return null;
        }
    }

    /**
     * Innocent talk that uses the words of cues.
     *
     * @param kind section of the templates: parent, tutor, seller, surprise or coach
     */
    record Innocent(String kind) implements Script {}

    /** A message, counted from 0 in order of time, and the family it belongs to. */
    record Cue(int index, CueFamily family) {}
}
