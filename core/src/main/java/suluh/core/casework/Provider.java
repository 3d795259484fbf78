package suluh.core.casework;

import java.util.List;

/**
 * Company behind one or more platforms, as requests are addressed to it.
 *
 * @param id short lower-case id, for example {@code meta}
 * @param name name in letters
 * @param platforms wire names of its platforms
 * @param channels how it is reached
 * @param source where that stands
 */
public record Provider(
        String id, String name, List<String> platforms, List<ContactChannel> channels, LegalSource source) {
    public Provider {
        platforms = List.copyOf(platforms);
        channels = List.copyOf(channels);
    }
}
