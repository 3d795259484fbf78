package suluh.app.store;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** People who may sign in. */
public final class PersonStore {
    private final Database database;

    public PersonStore(Database database) {
        this.database = database;
    }

    /** Stores a person; call inside a transaction. */
    public void add(PersonRow person) {
        database.jdbc()
                .sql("INSERT INTO person (id, agency, login, display_name, password_hash, created_at) "
                        + "VALUES (?, ?, ?, ?, ?, ?)")
                .param(person.id())
                .param(person.agency())
                .param(person.login())
                .param(person.displayName())
                .param(person.passwordHash())
                .param(person.createdAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** True when nobody has been added yet. */
    public boolean isEmpty() {
        return database.inTransaction(() -> database.jdbc()
                        .sql("SELECT count(*) FROM person")
                        .query(Long.class)
                        .single()
                == 0);
    }

    /** The person who signs in under this name. */
    public Optional<PersonRow> byLogin(String login) {
        return database.inTransaction(() -> database.jdbc()
                .sql("SELECT id, agency, login, display_name, password_hash, created_at FROM person WHERE login = ?")
                .param(login)
                .query((row, number) -> new PersonRow(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getObject(6, OffsetDateTime.class).toInstant()))
                .optional());
    }
}
