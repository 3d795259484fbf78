package suluh.app.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import suluh.core.casework.PersonInCharge;
import suluh.core.casework.PersonInCharge.Basis;

/** The register of persons in charge of computers and activities, for every agency of the installation. */
public final class ChargeStore {
    private final Database database;

    public ChargeStore(Database database) {
        this.database = database;
    }

    /** Keeps a person; gives the number in the register. */
    public int add(PersonInCharge person, String keptBy, Instant at) {
        return database.inScope(
                Scope.CHARGE,
                () -> database.jdbc()
                        .sql(
                                "INSERT INTO person_in_charge (agency, computer, use_of_it, name, position, basis, from_day,"
                                        + " until_day, kept_by, kept_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id")
                        .param(person.agency())
                        .param(StorableText.of(person.computer()))
                        .param(StorableText.of(person.use()))
                        .param(StorableText.of(person.name()))
                        .param(StorableText.of(person.position()))
                        .param(person.basis().wire())
                        .param(person.from())
                        .param(person.until())
                        .param(keptBy)
                        .param(at.atOffset(ZoneOffset.UTC))
                        .query(Integer.class)
                        .single());
    }

    /** Ends a charge that has not ended; false when the agency has none of this number. */
    public boolean end(String agency, int id, LocalDate lastDay) {
        return database.inScope(
                Scope.CHARGE,
                () -> database.jdbc()
                                .sql("UPDATE person_in_charge SET until_day = ? WHERE id = ? AND agency = ?"
                                        + " AND until_day IS NULL")
                                .params(lastDay, id, agency)
                                .update()
                        == 1);
    }

    /** Everybody who is or was in charge, in the order of keeping. */
    public List<PersonInCharge> all() {
        return database.inScope(
                Scope.CHARGE,
                () -> database.jdbc()
                        .sql("SELECT id, agency, computer, use_of_it, name, position, basis, from_day, until_day"
                                + " FROM person_in_charge ORDER BY id")
                        .query((row, number) -> new PersonInCharge(
                                row.getInt(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6),
                                Basis.ofWire(row.getString(7))
                                        .orElseThrow(() -> new StoreException("an unknown ground of a charge")),
                                row.getObject(8, LocalDate.class),
                                row.getObject(9, LocalDate.class)))
                        .list());
    }
}
