package suluh.core.conversation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import suluh.core.conversation.CueMatch.Strength;
import suluh.core.conversation.text.ChatText;

/**
 * The cues of all languages with the text treatment over their words; each line of the tables is an {@link Entry}, or two
 * where Malay sets the words in another order.
 *
 * <p>All languages are looked for in every message, so that text which mixes them is matched too. Immutable.
 */
public final class Lexicon {
    /** Languages of the tables, in the order of reading. */
    public static final List<String> LANGUAGES = List.of("en", "ms", "mix", "id", "zh", "ta");

    /** Words that {@code *} may span. */
    private static final int MAX_GAP = 3;
    /** A word of Chinese has about two characters. */
    private static final int MAX_GAP_IDEOGRAPHS = 6;

    /** Languages whose words stand beside one another in one sentence. */
    private static final Set<String> MIXED = Set.of("en", "ms", "mix", "id");

    private static final String CODED = "coded";
    private static final int ENTRY_PARTS = 6;
    private static final int GUARD_PARTS = 4;
    private static final int CODED_PARTS = 6;

    private final ChatText text;
    private final List<Entry> entries;
    private final List<Guard> guards;
    private final List<CodedTerm> codedTerms;

    /**
     * A wording that is a cue.
     *
     * @param language language of the table
     * @param pattern the words
     * @param source whom it follows, as docs/lexicon.md lists them
     * @param reason why it is a cue
     * @param example a phrase in which it is found
     * @param counterExample a phrase in which the family is not
     */
    record Entry(
            String language,
            CueFamily family,
            Strength strength,
            CuePattern pattern,
            String source,
            String reason,
            String example,
            String counterExample) {}

    /**
     * Words beside which a family's wording means something else: a surprise party beside secrecy.
     *
     * @param families families that are set aside in the message
     * @param example a message in which they are
     */
    record Guard(Set<CueFamily> families, CuePattern pattern, String reason, String example) {
        Guard {
            families = Set.copyOf(families);
        }
    }

    /**
     * A coded term of groups, with where it was seen and when its meaning is to be looked at again.
     *
     * @param term the wording
     * @param provenance who made it known
     * @param reviewBy day by which a person judges it anew
     */
    public record CodedTerm(String term, String provenance, java.time.LocalDate reviewBy) {}

    private Lexicon(ChatText text, List<Entry> entries, List<Guard> guards, List<CodedTerm> codedTerms) {
        this.text = text;
        this.entries = List.copyOf(entries);
        this.guards = List.copyOf(guards);
        this.codedTerms = List.copyOf(codedTerms);
    }

    /** The lexicon that comes with Suluh. */
    public static Lexicon standard() {
        return withCodedTerms(Tables.lines("coded-wording.txt"));
    }

    /** The lexicon that comes with Suluh, with these lines in the place of its list of coded terms. */
    public static Lexicon withCodedTerms(List<String> codedLines) {
        ChatText.Builder text = new ChatText.Builder();
        spellings(text);
        AgeWords.words().forEach(text::phrase);
        CueMatcher.signWords().forEach(text::phrase);
        List<Entry> entries = new ArrayList<>();
        Treatment mixed = ofMixedTalk();
        for (String language : LANGUAGES) {
            List<String> lines = Tables.lines("lexicon-" + language + ".txt");
            Treatment treatment = MIXED.contains(language) ? mixed : treatment(language, lines);
            lines.forEach(line -> treatment
                    .patterns(parts(line, ENTRY_PARTS)[1])
                    .forEach(pattern -> entries.add(entry(language, line, pattern, text))));
        }
        List<CodedTerm> terms = new ArrayList<>();
        for (String line : codedLines) {
            String[] parts = parts(line, CODED_PARTS);
            terms.add(new CodedTerm(parts[0], parts[1], java.time.LocalDate.parse(parts[2])));
            entries.add(new Entry(
                    CODED,
                    CueFamily.CODED_WORDING,
                    Strength.PLAIN,
                    CuePattern.parse(parts[0], MAX_GAP, text),
                    parts[1],
                    parts[3],
                    parts[4],
                    parts[5]));
        }
        List<Guard> guards = new ArrayList<>();
        Tables.lines("guards.txt").forEach(line -> guards.add(guard(line, text)));
        return new Lexicon(text.build(), entries, guards, terms);
    }

    /** Version of an extended list of coded terms is its own; these are the terms in force. */
    public List<CodedTerm> codedTerms() {
        return codedTerms;
    }

    ChatText text() {
        return text;
    }

    List<Entry> entries() {
        return entries;
    }

    List<Guard> guards() {
        return guards;
    }

    private static void spellings(ChatText.Builder text) {
        for (String line : Tables.lines("spellings.txt")) {
            String[] sides = line.split("=", 2);
            if (sides.length != 2) {
                throw new IllegalStateException("spellings.txt: not spelling = words: " + line);
            }
            String right = sides[1].strip();
            for (String spelling : sides[0].strip().split(" +")) {
                if (spelling.startsWith("-")) {
                    text.ending(spelling.substring(1), right);
                } else {
                    text.spelling(spelling, right);
                }
            }
        }
    }

    /** The patterns that a pattern of a table stands for. */
    private interface Treatment {
        List<String> patterns(String pattern);
    }

    private static Treatment ofMixedTalk() {
        Concepts concepts = Concepts.standard();
        Widening widening = Widening.ofMixedTalk();
        return pattern -> {
            String spelled = concepts.spellOut(pattern);
            return Stream.concat(Stream.of(spelled), Widening.ownerBehind(spelled).stream())
                    .map(widening::widen)
                    .toList();
        };
    }

    private static Treatment treatment(String language, List<String> lines) {
        Widening widening = language.equals("ta")
                ? Widening.ofStems(
                        lines.stream().map(line -> parts(line, ENTRY_PARTS)[1]).toList())
                : Widening.NONE;
        return pattern -> List.of(widening.widen(pattern));
    }

    private static Entry entry(String language, String line, String pattern, ChatText.Builder text) {
        String[] parts = parts(line, ENTRY_PARTS);
        char mark = parts[0].charAt(parts[0].length() - 1);
        Strength strength = mark == '+' ? Strength.STRONG : mark == '-' ? Strength.WEAK : Strength.PLAIN;
        String family = strength == Strength.PLAIN ? parts[0] : parts[0].substring(0, parts[0].length() - 1);
        int gap = language.equals("zh") ? MAX_GAP_IDEOGRAPHS : MAX_GAP;
        return new Entry(
                language,
                CueFamily.valueOf(family),
                strength,
                CuePattern.parse(pattern, gap, text),
                parts[2],
                parts[3],
                parts[4],
                parts[5]);
    }

    private static Guard guard(String line, ChatText.Builder text) {
        String[] parts = parts(line, GUARD_PARTS);
        Set<CueFamily> families = EnumSet.noneOf(CueFamily.class);
        for (String family : parts[0].split(" ")) {
            families.add(CueFamily.valueOf(family));
        }
        return new Guard(families, CuePattern.parse(parts[1], MAX_GAP, text), parts[2], parts[3]);
    }

    /** Parts between bars that stand between spaces; the bars of alternatives do not. */
    private static String[] parts(String line, int count) {
        String[] parts = line.strip().split(" +\\| +", -1);
        if (parts.length != count) {
            throw new IllegalStateException("a line of the tables has " + count + " parts: " + line);
        }
        return parts;
    }
}
