package suluh.core.identity.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import suluh.core.identity.field.Field;
import suluh.core.identity.field.FieldType;
import suluh.core.kernel.Workers;

class LinkageTest {
    private static final List<Field> FIELDS = List.of(
            Field.of("given", FieldType.NAME),
            Field.of("family", FieldType.NAME),
            Field.of("born", FieldType.DATE),
            Field.of("town", FieldType.NAME));

    private record Person(String id, List<String> values, String truth) {}

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void doesNotDependOnTheOrderOfRecords(long seed) {
        List<Person> people = people(300, seed);
        List<Person> shuffled = new ArrayList<>(people);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(groups(link(shuffled, Workers.ONE))).isEqualTo(groups(link(people, Workers.ONE)));
    }

    @Test
    void doesNotDependOnTheNumberOfThreads() {
        List<Person> people = people(400, 5);
        Workers many = tasks -> ForkJoinPool.commonPool()
                .submit(() -> tasks.parallelStream().forEach(Runnable::run))
                .join();

        Linkage one = link(people, Workers.ONE);
        Linkage side = link(people, many);

        assertThat(groups(side)).isEqualTo(groups(one));
        assertThat(side.probabilities()).isEqualTo(one.probabilities());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void findsWhatComparingAllPairsFinds(long seed) {
        Linkage linkage = link(people(300, seed), Workers.ONE);
        RecordTable table = linkage.table();
        PairComparison comparison = new PairComparison(table);
        long strong = 0;
        long met = 0;
        for (int a = 0; a < table.size(); a++) {
            for (int b = a + 1; b < table.size(); b++) {
                double bits = linkage.model().logOdds(table, comparison.levels(a, b), a);
                if (bits > 0) {
                    strong++;
                    met += linkage.blocks().meetings(a, b) > 0 ? 1 : 0;
                }
            }
        }

        assertThat(linkage.compared()).isLessThan(table.pairs() / 3);
        assertThat((double) met / strong).isGreaterThan(0.95);
        assertThat(linkage.blockingRecall()).isCloseTo((double) met / strong, within(0.05));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void joinsPeopleWithErrorsAndKeepsStrangersApart(long seed) {
        List<Person> people = people(600, seed);
        Linkage linkage = link(people, Workers.ONE);
        Map<String, String> truth = new HashMap<>();
        people.forEach(person -> truth.put(person.id(), person.truth()));
        String[] inOrder = new String[linkage.table().size()];
        for (int record = 0; record < inOrder.length; record++) {
            inOrder[record] = truth.getOrDefault(linkage.table().id(record), "");
        }

        PairMetrics metrics = PairMetrics.of(linkage, inOrder);

        assertThat(metrics.precision()).isGreaterThan(0.97);
        assertThat(metrics.recall()).isGreaterThan(0.9);
    }

    @Test
    void placesNewRecordsWhereAFullRunPutsThem() {
        List<Person> people = people(500, 9);
        List<Person> known = people.subList(0, 620);
        List<Person> fresh = people.subList(620, people.size());
        Linkage linkage = link(known, Workers.ONE);

        Increment increment = Increment.of(
                linkage,
                fresh.stream()
                        .map(person -> new Increment.NewRecord(person.id(), person.values()))
                        .toList());

        int right = 0;
        for (int i = 0; i < fresh.size(); i++) {
            int group = increment.clusters().of(increment.firstNew() + i);
            String name = increment.table().id(group);
            String truth = fresh.get(i).truth();
            boolean alone = name.equals(fresh.get(i).id());
            boolean known0 = people.stream()
                    .anyMatch(
                            person -> person.id().equals(name) && person.truth().equals(truth));
            right += alone || known0 ? 1 : 0;
        }
        assertThat((double) right / fresh.size()).isGreaterThan(0.97);
    }

    @Test
    void refusesTwoRecordsOfOneId() {
        RecordTable.Builder builder = RecordTable.builder(FIELDS)
                .add("1", List.of("a", "b", "c", "d"))
                .add("1", List.of("e", "f", "g", "h"));

        assertThatThrownBy(builder::build).hasMessageContaining("two records have the id 1");
    }

    @Test
    void anEmptyTableAndALoneRecordAreNoTrouble() {
        assertThat(link(List.of(), Workers.ONE).clusters().count()).isZero();
        assertThat(link(people(1, 1).subList(0, 1), Workers.ONE).probabilities())
                .containsExactly(1.0);
    }

    private static Linkage link(List<Person> people, Workers workers) {
        RecordTable.Builder builder = RecordTable.builder(FIELDS);
        people.forEach(person -> builder.add(person.id(), person.values()));
        return Linkage.of(builder.build(), new LinkageSettings(0.5, 1, workers));
    }

    private static Map<String, String> groups(Linkage linkage) {
        Map<String, String> groups = new HashMap<>();
        for (int record = 0; record < linkage.table().size(); record++) {
            groups.put(
                    linkage.table().id(record),
                    linkage.table().id(linkage.clusters().of(record)));
        }
        return groups;
    }

    /** People, two in five with a second record in which one field in six has a letter changed. */
    private static List<Person> people(int count, long seed) {
        Random random = new Random(seed);
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<String> values = List.of(
                    word(random, 60),
                    word(random, 300),
                    (1960 + random.nextInt(50)) + "-0" + (1 + random.nextInt(9)) + "-" + (10 + random.nextInt(18)),
                    word(random, 25));
            people.add(new Person("p" + i + "a", values, "p" + i));
            if (random.nextInt(5) < 2) {
                List<String> again = values.stream()
                        .map(value -> random.nextInt(6) == 0 ? mistyped(value, random) : value)
                        .toList();
                people.add(new Person("p" + i + "b", again, "p" + i));
            }
        }
        return people;
    }

    private static String word(Random random, int different) {
        Random letters = new Random(random.nextInt(different) * 31L + different);
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < 3 + letters.nextInt(3); i++) {
            word.append("bdfgklmnrst".charAt(letters.nextInt(11))).append("aeiou".charAt(letters.nextInt(5)));
        }
        return word.toString();
    }

    private static String mistyped(String value, Random random) {
        int place = random.nextInt(value.length());
        char wrong = Character.isDigit(value.charAt(place))
                ? (char) ('0' + random.nextInt(10))
                : (char) ('a' + random.nextInt(26));
        return value.substring(0, place) + wrong + value.substring(place + 1);
    }
}
