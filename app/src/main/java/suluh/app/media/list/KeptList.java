package suluh.app.media.list;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import suluh.core.kernel.Sha256Digest;

/**
 * A list of known hashes that was imported.
 *
 * @param name name under which later editions replace it
 * @param source who made it
 * @param licence on what ground it may be held
 * @param scheme whose categories it uses
 * @param purpose {@code known} or {@code known-good}
 * @param date date of the edition, or null when its maker states none
 * @param agencies ids of the agencies whose people may see what it found
 * @param sha256 digest of its bytes, which lie sealed
 */
public record KeptList(
        int id,
        String name,
        String source,
        String licence,
        String scheme,
        String purpose,
        @Nullable LocalDate date,
        List<String> agencies,
        String format,
        Sha256Digest sha256,
        long sizeBytes,
        long records,
        long unusable,
        String importedBy,
        Instant importedAt) {
    public KeptList {
        agencies = List.copyOf(agencies);
    }

    /** The same list under the number that it was given. */
    public KeptList withId(int given) {
        return new KeptList(
                given,
                name,
                source,
                licence,
                scheme,
                purpose,
                date,
                agencies,
                format,
                sha256,
                sizeBytes,
                records,
                unusable,
                importedBy,
                importedAt);
    }

    /** True when people of this agency may see what the list finds. */
    public boolean isFor(String agency) {
        return agencies.contains(agency);
    }

    /** True for a list of files that need nobody's look, such as those of an operating system. */
    public boolean isKnownGood() {
        return purpose.equals("known-good");
    }
}
