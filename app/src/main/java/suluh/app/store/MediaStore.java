package suluh.app.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import suluh.app.media.Decoding;
import suluh.app.media.MediaFormat;
import suluh.core.observation.SourcePointer;

/** Media of a case by content: where each lies and who sent it, and what it matched. */
public final class MediaStore {
    private static final int FETCH_ROWS = 2_000;

    private final Database database;

    public MediaStore(Database database) {
        this.database = database;
    }

    /** Media files that reading has met, each as a pointer to the whole of it, in the order of reading. */
    public List<SourcePointer> received(int caseId) {
        return database.inCase(
                caseId,
                () -> database.jdbc()
                        .sql("SELECT p.item, p.path, o.source_offset, o.source_length FROM other_observation o"
                                + " JOIN place p ON p.case_id = o.case_id AND p.id = o.place"
                                + " WHERE o.case_id = ? AND o.kind = 'media' ORDER BY o.place")
                        .param(caseId)
                        .query((row, number) -> SourceRow.pointer(row, 1))
                        .list());
    }

    /**
     * A message that came with files.
     *
     * @param names their names as the source writes them
     */
    public record NamingMessage(List<String> names, MediaHolder holder) {
        public NamingMessage {
            names = List.copyOf(names);
        }
    }

    /** Messages with attachments, earliest first. */
    public void forEachNaming(int caseId, Consumer<NamingMessage> sink) {
        database.inCase(caseId, () -> {
            database.jdbc()
                    .sql("SELECT m.attachments, a.key, c.key, c.platform, m.sent_text, m.sent_at, p.item, p.path,"
                            + " m.source_offset, m.source_length FROM message m"
                            + " JOIN conversation c ON c.case_id = m.case_id AND c.id = m.conversation"
                            + " LEFT JOIN account a ON a.case_id = m.case_id AND a.id = m.sender"
                            + " JOIN place p ON p.case_id = m.case_id AND p.id = m.place"
                            + " WHERE m.case_id = ? AND m.attachments <> ''"
                            + " ORDER BY m.sort_at, m.order_in_file, m.place, m.source_offset")
                    .withFetchSize(FETCH_ROWS)
                    .param(caseId)
                    .query((RowCallbackHandler) row -> {
                        OffsetDateTime sentAt = row.getObject(6, OffsetDateTime.class);
                        sink.accept(new NamingMessage(
                                names(row.getString(1)),
                                new MediaHolder(
                                        row.getString(2),
                                        row.getString(3),
                                        row.getString(4),
                                        row.getString(5),
                                        sentAt == null ? null : sentAt.toInstant(),
                                        SourceRow.pointer(row, 7))));
                    });
            return true;
        });
    }

    /** Contents of the case in the order of reading. */
    public List<MediaContent> contents(int caseId) {
        return database.inCase(caseId, () -> {
            Map<Integer, List<Decoding.Hashed>> frames = frames();
            return database.jdbc()
                    .sql("SELECT " + MediaColumns.CONTENT + " FROM media_content ORDER BY id")
                    .query((row, number) -> MediaColumns.content(row, frames))
                    .list();
        });
    }

    /** The content of this number. */
    public Optional<MediaContent> content(int caseId, int id) {
        return contents(caseId, List.of(id)).stream().findFirst();
    }

    /** Contents of these numbers. */
    public List<MediaContent> contents(int caseId, Collection<Integer> ids) {
        return database.inCase(caseId, () -> {
            Map<Integer, List<Decoding.Hashed>> frames = frames();
            return database.jdbc()
                    .sql("SELECT " + MediaColumns.CONTENT + " FROM media_content WHERE id = ANY(?) ORDER BY id")
                    .param(array(ids))
                    .query((row, number) -> MediaColumns.content(row, frames))
                    .list();
        });
    }

    /** Contents from this place on: those that a list knows first, then near copies, then the others. */
    public List<MediaContent> page(int caseId, long from, int count) {
        return database.inCase(caseId, () -> {
            Map<Integer, List<Decoding.Hashed>> frames = frames();
            return database.jdbc()
                    .sql("SELECT " + MediaColumns.CONTENT + " FROM media_content c ORDER BY"
                            + " NOT EXISTS (SELECT FROM media_hit h WHERE h.case_id = c.case_id AND h.content = c.id),"
                            + " NOT EXISTS (SELECT FROM media_near_copy n WHERE n.case_id = c.case_id"
                            + " AND n.content = c.id), id OFFSET ? LIMIT ?")
                    .params(from, count)
                    .query((row, number) -> MediaColumns.content(row, frames))
                    .list();
        });
    }

    /** Frames of the videos of the case, by number of the content; call inside the case's transaction. */
    private Map<Integer, List<Decoding.Hashed>> frames() {
        Map<Integer, List<Decoding.Hashed>> frames = new HashMap<>();
        database.jdbc()
                .sql("SELECT " + MediaColumns.FRAME + " FROM media_frame ORDER BY content, number")
                .query((RowCallbackHandler) row -> frames.computeIfAbsent(row.getInt(1), ignored -> new ArrayList<>())
                        .add(MediaColumns.hashed(row, MediaFormat.valueOf(row.getString(3)), 4)));
        return frames;
    }

    /** Number of contents of the case. */
    public long count(int caseId) {
        return database.inCase(
                caseId,
                () -> database.jdbc()
                        .sql("SELECT count(*) FROM media_content")
                        .query(Long.class)
                        .single());
    }

    /** Where contents lie, the earliest sent first; what no message names comes last. */
    public List<MediaFile> files(int caseId) {
        return files(caseId, "", Optional.empty());
    }

    /** The same for these contents only. */
    public List<MediaFile> filesOf(int caseId, Collection<Integer> ids) {
        return files(caseId, " AND f.content = ANY(?)", Optional.of(array(ids)));
    }

    /** Where the contents lie that the account of this key sent, whoever else sent them. */
    public List<MediaFile> filesSentAlsoBy(int caseId, String account) {
        return files(
                caseId,
                " AND f.content IN (SELECT s.content FROM media_file s WHERE s.case_id = f.case_id AND s.account = ?)",
                Optional.of(account));
    }

    /** Numbers of the contents that came with these messages, by the record of the message. */
    public Map<SourcePointer, List<Integer>> contentsOfMessages(int caseId, List<SourcePointer> messages) {
        Map<SourcePointer, List<Integer>> contents = new HashMap<>();
        database.inCase(caseId, () -> {
            database.jdbc()
                    .sql("SELECT f.message_item, f.message_path, f.message_offset, f.message_length, f.content"
                            + " FROM unnest(?::text[], ?::text[], ?::bigint[]) AS q(item, path, start)"
                            + " JOIN media_file f ON f.case_id = ? AND f.message_item = q.item"
                            + " AND f.message_offset = q.start AND f.message_path = q.path"
                            + " GROUP BY 1, 2, 3, 4, 5 ORDER BY f.content")
                    .param(messages.stream().map(one -> one.item().value()).toArray(String[]::new))
                    .param(messages.stream().map(SourcePointer::path).toArray(String[]::new))
                    .param(messages.stream().map(SourcePointer::offset).toArray(Long[]::new))
                    .param(caseId)
                    .query((RowCallbackHandler)
                            row -> contents.computeIfAbsent(SourceRow.pointer(row, 1), ignored -> new ArrayList<>())
                                    .add(row.getInt(5)));
            return true;
        });
        return contents;
    }

    private List<MediaFile> files(int caseId, String condition, Optional<Object> value) {
        List<Object> parameters = new ArrayList<>();
        parameters.add(caseId);
        value.ifPresent(parameters::add);
        return database.inCase(
                caseId,
                () -> database.jdbc()
                        .sql(
                                "SELECT f.content, f.item, f.path, 0::bigint, c.size_bytes, f.account, f.conversation, f.platform,"
                                        + " f.sent_text, f.sent_at, f.message_item, f.message_path, f.message_offset, f.message_length"
                                        + " FROM media_file f JOIN media_content c ON c.case_id = f.case_id AND c.id = f.content"
                                        + " WHERE f.case_id = ?" + condition
                                        + " ORDER BY f.sent_at NULLS LAST, f.conversation NULLS LAST, f.item,"
                                        + " f.path, f.message_item, f.message_path, f.message_offset")
                        .params(parameters)
                        .query((row, number) -> new MediaFile(row.getInt(1), SourceRow.pointer(row, 2), holder(row)))
                        .list());
    }

    /** Forgets what lists and copies an earlier run found; call inside the case's transaction. */
    public void forgetMatches() {
        database.jdbc().sql("DELETE FROM media_hit").update();
        database.jdbc().sql("DELETE FROM media_near_copy").update();
    }

    /** Hits of these contents in the order of content, distance and list. */
    public List<MediaHit> hitsOf(int caseId, Collection<Integer> ids) {
        return database.inCase(
                caseId,
                () -> database.jdbc()
                        .sql("SELECT content, list, record, kind, hash, distance, turn, category FROM media_hit"
                                + " WHERE content = ANY(?) ORDER BY content, distance, list, record, kind")
                        .param(array(ids))
                        .query((row, number) -> new MediaHit(
                                row.getInt(1),
                                row.getInt(2),
                                row.getInt(3),
                                row.getString(4),
                                row.getString(5),
                                row.getInt(6),
                                row.getString(7),
                                row.getString(8)))
                        .list());
    }

    /** Members of groups of near copies, group by group, the one that came first before its copies. */
    public List<MediaCopy> copies(int caseId) {
        return database.inCase(
                caseId,
                () -> database.jdbc()
                        .sql("SELECT content, leader, distance, turn FROM media_near_copy"
                                + " ORDER BY leader, content <> leader, distance, content")
                        .query((row, number) ->
                                new MediaCopy(row.getInt(1), row.getInt(2), row.getInt(3), row.getString(4)))
                        .list());
    }

    private static Integer[] array(Collection<Integer> ids) {
        return ids.toArray(Integer[]::new);
    }

    /** Names out of the lines of a message's attachments, as they are stored: kind, presence, name. */
    public static List<String> names(String attachments) {
        return attachments
                .lines()
                .map(line -> line.split(" ", 3))
                .filter(parts -> parts.length == 3 && !parts[2].isEmpty())
                .map(parts -> parts[2])
                .toList();
    }

    private static @Nullable MediaHolder holder(ResultSet row) throws SQLException {
        if (row.getString(11) == null) {
            return null;
        }
        OffsetDateTime sentAt = row.getObject(10, OffsetDateTime.class);
        Instant instant = sentAt == null ? null : sentAt.toInstant();
        return new MediaHolder(
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                instant,
                SourceRow.pointer(row, 11));
    }
}
