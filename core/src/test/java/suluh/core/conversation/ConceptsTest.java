package suluh.core.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConceptsTest {
    private static final Concepts CONCEPTS = Concepts.of(List.of("cat = cat|kucing", "on = on|on top of", "big = big"));

    @Test
    void putsTheWordsOfAConceptInItsPlace() {
        assertThat(CONCEPTS.spellOut("@cat * (@on|under|) mat")).isEqualTo("(cat|kucing) * (on|on top of|under|) mat");
    }

    @Test
    void pairsTheConceptsOfAPhrase() {
        assertThat(CONCEPTS.spellOut("(@big @cat|dog) ran")).isEqualTo("(big cat|big kucing|dog) ran");
        assertThat(CONCEPTS.spellOut("(@on @cat)")).isEqualTo("(on cat|on kucing|on top of cat|on top of kucing)");
    }

    @Test
    void refusesAConceptThatIsMissingOrStandsTwice() {
        assertThatThrownBy(() -> CONCEPTS.spellOut("@dog ran")).hasMessageContaining("lacks @dog");
        assertThatThrownBy(() -> Concepts.of(List.of("cat = cat", "cat = kucing")))
                .hasMessageContaining("one twice");
    }

    /** A concept that no pattern asks for would look like cover that is not there. */
    @Test
    void hasNoConceptThatNoPatternUses() {
        List<String> table = Tables.lines("lexicon-mix.txt");

        assertThat(Tables.lines("concepts.txt"))
                .allSatisfy(line -> assertThat(table)
                        .anyMatch(
                                entry -> entry.matches(".*@" + line.substring(0, line.indexOf(' ')) + "(?![a-z]).*")));
    }
}
