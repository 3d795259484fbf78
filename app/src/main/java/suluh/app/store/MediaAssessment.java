package suluh.app.store;

import java.time.Instant;
import suluh.core.exposure.MediaWord;

/**
 * What a person said of a content.
 *
 * @param person id of the person when stored, their name when read
 */
public record MediaAssessment(int content, MediaWord word, String person, String agency, Instant at) {}
