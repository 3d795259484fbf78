package suluh.core.disclosure;

import suluh.core.observation.SourcePointer;

/**
 * A message from which on a conversation has another score.
 *
 * @param messageIndex place of the message in its conversation, from 0
 * @param score score from it on, 0 to 1
 * @param band wire name of its band
 * @param source record of the message
 */
public record ScoreStep(long messageIndex, double score, String band, SourcePointer source) {}
