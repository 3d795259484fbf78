package suluh.core.disclosure.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import suluh.core.disclosure.redaction.Redactor.Redacted;

class RedactorTest {
    private static final Placeholder CHILD = new Placeholder(RedactionKind.CHILD, 1);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ask Nur Melati today",
                "ask nur melati today",
                "ask NUR.MELATI today",
                "ask n-u-r_m e l a t i today",
                "ask N\u00FAr Mel\u00E0ti today",
                "ask Nu\u200Br Me\u200Blati today",
                "ask \uFF2E\uFF35\uFF32\uFF2D\uFF25\uFF2C\uFF21\uFF34\uFF29 today",
            })
    void hidesANameHoweverItIsWritten(String text) {
        assertThat(redact(text)).isEqualTo("ask ⟦child 1⟧ today");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "is Melati there|is ⟦child 1⟧ there",
                "a flower of melatis|a flower of melatis",
                "hello kim|hello ⟦person 2⟧",
                "the kimono|the kimono",
                "小明在|⟦person 3⟧在",
            })
    void hidesShortNamesAndPartsOfNamesWhereTheyStandAlone(String text, String expected) {
        assertThat(redact(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "call +60 12-555 0101 now|call ⟦number 1⟧ now",
                "call 60125550101.|call ⟦number 1⟧.",
                "mail a.b@example.test please|mail ⟦email 1⟧ please",
                "see https://t.example.test/+AbC|see ⟦link 1⟧",
                "see t.example/joinchat/AbC|see ⟦link 1⟧",
                "I am @somebody_else|I am ⟦handle 1⟧",
                "at 3.1390, 101.6869 now|at ⟦place 1⟧ now",
                "room 12 at 10:30|room 12 at 10:30",
            })
    void hidesWhatHasTheFormOfAnIdentifier(String text, String expected) {
        assertThat(redact(text)).isEqualTo(expected);
    }

    @Test
    void leavesTheIdentifiersOfSubjectsReadable() {
        assertThat(redact("mine is +60 12 555 0199")).isEqualTo("mine is +60 12 555 0199");
    }

    @Test
    void hidesTheBracketsThatOnlyPlaceholdersMayHave() {
        assertThat(redact("a ⟦child 9⟧ b")).isEqualTo("a ⟦bracket⟧child 9⟦bracket⟧ b");
    }

    @Test
    void countsPlacesInCodePointsOfTheRedactedText() {
        Redacted redacted = redactor().redact(message("😀 Melati and Melati"), Map.of());

        assertThat(redacted.record().text("text")).isEqualTo("😀 ⟦child 1⟧ and ⟦child 1⟧");
        assertThat(redacted.redactions()).extracting(Redaction::start).containsExactly(2, 16);
        assertThat(redacted.redactions()).extracting(Redaction::end).containsExactly(11, 25);
        assertThat(redacted.openings()).extracting(Opening::value).containsExactly("Melati", "Melati");
    }

    @Test
    void commitsToEachPassageUnderASaltOfItsOwn() {
        Redacted redacted = redactor().redact(message("Melati and Melati"), Map.of());

        assertThat(redacted.redactions()).extracting(Redaction::commitment).doesNotHaveDuplicates();
        assertThat(redacted.openings().getFirst().commitment())
                .isEqualTo(redacted.redactions().getFirst().commitment());
        Opening moved = new Opening(2, "text", 0, redacted.openings().getFirst().salt(), "Melati");
        assertThat(moved.commitment())
                .isNotEqualTo(redacted.redactions().getFirst().commitment());
    }

    @Test
    void hidesWholeFieldsAndLeavesFixedOnesAlone() {
        DisclosedRecord record = new DisclosedRecord(
                1, "message", new TreeMap<>(Map.of("sender", "x:melati", "platform", "melati")), new TreeMap<>());

        Redacted redacted = redactor().redact(record, Map.of("sender", CHILD));

        assertThat(redacted.record().texts())
                .containsExactlyEntriesOf(new TreeMap<>(Map.of("platform", "melati", "sender", "⟦child 1⟧")));
    }

    @Test
    void readsBackEveryLineAndNoOther() throws RecordFormatException {
        Redacted redacted = redactor().redact(message("Melati \"quoted\"\n"), Map.of());
        String record = redacted.record().line();
        String redaction = redacted.redactions().getFirst().line();
        String opening = redacted.openings().getFirst().line();

        assertThat(DisclosedRecord.parse(record.stripTrailing())).isEqualTo(redacted.record());
        assertThat(Redaction.parse(redaction.stripTrailing()))
                .isEqualTo(redacted.redactions().getFirst());
        assertThat(Opening.parse(opening.stripTrailing()))
                .isEqualTo(redacted.openings().getFirst());
        assertThatThrownBy(() -> DisclosedRecord.parse(record.replace("\"number\":1", "\"number\": 1")))
                .isInstanceOf(RecordFormatException.class);
        assertThatThrownBy(() -> Redaction.parse(redaction.stripTrailing().replace("\"child\"", "\"nobody\"")))
                .isInstanceOf(RecordFormatException.class);
        assertThatThrownBy(() -> Opening.parse(opening.stripTrailing() + " "))
                .isInstanceOf(RecordFormatException.class);
    }

    @Test
    void keepsWhatIsLongInBounds() {
        String text = "1 ".repeat(50_000) + "@".repeat(50_000) + "a.".repeat(50_000);

        assertThat(redact(text)).doesNotContain("1 1 1 1 1 1 1 1");
    }

    private static String redact(String text) {
        return redactor().redact(message(text), Map.of()).record().text("text");
    }

    private static DisclosedRecord message(String text) {
        return new DisclosedRecord(1, "message", new TreeMap<>(Map.of("text", text)), new TreeMap<>());
    }

    private static Redactor redactor() {
        NameIndex names = new NameIndex();
        names.addWithParts("Nur Melati", CHILD);
        names.add("kim", new Placeholder(RedactionKind.PERSON, 2));
        names.add("小明", new Placeholder(RedactionKind.PERSON, 3));
        return new Redactor(
                names, new Identifiers(Set.of(Identifiers.folded("+60125550199"))), new Salts(new byte[32], "dp-1"));
    }
}
