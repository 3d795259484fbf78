package suluh.app.flow;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import suluh.exports.mapped.Mapping;

/**
 * What the person who hands in files says about them.
 *
 * @param zone zone that the exporting devices had, or null when nobody said
 * @param mappings how tables of no known form are read
 */
public record ToldByPerson(@Nullable ZoneId zone, List<Mapping> mappings) {
    public ToldByPerson {
        mappings = List.copyOf(mappings);
    }

    /** A zone and nothing else. */
    public static ToldByPerson zone(@Nullable ZoneId zone) {
        return new ToldByPerson(zone, List.of());
    }
}
