package suluh.core.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigestTableTest {
    @ParameterizedTest(name = "{0} digits")
    @CsvSource({"32, 2", "40, 3", "64, 4"})
    void findsEveryEntryOfADigestAndNoOther(int digits, int words) {
        SplittableRandom random = new SplittableRandom(digits);
        List<String> digests = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            String digest = i % 10 == 9 ? digests.get(i - 5) : digest(random, digits);
            digests.add(digest);
        }
        RecordColumn column = new RecordColumn(words);
        for (String digest : digests) {
            long[] w = DigestTable.words(digest);
            column.add(w[0], w[1], w[2], w[3]);
        }

        DigestTable table = new DigestTable(column);

        for (int i = 0; i < digests.size(); i++) {
            int wanted = i;
            String digest = digests.get(i);
            List<Integer> expected = java.util.stream.IntStream.range(0, digests.size())
                    .filter(k -> digests.get(k).equals(digest))
                    .boxed()
                    .toList();
            assertThat(table.find(digest, 100)).as("entry " + wanted).isEqualTo(expected);
        }
        assertThat(table.find(digest(random, digits), 100)).isEmpty();
        assertThat(table.find(digests.get(4), 1)).containsExactly(4);
    }

    private static String digest(SplittableRandom random, int digits) {
        StringBuilder hex = new StringBuilder();
        while (hex.length() < digits) {
            hex.append(Character.forDigit(random.nextInt(16), 16));
        }
        return hex.toString();
    }
}
