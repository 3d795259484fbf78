package suluh.core.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import suluh.core.conversation.Lexicon.Entry;

class LexiconTest {
    private static final Lexicon LEXICON = Lexicon.standard();
    private static final CueMatcher MATCHER = new CueMatcher(LEXICON);
    private static final Set<CueFamily> OF_GROUPS =
            EnumSet.of(CueFamily.GROUP_OFFER, CueFamily.PAID_ACCESS, CueFamily.INVITE_LINK, CueFamily.CODED_WORDING);

    private static final Map<String, List<String>> OTHER_WORDS = Tables.lines("equivalents.txt").stream()
            .map(line -> line.split(" = "))
            .collect(Collectors.toMap(sides -> sides[0], sides -> List.of(sides[1].split(" "))));

    static Stream<Entry> entries() {
        return LEXICON.entries().stream();
    }

    static Stream<Lexicon.Guard> guards() {
        return LEXICON.guards().stream();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void findsItsExampleAndNotItsCounterExample(Entry entry) {
        assertThat(families(entry.example())).as(entry.example()).contains(entry.family());
        assertThat(families(entry.counterExample())).as(entry.counterExample()).doesNotContain(entry.family());
    }

    @ParameterizedTest
    @MethodSource("entries")
    void namesASourceThatTheManualLists(Entry entry) {
        Set<String> known = Set.of("OC03", "LD16", "LD20", "IC12", "MY24");

        assertThat(known.contains(entry.source()) || entry.language().equals("coded"))
                .as(entry.example())
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("guards")
    void setsAsideWhatAGuardStandsBeside(Lexicon.Guard guard) {
        assertThat(families(guard.example())).as(guard.example()).doesNotContainAnyElementsOf(guard.families());
    }

    /** People change language word by word: a word of an example in the other language changes nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "ms", "mix", "id"})
    void findsItsExampleWithAnyOneWordInTheOtherLanguage(String language) {
        List<String> lost = new ArrayList<>();
        LEXICON.entries().stream()
                .filter(entry -> entry.language().equals(language))
                .forEach(entry -> translated(entry.example())
                        .filter(text -> !families(text).contains(entry.family()))
                        .forEach(lost::add));

        assertThat(lost).isEmpty();
    }

    /** The text with one of its words in another language, for each word and each other language. */
    private static Stream<String> translated(String text) {
        List<String> words = List.of(text.split(" "));
        return IntStream.range(0, words.size())
                .boxed()
                .flatMap(i -> OTHER_WORDS.getOrDefault(words.get(i), List.of()).stream()
                        .map(other -> {
                            List<String> changed = new ArrayList<>(words);
                            changed.set(i, other);
                            return String.join(" ", changed);
                        }));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ms", "mix", "id", "zh", "ta"})
    void hasEveryFamilyOfTalkBetweenTwoInEveryLanguage(String language) {
        Set<CueFamily> families = LEXICON.entries().stream()
                .filter(entry -> entry.language().equals(language))
                .map(Entry::family)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(families).containsAll(EnumSet.complementOf(EnumSet.copyOf(OF_GROUPS)));
    }

    @Test
    void holdsNoPatternTwice() {
        List<String> lines = Lexicon.LANGUAGES.stream()
                .flatMap(language -> Tables.lines("lexicon-" + language + ".txt").stream())
                .map(line -> line.split(" \\| ")[1])
                .toList();

        assertThat(lines).doesNotHaveDuplicates();
    }

    @Test
    void refusesACodedTermWithoutProvenanceOrDayOfReview() {
        assertThat(LEXICON.codedTerms())
                .allSatisfy(term -> assertThat(term.provenance()).isNotBlank());
        assertThatThrownBy(() -> Lexicon.withCodedTerms(List.of("blue lantern | seen once")))
                .hasMessageContaining("has 6 parts");
        assertThatThrownBy(() -> Lexicon.withCodedTerms(List.of("blue lantern | closed case | soon | why | a | b")))
                .isInstanceOf(java.time.format.DateTimeParseException.class);
    }

    @Test
    void takesTheCodedTermsOfAnAgency() {
        Lexicon extended = Lexicon.withCodedTerms(
                List.of("blue lantern | closed case 17 | 2027-01-31 | its signal | blue lantern tonight | blue lamp"));

        assertThat(new CueMatcher(extended).match("blue lantern here"))
                .extracting(CueMatch::family)
                .contains(CueFamily.CODED_WORDING);
        assertThat(families("blue lantern here")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Jgn bgtau mak awk okay, SECRECY",
        "our s e c r e t ok, SECRECY",
        "our s.e.c.r.e.t ok, SECRECY",
        "our seee\u200Bcret ok, SECRECY",
        "our s3cret ok, SECRECY",
        "our $ecret ok, SECRECY",
        "оur sеcrеt ok, SECRECY",
        "ｏｕｒ ｓｅｃｒｅｔ ok, SECRECY",
        "𝐨𝐮𝐫 𝐬𝐞𝐜𝐫𝐞𝐭 ok, SECRECY",
        "our sécrét ok, SECRECY",
        "ADD ME ON TELE, MOVE",
        "addmeontelegram, MOVE",
        "don’t tell your mum, SECRECY",
        "how old la are you, AGE",
        "umur awk brp, AGE",
        "send 📸 of you, PICTURE",
        "parents ada rumah tak now, GUARDIANS",
        "你媽媽在家嗎, GUARDIANS",
        "jgn bgtau ortumu ya, SECRECY",
    })
    void seesThroughChatSpellingAndEvasion(String text, CueFamily family) {
        assertThat(families(text)).as(MATCHER.normalised(text)).contains(family);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "never send me a picture of you; PICTURE",
                "he sang \"keep this between us\" on stage; SECRECY",
                "🎵 keep this between us 🎵; SECRECY",
                "> keep this between us; SECRECY",
            })
    void setsAsideWhatIsNegatedQuotedOrSung(String text, CueFamily family) {
        assertThat(families(text)).doesNotContain(family);
    }

    @ParameterizedTest
    @CsvSource({"do not be shy send me a picture of you, PICTURE", "jangan malu hantar gambar awak, PICTURE"})
    void takesAnEncouragementForNoNegation(String text, CueFamily family) {
        assertThat(families(text)).contains(family);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "😀😀 this is our secret okay",
                "é́ mak ayah ada dekat rumah tak 👩‍👧",
                "வணக்கம் 😀 யாரிடமும் சொல்லாதே",
                "𝕏𝕏 padam mesej ni",
                "😀你妈妈在家吗",
                "𝐨𝐮𝐫 𝐬𝐞𝐜𝐫𝐞𝐭 ok",
                "👍🏽 s e c r e t, our s e c r e t"
            })
    void pointsToTheRawTextByCodePoints(String text) {
        List<CueMatch> matches = MATCHER.match(text);

        assertThat(matches).isNotEmpty();
        for (CueMatch match : matches) {
            String passage =
                    text.substring(text.offsetByCodePoints(0, match.start()), text.offsetByCodePoints(0, match.end()));
            assertThat(MATCHER.match(passage)).extracting(CueMatch::family).contains(match.family());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void takesAnyTextAndStaysInIt(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 3_000; i++) {
            int[] codePoints = random.ints(random.nextInt(60), 0, 0x20000).toArray();
            String text = new String(codePoints, 0, codePoints.length)
                    + (random.nextInt(3) == 0 ? " our secret " : "")
                    + (char) (0xD800 + random.nextInt(0x800));
            int length = text.codePointCount(0, text.length());
            assertThat(MATCHER.match(text))
                    .allMatch(match -> match.start() >= 0 && match.start() < match.end() && match.end() <= length);
        }
    }

    private static List<CueFamily> families(String text) {
        return MATCHER.match(text).stream().map(CueMatch::family).toList();
    }
}
