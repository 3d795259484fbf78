package suluh.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Invented people as a table with errors, for measurements: about seven records for five people.
 *
 * <p>Names are made of syllables with frequencies after Zipf; numbers lie in the range that this project uses for
 * fiction, addresses under example domains. A second record of a person has each field, independently, missing (10 %),
 * mistyped in one place (15 %) or as it was. The same seed gives the same bytes.
 */
final class RecordMaker {
    private static final String[] SYLLABLES = {
        "ba", "ra", "mi", "su", "la", "ni", "ku", "ta", "ha", "zu", "ri", "an", "ma", "de", "wi", "sa", "fa", "lo",
        "ji", "pu"
    };
    private static final int GIVEN_NAMES = 4_000;
    private static final int SURNAMES = 20_000;
    private static final int TOWNS = 400;
    private static final double MISSING = 0.10;
    private static final double MISTYPED = 0.15;

    private final SplittableRandom random;
    private int record;

    private RecordMaker(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** Writes {@code id,given_name,surname,birth_date,town,phone,email,truth}. */
    static void write(Path file, int records, long seed) throws IOException {
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write("id,given_name,surname,birth_date,town,phone,email,truth\n");
            RecordMaker maker = new RecordMaker(seed);
            for (int person = 0; maker.record < records; person++) {
                maker.person(person, records, out);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void person(int person, int records, Writer out) throws IOException {
        String given = word(zipf(GIVEN_NAMES), 1);
        String surname = word(zipf(SURNAMES), 2);
        String birth = String.format(
                Locale.ROOT, "%d-%02d-%02d", 1950 + random.nextInt(60), 1 + random.nextInt(12), 1 + random.nextInt(28));
        String town = word(zipf(TOWNS), 3);
        String phone = String.format(Locale.ROOT, "+60155555%07d", random.nextInt(10_000_000));
        String email = given + "." + surname + random.nextInt(1000) + "@example.com";
        String[] fields = {given, surname, birth, town, phone, email};
        int copies = random.nextDouble() < 0.7 ? 1 : 2 + random.nextInt(2);
        for (int copy = 0; copy < copies && record < records; copy++) {
            StringBuilder line = new StringBuilder("r").append(record++);
            for (String field : fields) {
                line.append(',').append(copy == 0 ? field : noisy(field));
            }
            out.write(line.append(",p").append(person).append('\n').toString());
        }
    }

    private String noisy(String field) {
        double draw = random.nextDouble();
        if (draw < MISSING) {
            return "";
        }
        if (draw > MISSING + MISTYPED) {
            return field;
        }
        int place = random.nextInt(field.length());
        boolean digit = Character.isDigit(field.charAt(place));
        char wrong = (char) (digit ? '0' + random.nextInt(10) : 'a' + random.nextInt(26));
        return field.substring(0, place) + wrong + field.substring(place + 1);
    }

    /** A number below {@code count}, number i with a probability about proportional to 1 / (i + 10). */
    private int zipf(int count) {
        return (int) Math.min(count - 1.0, 10 * (Math.pow((count + 10) / 10.0, random.nextDouble()) - 1));
    }

    private static String word(int number, int salt) {
        StringBuilder word = new StringBuilder();
        int rest = number * 7 + salt;
        for (int i = 0; i < 2 || rest > 0; i++) {
            word.append(SYLLABLES[(rest + i * salt) % SYLLABLES.length]);
            rest /= SYLLABLES.length;
        }
        return word.toString();
    }
}
