package suluh.app.flow;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Gives those who act their names, by the ids that ledger and custody hold; asks the store once for each. Not thread-safe. */
final class NamePersons {
    private final House house;
    private final Map<String, PersonName> known = new HashMap<>();

    NamePersons(House house) {
        this.house = house;
    }

    /** Name of who has this id. */
    PersonName of(String id) {
        return known.computeIfAbsent(
                id,
                ignored -> house.people()
                        .byId(id)
                        .map(person -> new PersonName(id, person.displayName(), person.agency()))
                        .orElseGet(() -> new PersonName(id, id, "")));
    }

    /** Names by id. */
    SortedMap<String, PersonName> of(Stream<String> ids) {
        SortedMap<String, PersonName> names = new TreeMap<>();
        ids.forEach(id -> names.put(id, of(id)));
        return names;
    }
}
