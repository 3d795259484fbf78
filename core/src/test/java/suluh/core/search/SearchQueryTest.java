package suluh.core.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import suluh.core.kernel.Outcome;

class SearchQueryTest {
    private static SearchQuery query(String text) {
        return ((Outcome.Done<SearchQuery>) SearchQuery.of(text)).value();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    hadiah          | Ada HADIAH untuk awak
                    hadiah          | ada h\u200Badiah
                    hadiah          | ＨＡＤＩＡＨ penuh
                    cafe            | jumpa di Café itu
                    "jumpa di"      | kita jumpa di taman
                    kanak-kanak     | taman kanak kanak
                    jum*            | kita jumpa
                    生日快乐          | 祝你生日快乐！
                    日               | 生日
                    生日 taman       | taman 生日
                    வீட்டில்          | அவர் வீட்டில்தான்
                    jumpa -taman    | kita jumpa esok
                    -"di taman"     | kita di rumah, taman jauh
                    ตลาด            | ไปตลาดกัน
                    🎁              | untuk awak 🎁🎁
                    t.me/abc        | lihat https://t.me/abc kini
                    """)
    void findsWhatIsWrittenOtherwise(String wanted, String text) {
        assertThat(query(wanted).matches(text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    hadiah          | ada hadi ah
                    "jumpa di"      | di jumpa
                    jumpa           | jumpalah
                    生日快乐          | 生日不快乐, 日快
                    jumpa -taman    | jumpa di Taman
                    jumpa taman     | jumpa esok
                    """)
    void findsNothingElse(String wanted, String text) {
        assertThat(query(wanted).matches(text)).isFalse();
    }

    @Test
    void marksTheWholePassageInTheRawText() {
        String text = "祝你生日快乐, kawan-kawan";

        List<SearchQuery.Span> marks = query("生日快乐 kawan").marks(text);

        assertThat(marks.stream().map(span -> text.substring(span.start(), span.end())))
                .containsExactly("生日快乐", "kawan", "kawan");
    }

    @Test
    void refusesWhatIsTooLong() {
        assertThat(SearchQuery.of("x".repeat(SearchQuery.MAX_CHARS + 1))).isInstanceOf(Outcome.Refused.class);
        assertThat(SearchQuery.of("a ".repeat(SearchQuery.MAX_UNITS + 1))).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void aQueryWithoutWordsIsMetByEveryText() {
        assertThat(query(" \"\" - !! ").units()).isEmpty();
        assertThat(query("").matches("anything")).isTrue();
    }

    /** What an index of terms gives as candidates holds every text that the query meets, and where certain, no other. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void termsFindEveryTextThatMatches(long seed) {
        Random random = new Random(seed);
        List<String> pieces = List.of("jumpa", "taman", "生", "日", "快", " ", ", ", "வீடு", "a", "-", "\u200B");
        for (int round = 0; round < 2_000; round++) {
            String text = random.ints(8, 0, pieces.size()).mapToObj(pieces::get).collect(Collectors.joining());
            String wanted =
                    random.ints(3, 0, pieces.size()).mapToObj(pieces::get).collect(Collectors.joining());
            SearchQuery query = query(wanted.strip().replaceAll("^-+", ""));
            Map<String, Long> terms =
                    Tokens.of(text).stream().collect(Collectors.groupingBy(Token::term, Collectors.counting()));

            boolean isCandidate = query.units().stream()
                    .filter(unit -> !unit.isExcluded())
                    .allMatch(unit -> hasTerms(unit, terms.keySet()));
            boolean isExcluding = query.units().stream().anyMatch(SearchQuery.Unit::isExcluded);

            if (query.matches(text)) {
                assertThat(isCandidate).as("%s in %s", wanted, text).isTrue();
            } else if (query.isCertain() && !isExcluding) {
                assertThat(isCandidate).as("%s not in %s", wanted, text).isFalse();
            }
        }
    }

    private static boolean hasTerms(SearchQuery.Unit unit, Set<String> terms) {
        return unit.look().stream().allMatch(term -> {
            boolean isBeginning = unit.isPrefix() && term.equals(unit.look().getLast());
            return isBeginning ? terms.stream().anyMatch(known -> known.startsWith(term)) : terms.contains(term);
        });
    }
}
