package suluh.app.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import suluh.core.casework.Role;

/** What permission is decided on: a person's state and, in a case, the membership that stands now. */
public final class AccessStore {
    private final Database database;

    public AccessStore(Database database) {
        this.database = database;
    }

    /**
     * A person as permission sees them.
     *
     * @param roles offices held now
     * @param membership of the case that was asked for, while it stands and the person's agency takes part
     */
    public record Standing(String agency, boolean isActive, Set<Role> roles, Optional<Membership> membership) {}

    /**
     * Membership of a case, with the role that counts there.
     *
     * @param isClosed true while the case is closed
     */
    public record Membership(CaseRow row, Role role, boolean isClosed) {}

    /** The person with this id and their membership of the case with this number, which may be empty; one query. */
    public Optional<Standing> standing(String personId, String number) {
        return database.asPerson(
                personId,
                () -> database.jdbc()
                        .sql("SELECT " + CaseStore.columns("c")
                                + ", p.agency AS p_agency, p.is_active, p.roles, m.role,"
                                + " s.closed_at IS NOT NULL AS is_closed FROM person p"
                                + " LEFT JOIN (case_member m JOIN probe_case c ON c.case_id = m.case_id"
                                + " LEFT JOIN case_standing s ON s.case_id = m.case_id)"
                                + " ON m.person_id = p.id AND m.left_at IS NULL AND c.number = ? AND (NOT p.signs_in"
                                + " OR EXISTS (SELECT 1 FROM case_agency a WHERE a.case_id = m.case_id"
                                + " AND a.agency = p.agency AND a.left_at IS NULL))"
                                + " WHERE p.id = ?")
                        .param(number)
                        .param(personId)
                        .query(AccessStore::standing)
                        .optional());
    }

    private static Standing standing(ResultSet row, int number) throws SQLException {
        String role = row.getString("role");
        return new Standing(
                row.getString("p_agency"),
                row.getBoolean("is_active"),
                PersonStore.roles(row.getArray("roles")),
                role == null
                        ? Optional.empty()
                        : Optional.of(new Membership(
                                CaseStore.row(row, number), PersonStore.role(role), row.getBoolean("is_closed"))));
    }
}
