package suluh.exports.synth;

import org.jspecify.annotations.Nullable;

/**
 * One message, before any platform's form is given to it.
 *
 * @param index position in its conversation, from 0 in order of time
 * @param timeMillis milliseconds since 1970
 * @param sender who did or wrote it
 * @param kind what it is
 * @param text words; empty unless {@code kind} is {@link Kind#TEXT}
 * @param object who was added, else null
 * @param bits random bits of this message, for details that only one platform has
 */
record Line(
        int index,
        long timeMillis,
        Persona sender,
        Kind kind,
        String text,
        @Nullable Persona object,
        long bits) {
    /** What a message is. */
    enum Kind {
        TEXT,
        PHOTO,
        CALL,
        /** The platform's own first line. */
        NOTICE,
        CREATED,
        ADDED,
        JOINED_BY_LINK,
        LEFT
    }

    /** True for the given share of messages in a thousand; {@code feature} tells independent choices apart. */
    boolean happens(int feature, int permille) {
        return Draw.below(Draw.at(bits, 100L + feature), 1000) < permille;
    }
}
