package suluh.app.store;

import org.jspecify.annotations.Nullable;
import suluh.core.observation.Platform;

/**
 * An account of a case with what was counted of it.
 *
 * @param id number in its case
 * @param key unique key
 * @param name display name, or null
 * @param messages messages it wrote
 * @param conversations conversations it wrote in or is a member of
 */
public record StoredAccount(
        int id, String key, Platform platform, @Nullable String name, long messages, long conversations) {}
