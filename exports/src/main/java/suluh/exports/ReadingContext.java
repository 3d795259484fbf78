package suluh.exports;

import java.security.cert.X509Certificate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import suluh.exports.mapped.Mapping;

/**
 * What a reader is told besides the bytes.
 *
 * @param assumedZone zone of the device as the person handing in the item stated it, or null when nobody did
 * @param defaultCountryCode digits that complete a national telephone number, for example {@code 60}
 * @param limits bounds on archives
 * @param spools where a large archive entry may wait between two passes
 * @param anchors certificates that the person reading trusts, for signatures of captures; may be empty
 * @param mappings how tables of no known form are read; the first that is for a file counts
 */
public record ReadingContext(
        @Nullable ZoneId assumedZone,
        String defaultCountryCode,
        ArchiveLimits limits,
        SpoolSpace spools,
        List<X509Certificate> anchors,
        List<Mapping> mappings) {
    /** Country code of Malaysia. */
    public static final String MALAYSIA = "60";

    public ReadingContext {
        anchors = List.copyOf(anchors);
        mappings = List.copyOf(mappings);
    }

    /** Without anchors and mappings. */
    public ReadingContext(
            @Nullable ZoneId assumedZone, String defaultCountryCode, ArchiveLimits limits, SpoolSpace spools) {
        this(assumedZone, defaultCountryCode, limits, spools, List.of(), List.of());
    }

    /** The same with these anchors. */
    public ReadingContext trusting(List<X509Certificate> trusted) {
        return new ReadingContext(assumedZone, defaultCountryCode, limits, spools, trusted, mappings);
    }

    /** The same with these mappings. */
    public ReadingContext mapping(List<Mapping> chosen) {
        return new ReadingContext(assumedZone, defaultCountryCode, limits, spools, anchors, chosen);
    }

    /** The mapping for the file of this full path. */
    public Optional<Mapping> mappingFor(String fullPath) {
        return mappings.stream().filter(mapping -> mapping.isFor(fullPath)).findFirst();
    }

    /** No zone, numbers of Malaysia, usual limits. */
    public static ReadingContext usual(SpoolSpace spools) {
        return new ReadingContext(null, MALAYSIA, ArchiveLimits.USUAL, spools);
    }
}
