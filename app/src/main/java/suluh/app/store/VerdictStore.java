package suluh.app.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import suluh.core.conversation.evaluation.GivenVerdict;
import suluh.core.conversation.evaluation.Verdict;

/** Looks at conversations of a case and verdicts on them; nothing of it is ever changed. Inside the case's transaction. */
public final class VerdictStore {
    /** More pages nobody opens in one stretch. */
    private static final int MAX_LOOKS = 2_000;

    private final Database database;

    public VerdictStore(Database database) {
        this.database = database;
    }

    /**
     * A verdict as stored.
     *
     * @param given what the measures take
     * @param reason why, in the person's own words
     * @param salt what the commitment in the ledger was made with, hexadecimal
     * @param score score at that time
     */
    public record StoredVerdict(GivenVerdict given, String reason, String salt, double score) {}

    /** Notes that the person looks at the conversation now. */
    public void look(int caseId, int conversation, String person, Instant at) {
        database.jdbc()
                .sql("INSERT INTO conversation_look (case_id, conversation, person, at) VALUES (?, ?, ?, ?)")
                .param(caseId)
                .param(conversation)
                .param(person)
                .param(at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Looks of the person at conversations of the case since then, oldest first; the newest {@value #MAX_LOOKS}. */
    public List<Instant> looksSince(String person, Instant since) {
        return database.jdbc()
                .sql("SELECT at FROM conversation_look WHERE person = ? AND at >= ? ORDER BY at DESC LIMIT "
                        + MAX_LOOKS)
                .params(person, since.atOffset(ZoneOffset.UTC))
                .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .list()
                .reversed();
    }

    /** Looks of the person at the conversation since that person's latest verdict on it, in order of time. */
    public List<Instant> looks(int conversation, String person) {
        return database.jdbc()
                .sql("SELECT at FROM conversation_look WHERE conversation = ? AND person = ? AND at >= coalesce("
                        + "(SELECT max(v.at) FROM conversation_verdict v WHERE v.conversation = ? AND v.person = ?),"
                        + " '-infinity') ORDER BY at")
                .param(conversation)
                .param(person)
                .param(conversation)
                .param(person)
                .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .list();
    }

    /** Stores a verdict. */
    public void add(int caseId, StoredVerdict verdict) {
        GivenVerdict given = verdict.given();
        database.jdbc()
                .sql("INSERT INTO conversation_verdict (case_id, conversation, person, at, verdict, reason, salt, band,"
                        + " score, seconds) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(caseId)
                .param(given.conversation())
                .param(given.person())
                .param(given.at().atOffset(ZoneOffset.UTC))
                .param(given.verdict().wire())
                .param(StorableText.of(verdict.reason()))
                .param(verdict.salt())
                .param(given.band())
                .param(verdict.score())
                .param(given.seconds())
                .update();
    }

    /** Verdicts of the case in the order in which they were given. */
    public List<StoredVerdict> all() {
        return database.jdbc()
                .sql("SELECT conversation, person, at, verdict, band, seconds, reason, salt, score"
                        + " FROM conversation_verdict ORDER BY sequence")
                .query((row, number) -> new StoredVerdict(
                        new GivenVerdict(
                                row.getInt(1),
                                row.getString(2),
                                row.getObject(3, OffsetDateTime.class).toInstant(),
                                Verdict.ofWire(row.getString(4)).orElseThrow(),
                                row.getString(5),
                                row.getLong(6)),
                        row.getString(7),
                        row.getString(8),
                        row.getDouble(9)))
                .list();
    }
}
