package suluh.core.conversation;

/**
 * A passage of one message.
 *
 * @param family what it is a cue of
 * @param strength how much of the family's weight the wording carries
 * @param start first code point of the raw text
 * @param end code point after it
 */
public record CueMatch(CueFamily family, Strength strength, int start, int end) {
    /** How much of a family's weight a wording carries; everyday wording carries less. */
    public enum Strength {
        WEAK,
        PLAIN,
        STRONG;

        /** Its place in tables by strength, from 0. */
        @SuppressWarnings("EnumOrdinal") // Its order is its meaning.
        int place() {
            return ordinal();
        }
    }
}
