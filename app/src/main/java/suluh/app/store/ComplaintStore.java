package suluh.app.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import suluh.core.casework.complaint.Channel;
import suluh.core.casework.complaint.Complaint;
import suluh.core.casework.complaint.Stage;
import suluh.core.casework.targets.Target;

/** Complaints of an agency, and what they point at. */
public final class ComplaintStore {
    /** Complaints that the inbox gathers at once; the oldest ones, so that none waits unseen for ever. */
    private static final int MAX_INBOX = 20_000;

    private static final String COLUMNS = "reference, agency, received_at, channel, reporter, language, concern, words,"
            + " happened, is_imminent, is_by_child, contact, stage, closing, case_number, acknowledged_at, told_at, told,"
            + " may_tell";

    private final Database database;

    public ComplaintStore(Database database) {
        this.database = database;
    }

    /**
     * What is known of where a complaint came from.
     *
     * @param source keyed digest of the network address of that day, or of the file
     * @param reporter keyed digest that tells one reporter from another
     * @param secretSha256 digest of the secret that opens the status page, or empty when nobody was given one
     */
    public record Origin(Channel channel, String source, String reporter, String secretSha256) {}

    /** How many came from this source since then; call inside the intake's transaction. */
    public int countFrom(String source, Instant since) {
        return database.jdbc()
                .sql("SELECT count(*)::integer FROM complaint WHERE source = ? AND received_at > ?")
                .param(source)
                .param(since.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    /** How many came by the form since then, over all sources; call inside the intake's transaction. */
    public int countByForm(Instant since) {
        return database.jdbc()
                .sql("SELECT count(*)::integer FROM complaint WHERE channel = 'form' AND received_at > ?")
                .param(since.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    /** Stores a complaint; call inside the intake's transaction. */
    public void add(String agency, String reference, Instant at, Complaint complaint, Origin origin) {
        database.jdbc()
                .sql("INSERT INTO complaint (reference, agency, received_at, channel, source, reporter, secret_sha256,"
                        + " language, concern, words, happened, is_imminent, is_by_child, contact, stage)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        reference,
                        agency,
                        at.atOffset(ZoneOffset.UTC),
                        origin.channel().wire(),
                        origin.source(),
                        origin.reporter(),
                        origin.secretSha256(),
                        complaint.language(),
                        complaint.concern().wire(),
                        StorableText.of(complaint.words()),
                        StorableText.of(complaint.when()),
                        complaint.isImminent(),
                        complaint.reporterIsChild(),
                        StorableText.of(complaint.contact()),
                        Stage.RECEIVED.wire())
                .update();
        for (Target target : complaint.targets()) {
            database.jdbc()
                    .sql("INSERT INTO complaint_target (reference, key, as_written) VALUES (?, ?, ?)"
                            + " ON CONFLICT DO NOTHING")
                    .params(reference, StorableText.of(target.key()), StorableText.of(target.asWritten()))
                    .update();
        }
    }

    /** Complaints that wait for something, oldest first: not settled yet, or their reporter not told. */
    public List<ComplaintRow> waiting() {
        List<ComplaintRow> rows = database.jdbc()
                .sql("SELECT " + COLUMNS + " FROM complaint WHERE stage = 'received'"
                        + " OR (told_at IS NULL AND contact <> '') ORDER BY received_at, reference LIMIT " + MAX_INBOX)
                .query(ComplaintStore::row)
                .list();
        Map<String, List<Target>> targets = new HashMap<>();
        database.jdbc()
                .sql("SELECT t.reference, t.key, t.as_written FROM complaint_target t JOIN complaint c"
                        + " ON c.reference = t.reference WHERE c.stage = 'received' ORDER BY t.reference, t.key")
                .query(found -> {
                    targets.computeIfAbsent(found.getString(1), reference -> new ArrayList<>())
                            .add(Target.ofKey(found.getString(2), found.getString(3)));
                });
        return rows.stream()
                .map(row -> row.with(targets.getOrDefault(row.reference(), List.of())))
                .toList();
    }

    /** A complaint whose clocks run: nobody has looked at its danger, or its reporter waits for an answer. */
    public record WaitingComplaint(String reference, Instant receivedAt, boolean waitsInDanger, boolean awaitsAnswer) {}

    /** Complaints whose clocks run, oldest first; call inside the intake's transaction. */
    public List<WaitingComplaint> clocks() {
        return database.jdbc()
                .sql("SELECT reference, received_at, danger, answer FROM (SELECT reference, received_at,"
                        + " stage = 'received' AND is_imminent AND acknowledged_at IS NULL AS danger,"
                        + " told_at IS NULL AND contact <> '' AND may_tell AS answer FROM complaint) c"
                        + " WHERE danger OR answer ORDER BY received_at, reference LIMIT " + MAX_INBOX)
                .query((row, number) -> new WaitingComplaint(
                        row.getString(1),
                        row.getObject(2, OffsetDateTime.class).toInstant(),
                        row.getBoolean(3),
                        row.getBoolean(4)))
                .list();
    }

    /** The complaint of this reference, locked until the transaction ends; call inside the intake's transaction. */
    public Optional<ComplaintRow> locked(String reference) {
        return database.jdbc()
                .sql("SELECT " + COLUMNS + " FROM complaint WHERE reference = ? FOR UPDATE")
                .param(reference)
                .query(ComplaintStore::row)
                .optional()
                .map(row -> row.with(targets(reference)));
    }

    /** The complaint of this reference, for whoever has the secret of this digest; its targets are not shown. */
    public Optional<ComplaintRow> bySecret(String reference, String secretSha256) {
        return database.withSecret(
                secretSha256,
                () -> database.jdbc()
                        .sql("SELECT " + COLUMNS + " FROM complaint WHERE reference = ?")
                        .param(reference)
                        .query(ComplaintStore::row)
                        .optional());
    }

    private List<Target> targets(String reference) {
        return database.jdbc()
                .sql("SELECT key, as_written FROM complaint_target WHERE reference = ? ORDER BY key")
                .param(reference)
                .query((row, number) -> Target.ofKey(row.getString(1), row.getString(2)))
                .list();
    }

    /** Says for every complaint of this agency in this case whether its reporter may be told anything. */
    public void setMayTell(String caseNumber, boolean mayTell) {
        database.jdbc()
                .sql("UPDATE complaint SET may_tell = ? WHERE case_number = ?")
                .params(mayTell, caseNumber)
                .update();
    }

    /** True when complaints of this source were received before; call inside the intake's transaction. */
    public boolean hasSource(String source) {
        return database.jdbc()
                .sql("SELECT EXISTS (SELECT 1 FROM complaint WHERE source = ?)")
                .param(source)
                .query(Boolean.class)
                .single();
    }

    /** Records that a person looked at a complaint of imminent danger. */
    public void acknowledge(String reference, String person, Instant at) {
        database.jdbc()
                .sql("UPDATE complaint SET acknowledged_at = ?, acknowledged_by = ?" + " WHERE reference = ?")
                .params(at.atOffset(ZoneOffset.UTC), person, reference)
                .update();
    }

    /** Takes a complaint into a case. */
    public void link(String reference, String caseNumber, boolean mayTell) {
        database.jdbc()
                .sql("UPDATE complaint SET stage = ?, case_number = ?, may_tell = ? WHERE reference = ?")
                .params(Stage.IN_CASE.wire(), caseNumber, mayTell, reference)
                .update();
    }

    /** Closes a complaint; with {@code erases} what it said and whom it named goes. */
    public void close(String reference, String closing, boolean erases) {
        database.jdbc()
                .sql("UPDATE complaint SET stage = ?, closing = ? WHERE reference = ?")
                .params(Stage.CLOSED.wire(), closing, reference)
                .update();
        if (erases) {
            database.jdbc()
                    .sql("UPDATE complaint SET words = '', happened = '' WHERE reference = ?")
                    .param(reference)
                    .update();
            database.jdbc()
                    .sql("DELETE FROM complaint_target WHERE reference = ?")
                    .param(reference)
                    .update();
        }
    }

    /** Records what the reporter was told; of a closed complaint the contact has then served its purpose and goes. */
    public void told(String reference, String words, Instant at) {
        database.jdbc()
                .sql("UPDATE complaint SET told_at = ?, told = ?,"
                        + " contact = CASE stage WHEN 'closed' THEN '' ELSE contact END WHERE reference = ?")
                .params(at.atOffset(ZoneOffset.UTC), StorableText.of(words), reference)
                .update();
    }

    private static ComplaintRow row(ResultSet row, int number) throws SQLException {
        return new ComplaintRow(
                row.getString(1),
                row.getString(2),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getBoolean(10),
                row.getBoolean(11),
                row.getString(12),
                Stage.ofWire(row.getString(13)),
                row.getString(14),
                row.getString(15),
                instant(row, 16),
                instant(row, 17),
                row.getString(18),
                row.getBoolean(19),
                List.of());
    }

    static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
