package suluh.app.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import suluh.core.casework.Mandate;
import suluh.core.casework.Role;

/** Cases and who belongs to them. */
public final class CaseStore {
    private static final String COLUMNS =
            "case_id, number, agency, opened_by, opened_at, register, offence, authority, checked_on";
    private static final String LEAD = "lead";
    private static final String PARTNER = "partner";

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

    /** Columns of {@link #row} under this alias of the table. */
    static String columns(String alias) {
        return alias + "." + COLUMNS.replace(", ", ", " + alias + ".");
    }

    /** Stores a case with its leading agency; call inside its own transaction. */
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
        addAgency(id, agency, LEAD, at);
        return row;
    }

    /** Brings another agency into the case, or back; call inside the case's transaction. */
    public void bringIn(int caseId, String agency, Instant at) {
        addAgency(caseId, agency, PARTNER, at);
    }

    private void addAgency(int caseId, String agency, String standing, Instant at) {
        database.jdbc()
                .sql("INSERT INTO case_agency (case_id, agency, standing, joined_at) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (case_id, agency) DO UPDATE SET left_at = NULL")
                .param(caseId)
                .param(agency)
                .param(standing)
                .param(at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Agencies that take part in the case, the leading one first. */
    public List<String> agencies(int caseId) {
        return database.inCase(
                caseId,
                () -> database.jdbc()
                        .sql("SELECT agency FROM case_agency WHERE left_at IS NULL ORDER BY standing, agency")
                        .query(String.class)
                        .list());
    }

    /** A member of a case, with the role that counts there. */
    public record Member(String personId, String displayName, String agency, Role role, Instant joinedAt) {}

    /** Members of the case in the order of joining. */
    public List<Member> members(int caseId) {
        return database.inCase(
                caseId,
                () -> database.jdbc()
                        .sql("SELECT m.person_id, p.display_name, p.agency, m.role, m.joined_at FROM case_member m"
                                + " JOIN person p ON p.id = m.person_id WHERE m.left_at IS NULL"
                                + " ORDER BY m.joined_at, m.person_id")
                        .query((row, number) -> new Member(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                PersonStore.role(row.getString(4)),
                                row.getObject(5, OffsetDateTime.class).toInstant()))
                        .list());
    }

    /** Makes a person a member in this role, again or in place of another; call inside the case's transaction. */
    public void join(int caseId, String personId, Role role, Instant at) {
        database.jdbc()
                .sql("INSERT INTO case_member (case_id, person_id, role, joined_at) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (case_id, person_id) DO UPDATE SET role = EXCLUDED.role,"
                        + " joined_at = EXCLUDED.joined_at, left_at = NULL")
                .param(caseId)
                .param(personId)
                .param(role.wire())
                .param(at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Ends a membership; false when there was none. Call inside the case's transaction. */
    public boolean leave(int caseId, String personId, Instant at) {
        return database.jdbc()
                        .sql(
                                "UPDATE case_member SET left_at = ? WHERE case_id = ? AND person_id = ? AND left_at IS NULL")
                        .param(at.atOffset(ZoneOffset.UTC))
                        .param(caseId)
                        .param(personId)
                        .update()
                == 1;
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

    /** The case of this id, when there is one; call inside that case. */
    public Optional<CaseRow> find(int caseId) {
        return database.jdbc()
                .sql("SELECT " + COLUMNS + " FROM probe_case WHERE case_id = ?")
                .param(caseId)
                .query(CaseStore::row)
                .optional();
    }

    /** The case of this id; call when access to it was decided. */
    public CaseRow row(int caseId) {
        return database.inCase(
                caseId,
                () -> database.jdbc()
                        .sql("SELECT " + COLUMNS + " FROM probe_case WHERE case_id = ?")
                        .param(caseId)
                        .query(CaseStore::row)
                        .single());
    }

    /** When a case was opened. */
    public Instant openedAt(int caseId) {
        return database.inCase(
                caseId,
                () -> database.jdbc()
                        .sql("SELECT opened_at FROM probe_case WHERE case_id = ?")
                        .param(caseId)
                        .query((row, number) ->
                                row.getObject(1, OffsetDateTime.class).toInstant())
                        .single());
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

    static CaseRow row(ResultSet row, int number) throws SQLException {
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
