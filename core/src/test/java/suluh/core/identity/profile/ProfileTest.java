package suluh.core.identity.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import suluh.core.kernel.EvidenceId;
import suluh.core.kernel.Sha256Digest;
import suluh.core.observation.SourcePointer;

/** What the records of one account add up to. */
class ProfileTest {
    private static final SourcePointer SOURCE =
            new SourcePointer(EvidenceId.of(Sha256Digest.of(new byte[] {1}), "p"), "p.json", 0, 1);

    @ParameterizedTest
    @CsvSource({"8", "0", "-5", "5"})
    void quietHoursTellTheZoneOfASleeper(int offset) {
        WeekHours hours = new WeekHours();
        for (int day = 1; day <= 7; day++) {
            for (int local = 6; local < 24; local++) {
                hours.add(day, Math.floorMod(local - offset, 24), 3);
            }
        }

        WeekHours.LikelyZone zone = hours.likelyZone().orElseThrow();
        assertThat(zone.offsetHours()).isEqualTo(offset);
        assertThat(zone.isQuiet(Math.floorMod(-offset, 24))).isTrue();
        assertThat(zone.isQuiet(Math.floorMod(5 - offset, 24))).isTrue();
        assertThat(zone.isQuiet(Math.floorMod(6 - offset, 24))).isFalse();
    }

    @Test
    void whoWritesAroundTheClockHasNoZone() {
        WeekHours hours = new WeekHours();
        for (int hour = 0; hour < 24; hour++) {
            hours.add(1, hour, 50);
        }

        assertThat(hours.likelyZone()).isEmpty();
    }

    @Test
    void fewMessagesHaveNoZone() {
        assertThat(new WeekHours().add(1, 10, 99).likelyZone()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "hi im 13 from KL,13",
        "I'm 15,15",
        "umur saya 12,12",
        "sy 14 tahun,14",
        "我今年13岁,13",
        "எனக்கு 13 வயது,13",
        "i am 34,34"
    })
    void findsAnAgeThatAPersonStates(String text, int age) {
        assertThat(StatedAge.in(text)).hasValue(age);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "how old are you",
                "i am 5 minutes late",
                "i am 10 km away",
                "umur dia 12",
                "im 1",
                "room 13",
                "im 12:30"
            })
    void findsNoAgeInOtherNumbers(String text) {
        assertThat(StatedAge.in(text)).isEmpty();
    }

    @Test
    void openersThatDifferInANameAreOne() {
        List<Openers.Opener> openers = new ArrayList<>();
        for (String name : List.of("Alia", "Danial", "Hana", "Irfan")) {
            openers.add(
                    opener("to-" + name, "hi " + name + " saw your photo at the school concert want to be friends"));
        }
        openers.add(opener("to-else", "good morning teacher when is the homework due for tomorrow"));

        List<Openers.Group> groups = Openers.groups(openers);

        assertThat(groups).hasSize(1);
        assertThat(groups.getFirst().receivers()).isEqualTo(4);
        assertThat(Openers.groups(openers.reversed())).isEqualTo(groups);
    }

    @Test
    void anOpenerSentTwiceToOneIsNotSentToMany() {
        String text = "hello there can you help me with this";

        assertThat(Openers.groups(List.of(opener("a", text), opener("a", text))))
                .isEmpty();
    }

    private static Openers.Opener opener(String to, String text) {
        return new Openers.Opener(to, text, SOURCE);
    }

    @Test
    void eachLanguageNamesTheRecordsThatItRestsOn() {
        WrittenLanguages languages = new WrittenLanguages();
        for (int i = 0; i < 8; i++) {
            languages.add("what are you doing", record(i));
        }
        languages.add("saya nak jumpa awak", record(8));

        assertThat(languages.byCount())
                .containsExactly(
                        new WrittenLanguages.Counted(
                                "en", 8, List.of(record(0), record(1), record(2), record(3), record(4))),
                        new WrittenLanguages.Counted("ms", 1, List.of(record(8))));
    }

    private static SourcePointer record(int offset) {
        return new SourcePointer(SOURCE.item(), SOURCE.path(), offset, 1);
    }

    @ParameterizedTest
    @CsvSource({
        "saya nak jumpa awak,ms",
        "what are you doing,en",
        "你好吗,zh",
        "வணக்கம்,ta",
        "مرحبا,ar",
        "123,und",
        "haha,und"
    })
    void tellsALanguageByScriptAndSmallWords(String text, String tag) {
        assertThat(WrittenLanguages.languageOf(text)).isEqualTo(tag);
    }
}
