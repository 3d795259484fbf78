package suluh.app.store;

import org.jspecify.annotations.Nullable;
import suluh.core.observation.SourcePointer;

/**
 * Where a content lies.
 *
 * @param content its number
 * @param file the whole file
 * @param holder the message that names it, or null when none does or several could
 */
public record MediaFile(
        int content, SourcePointer file, @Nullable MediaHolder holder) {}
