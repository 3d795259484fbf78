package suluh.core.casework.request;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a production holds about one target.
 *
 * @param target key of the target that was asked about, or the account's own key when nobody asked about it
 * @param type kind of record
 * @param records how many
 * @param first instant of the earliest that has one, or null
 * @param last instant of the latest that has one, or null
 */
public record Received(
        String target,
        RecordType type,
        long records,
        @Nullable Instant first,
        @Nullable Instant last) {}
