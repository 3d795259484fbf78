package suluh.app.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceUtils;
import suluh.core.kernel.EvidenceId;
import suluh.core.network.CaseNetwork;
import suluh.core.network.Tie;
import suluh.core.observation.SourcePointer;

/** The network of a case as it was mapped, each mapping kept. */
public final class MapStore {
    /** Ties shown of one node or pair. */
    private static final int MAX_TIES = 200;

    private final Database database;

    public MapStore(Database database) {
        this.database = database;
    }

    /**
     * A tie of the latest mapping, by the keys of its ends.
     *
     * @param first earliest known time, or null
     * @param last latest known time, or null
     * @param sources some of its records
     */
    public record StoredTieOfMap(
            String a,
            String b,
            String kind,
            long observations,
            @Nullable Instant first,
            @Nullable Instant last,
            List<SourcePointer> sources) {
        public StoredTieOfMap {
            sources = List.copyOf(sources);
        }
    }

    /** Stores a mapping with its ties. */
    public void add(int caseId, Instant madeAt, byte[] json, CaseNetwork network) {
        database.inCase(caseId, () -> {
            new CourseStore(database).lockedStanding(caseId);
            int sequence = database.jdbc()
                    .sql("SELECT count(*) + 1 FROM network_map")
                    .query(Integer.class)
                    .single();
            database.jdbc()
                    .sql("INSERT INTO network_map (case_id, sequence, made_at, json) VALUES (?, ?, ?, ?)")
                    .params(caseId, sequence, madeAt.atOffset(ZoneOffset.UTC), json)
                    .update();
            writeTies(caseId, sequence, network);
            return true;
        });
    }

    /** Tells the latest mapping of a case from every other, also from one of the same number before an erasure. */
    public String latestVersion(int caseId) {
        return database.inCase(
                caseId,
                () -> database.jdbc()
                        .sql("SELECT (SELECT coalesce(max(sequence), 0) FROM network_map) || ' '"
                                + " || (SELECT count(*) FROM case_erasure WHERE case_id = current_case())")
                        .query(String.class)
                        .single());
    }

    /** The latest mapping as the bytes of its JSON. */
    public Optional<byte[]> latest(int caseId) {
        return database.inCase(
                caseId,
                () -> database.jdbc()
                        .sql("SELECT json FROM network_map ORDER BY sequence DESC LIMIT 1")
                        .query(byte[].class)
                        .optional());
    }

    /** Ties of the latest mapping between these two nodes, in either direction. */
    public List<StoredTieOfMap> between(int caseId, String x, String y) {
        return ties(
                caseId,
                "(a_md5 = ? AND a = ? AND b = ?) OR (a_md5 = ? AND a = ? AND b = ?)",
                List.of(md5(x), x, y, md5(y), y, x));
    }

    /** Ties of the latest mapping that this node is an end of, those of most records first. */
    public List<StoredTieOfMap> of(int caseId, String key) {
        return ties(caseId, "(a_md5 = ? AND a = ?) OR (b_md5 = ? AND b = ?)", List.of(md5(key), key, md5(key), key));
    }

    private static String md5(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }

    private List<StoredTieOfMap> ties(int caseId, String condition, List<String> keys) {
        return database.inCase(
                caseId,
                () -> database.jdbc()
                        .sql("SELECT a, b, kind, observations, first_at, last_at, sources FROM network_tie"
                                + " WHERE case_id = ? AND sequence = (SELECT max(sequence) FROM network_map WHERE case_id = ?)"
                                + " AND (" + condition + ")"
                                + " ORDER BY observations DESC, kind, a, b LIMIT " + MAX_TIES)
                        .params(caseId, caseId)
                        .params(keys)
                        .query((row, number) -> new StoredTieOfMap(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getLong(4),
                                NetworkStore.instant(row, 5),
                                NetworkStore.instant(row, 6),
                                sources(row.getString(7))))
                        .list());
    }

    private void writeTies(int caseId, int sequence, CaseNetwork network) {
        Connection connection = DataSourceUtils.getConnection(database.pool());
        try {
            CopyBuffer buffer = new CopyBuffer(
                    connection,
                    "network_tie",
                    "case_id, sequence, a, b, kind, observations, first_at, last_at, sources");
            for (Tie tie : network.ties()) {
                buffer.number(caseId)
                        .number(sequence)
                        .text(network.key(tie.a()))
                        .text(network.key(tie.b()))
                        .word(tie.kind().wire())
                        .number(tie.observations())
                        .instant(tie.first())
                        .instant(tie.last())
                        .text(lines(tie.sources()));
                buffer.endRow();
                buffer.flushWhenFull();
            }
            buffer.finish(connection);
        } catch (SQLException | IOException e) {
            throw new StoreException("The network could not be stored: " + e.getMessage(), e);
        }
    }

    /** A line for each source: item, offset, length, and the path, which may hold spaces. */
    private static String lines(List<SourcePointer> sources) {
        StringBuilder lines = new StringBuilder();
        for (SourcePointer source : sources) {
            lines.append(source.item().value())
                    .append(' ')
                    .append(source.offset())
                    .append(' ')
                    .append(source.length())
                    .append(' ')
                    .append(source.path().replace('\n', ' '))
                    .append('\n');
        }
        return lines.toString();
    }

    private static List<SourcePointer> sources(String lines) {
        List<SourcePointer> sources = new ArrayList<>();
        lines.lines().forEach(line -> {
            String[] fields = line.split(" ", 4);
            sources.add(new SourcePointer(
                    new EvidenceId(fields[0]), fields[3], Long.parseLong(fields[1]), Long.parseLong(fields[2])));
        });
        return sources;
    }
}
