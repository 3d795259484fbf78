package suluh.core.conversation;

/**
 * A passage of one message.
 *
 * @param family what it is a cue of
 * @param start first code point of the raw text
 * @param end code point after it
 */
public record CueMatch(CueFamily family, int start, int end) {}
