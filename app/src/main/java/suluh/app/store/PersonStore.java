package suluh.app.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import suluh.core.casework.Role;

/** People who may sign in, and the roles they hold. */
public final class PersonStore {
    private static final String SELECT =
            "SELECT id, agency, login, display_name, password_hash, created_at, roles, is_active, version FROM person"
                    + " WHERE signs_in";

    private final Database database;

    public PersonStore(Database database) {
        this.database = database;
    }

    /** Stores a person; call inside a transaction of scope {@link Scope#PEOPLE}. */
    public void add(PersonRow person) {
        database.jdbc()
                .sql("INSERT INTO person (id, agency, login, display_name, password_hash, created_at, roles, is_active)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
                .param(person.id())
                .param(person.agency())
                .param(person.login())
                .param(person.displayName())
                .param(person.passwordHash())
                .param(person.createdAt().atOffset(ZoneOffset.UTC))
                .param(wire(person.roles()))
                .param(person.isActive())
                .update();
    }

    /**
     * Gives a person other roles and says whether they are active; false when the person is no longer at this version.
     * Call inside scope {@link Scope#PEOPLE}.
     */
    public boolean change(String id, Set<Role> roles, boolean isActive, int version) {
        return database.jdbc()
                        .sql("UPDATE person SET roles = ?, is_active = ?, version = version + 1"
                                + " WHERE id = ? AND version = ? AND signs_in")
                        .param(wire(roles))
                        .param(isActive)
                        .param(id)
                        .param(version)
                        .update()
                == 1;
    }

    /** Everybody who may sign in or once could, by agency and name. */
    public List<PersonRow> all() {
        return database.inScope(
                Scope.PEOPLE,
                () -> database.jdbc()
                        .sql(SELECT + " ORDER BY agency, display_name, id")
                        .query(PersonStore::row)
                        .list());
    }

    /** The person who signs in under this name. */
    public Optional<PersonRow> byLogin(String login) {
        return one("login", login);
    }

    /** The person of this id. */
    public Optional<PersonRow> byId(String id) {
        return one("id", id);
    }

    private Optional<PersonRow> one(String column, String value) {
        return database.inScope(
                Scope.PEOPLE,
                () -> database.jdbc()
                        .sql(SELECT + " AND " + column + " = ?")
                        .param(value)
                        .query(PersonStore::row)
                        .optional());
    }

    private static PersonRow row(ResultSet row, int number) throws SQLException {
        return new PersonRow(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                roles(row.getArray(7)),
                row.getBoolean(8),
                row.getInt(9));
    }

    static Set<Role> roles(Array array) throws SQLException {
        EnumSet<Role> roles = EnumSet.noneOf(Role.class);
        for (String wire : (String[]) array.getArray()) {
            roles.add(role(wire));
        }
        return roles;
    }

    static Role role(String wire) {
        return Role.ofWire(wire).orElseThrow(() -> new StoreException("The database names an unknown role: " + wire));
    }

    private static String[] wire(Collection<Role> roles) {
        return roles.stream().sorted().map(Role::wire).toArray(String[]::new);
    }
}
