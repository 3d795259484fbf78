package suluh.app.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import suluh.core.observation.SourcePointer;
import suluh.core.observation.SourceTime;

/**
 * Adds up, while messages are stored, what each account wrote in each conversation and file.
 *
 * <p>What was added up is sent when another file's messages begin; a file whose messages come in several runs has several
 * rows of the same part. Memory: about 200 bytes for each account of each conversation of one file. Not thread-safe.
 */
final class MessageParts {
    private record Part(int conversation, int sender) {}

    private static final class Sum {
        private long messages;
        private @Nullable Instant first;
        private @Nullable Instant last;
        private long offset = Long.MAX_VALUE;
        private long length;
    }

    private final int caseId;
    private final CopyBuffer rows;
    private Map<Part, Sum> sums = new LinkedHashMap<>();
    private int place;

    MessageParts(Connection connection, int caseId) throws SQLException {
        this.caseId = caseId;
        this.rows = new CopyBuffer(
                connection,
                "message_part",
                "case_id, conversation, sender, messages, first_at, last_at, place, source_offset, source_length");
    }

    /**
     * Counts a message.
     *
     * @param sender number of the account, or 0 when nobody wrote it
     * @param file its number
     */
    void add(int conversation, int sender, int file, SourceTime time, SourcePointer source)
            throws SQLException, IOException {
        if (file != place) {
            send();
            place = file;
        }
        Sum sum = sums.computeIfAbsent(new Part(conversation, sender), ignored -> new Sum());
        sum.messages++;
        Instant at = stored(time);
        if (at != null) {
            Instant first = sum.first;
            Instant last = sum.last;
            sum.first = first == null || at.isBefore(first) ? at : first;
            sum.last = last == null || at.isAfter(last) ? at : last;
        }
        boolean isBefore =
                source.offset() < sum.offset || (source.offset() == sum.offset && source.length() < sum.length);
        if (isBefore) {
            sum.offset = source.offset();
            sum.length = source.length();
        }
    }

    /** Sends what is left and puts all rows into their table. */
    void finish(Connection connection) throws SQLException, IOException {
        send();
        rows.finish(connection);
    }

    /** Sends the parts of the file, in the order in which they were met. */
    private void send() throws SQLException, IOException {
        for (Map.Entry<Part, Sum> entry : sums.entrySet()) {
            Part part = entry.getKey();
            Sum sum = entry.getValue();
            rows.number(caseId)
                    .number(part.conversation())
                    .numberOrNull(part.sender(), part.sender() == 0)
                    .number(sum.messages)
                    .instant(sum.first)
                    .instant(sum.last)
                    .number(place)
                    .number(sum.offset)
                    .number(sum.length);
            rows.endRow();
            rows.flushWhenFull();
        }
        // Clearing would cost each small file the size of the largest.
        sums = new LinkedHashMap<>();
    }

    /** The time as the row of the message holds it: the instant, else the local time taken as UTC, else none. */
    private static @Nullable Instant stored(SourceTime time) {
        Instant instant = time.instant();
        if (instant != null && CopyBuffer.isStorable(instant)) {
            return instant;
        }
        LocalDateTime local = time.local();
        return local != null && CopyBuffer.isStorable(local) ? local.toInstant(ZoneOffset.UTC) : null;
    }
}
