package suluh.exports.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SentenceFormTest {
    @Test
    void findsBothNamesInEitherOrder() {
        assertThat(SentenceForm.of("{a} added {s}").names("Omar added Puteri"))
                .isEqualTo(new SentenceForm.Names("Omar", "Puteri"));
        assertThat(SentenceForm.of("{a} hat {s} hinzugefügt").names("Mia hat Jonas hinzugefügt"))
                .isEqualTo(new SentenceForm.Names("Mia", "Jonas"));
        assertThat(SentenceForm.of("{s} wurde von {a} geholt").names("Jonas wurde von Mia geholt"))
                .isEqualTo(new SentenceForm.Names("Mia", "Jonas"));
    }

    @Test
    void tellsNoNamesApartWhenAWordStandsTwice() {
        assertThat(SentenceForm.of("{a} added {s}").names("Omar added Puteri added Sofia"))
                .isNull();
    }

    @Test
    void takesTheLastPlaceWhereTheSentenceEnds() {
        assertThat(SentenceForm.of("{s} left").names("Mr left hand left"))
                .isEqualTo(new SentenceForm.Names(null, "Mr left hand"));
        assertThat(SentenceForm.of("{s} left").names("Mr left hand")).isNull();
    }
}
