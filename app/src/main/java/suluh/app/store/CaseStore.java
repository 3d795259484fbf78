package suluh.app.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import suluh.core.casework.Mandate;

/** Cases and who belongs to them. */
public final class CaseStore {
    private static final String COLUMNS =
            "case_id, number, agency, opened_by, opened_at, register, offence, authority, checked_on";

    private final Database database;

    public CaseStore(Database database) {
        this.database = database;
    }

    /** A fresh case id; take it before the transaction that opens the case, which runs inside that case. */
    public int nextId() {
        return database.inTransaction(() -> database.jdbc()
                .sql("SELECT nextval('case_id_seq')::integer")
                .query(Integer.class)
                .single());
    }

    /** Stores a case; call inside its own transaction. */
    public CaseRow open(int id, String agency, String person, Instant at, Mandate mandate) {
        String number = String.format("SU-%d-%04d", at.atZone(ZoneOffset.UTC).getYear(), id);
        CaseRow row = new CaseRow(
                id,
                number,
                agency,
                person,
                at,
                mandate.registerVersion(),
                mandate.offence().code(),
                mandate.authority().reference(),
                mandate.checkedOn());
        database.jdbc()
                .sql("INSERT INTO probe_case (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(row.id())
                .param(row.number())
                .param(row.agency())
                .param(row.openedBy())
                .param(row.openedAt().atOffset(ZoneOffset.UTC))
                .param(row.register())
                .param(row.offence())
                .param(row.authority())
                .param(row.checkedOn())
                .update();
        return row;
    }

    /** Makes a person a member; call inside the case's transaction. */
    public void join(int caseId, String personId, Instant at) {
        database.jdbc()
                .sql("INSERT INTO case_member (case_id, person_id, joined_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                .param(caseId)
                .param(personId)
                .param(at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Cases that this person is a member of, newest first. */
    public List<CaseRow> casesOf(String personId) {
        return database.asPerson(
                personId,
                () -> database.jdbc()
                        .sql("SELECT " + COLUMNS + " FROM probe_case ORDER BY case_id DESC")
                        .query(CaseStore::row)
                        .list());
    }

    /** The case of this number, when the person is a member of it. */
    public Optional<CaseRow> caseOf(String personId, String number) {
        return database.asPerson(
                personId,
                () -> database.jdbc()
                        .sql("SELECT " + COLUMNS + " FROM probe_case WHERE number = ?")
                        .param(number)
                        .query(CaseStore::row)
                        .optional());
    }

    /** The number of a case that a flow works on by its id. */
    public String number(int caseId) {
        return database.inCase(
                caseId,
                () -> database.jdbc()
                        .sql("SELECT number FROM probe_case WHERE case_id = ?")
                        .param(caseId)
                        .query(String.class)
                        .single());
    }

    private static CaseRow row(ResultSet row, int number) throws SQLException {
        return new CaseRow(
                row.getInt(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getObject(9, java.time.LocalDate.class));
    }
}
