package suluh.core.conversation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import suluh.core.conversation.Lexicon.Entry;
import suluh.core.conversation.Lexicon.Guard;
import suluh.core.conversation.text.ChatText;
import suluh.core.conversation.text.ChatWords;
import suluh.core.conversation.text.Vocabulary;

/**
 * Finds the cues of a lexicon in messages.
 *
 * <p>Set aside are passages that are negated, quoted or sung, or that stand beside words which give them another meaning
 * (guards). Irony and play are not told from earnest: see docs/lexicon.md. Time linear in the text: a word that begins
 * no pattern costs one look-up. Immutable and shareable by threads; a {@link Reader} is for one thread.
 */
public final class CueMatcher {
    /** The guards of a message are not looked for before a passage is found. */
    private static final int NOT_LOOKED_FOR = -1;
    /** Words before a passage in which a negation still means it. */
    private static final int NEGATION_REACH = 2;

    private static final Set<String> NEGATIONS = Set.of(
            "not",
            "never",
            "dont",
            "jangan",
            "tak",
            "tidak",
            "bukan",
            "nggak",
            "cannot",
            "shouldnt",
            "வேண்டாம்",
            "不",
            "别");
    /** After a negation these make an encouragement of it: do not be shy, jangan risau. */
    private static final Set<String> ENCOURAGED =
            Set.of("worry", "shy", "be", "scared", "afraid", "malu", "risau", "takut", "mind", "you", "apa", "害", "怕");

    private final ChatText text;
    private final Entry[] entries;
    private final PatternTable patterns;
    /** Bits of the families that each guard sets aside. */
    private final int[] guards;

    private final PatternTable guardPatterns;
    private final boolean[] negates;
    private final boolean[] encourages;
    private final AgeWords ages;

    public CueMatcher(Lexicon lexicon) {
        this.text = lexicon.text();
        this.entries = lexicon.entries().toArray(Entry[]::new);
        this.guards = lexicon.guards().stream()
                .mapToInt(guard ->
                        guard.families().stream().mapToInt(CueFamily::bit).reduce(0, (a, b) -> a | b))
                .toArray();
        Vocabulary vocabulary = text.vocabulary();
        this.patterns =
                new PatternTable(lexicon.entries().stream().map(Entry::pattern).toList(), vocabulary.size());
        this.guardPatterns =
                new PatternTable(lexicon.guards().stream().map(Guard::pattern).toList(), vocabulary.size());
        this.negates = known(vocabulary, NEGATIONS);
        this.encourages = known(vocabulary, ENCOURAGED);
        this.ages = new AgeWords(vocabulary);
    }

    /** Words by which negation is told. */
    static Set<String> signWords() {
        Set<String> words = new java.util.TreeSet<>(NEGATIONS);
        words.addAll(ENCOURAGED);
        return words;
    }

    /** The matcher over the lexicon that comes with Suluh. */
    public static CueMatcher standard() {
        return new CueMatcher(Lexicon.standard());
    }

    /** Passages of a message, in order of their start; passages of one family do not overlap. */
    public List<CueMatch> match(String message) {
        return reader().read(message).matches();
    }

    /** The message as the matcher sees it: its normalised words, ? for an unknown one. */
    public String normalised(String message) {
        ChatWords words = new ChatWords();
        text.read(message, words);
        List<String> seen = new ArrayList<>();
        int[] codePoints = message.codePoints().toArray();
        for (int i = 0; i < words.count(); i++) {
            seen.add(
                    words.word(i) == Vocabulary.UNKNOWN
                            ? new String(codePoints, words.start(i), words.end(i) - words.start(i))
                            : text.vocabulary().word(words.word(i)));
        }
        return seen.stream().collect(Collectors.joining(" "));
    }

    /** A reader of messages for one thread. */
    public Reader reader() {
        return new Reader();
    }

    /** Reads messages one after the other; keeps nothing of them. */
    public final class Reader {
        private final ChatWords words = new ChatWords();
        private final int[] takenUntil = new int[CueFamily.values().length];
        private List<CueMatch> found = List.of();
        private int guarded;

        private Reader() {}

        /** What the message shows. */
        public MessageCues read(String message) {
            text.read(message, words);
            if (words.count() == 0) {
                return words.isQuestion() ? MessageCues.QUESTION : MessageCues.NOTHING;
            }
            List<CueMatch> matches = matches();
            int statedAge = ages.stated(words);
            int number = ages.bare(words);
            boolean addresses = ages.addressesFamily(words);
            if (matches.isEmpty() && statedAge < 0 && number < 0 && !addresses) {
                return words.isQuestion() ? MessageCues.QUESTION : MessageCues.NOTHING;
            }
            return new MessageCues(matches, words.isQuestion(), statedAge, number, addresses);
        }

        private List<CueMatch> matches() {
            found = List.of();
            guarded = NOT_LOOKED_FOR;
            patterns.visit(words, this::add);
            return found;
        }

        private void add(int pattern, int first, int last) {
            if (found.isEmpty()) {
                found = new ArrayList<>();
                Arrays.fill(takenUntil, -1);
            }
            add(found, entries[pattern], first, last);
        }

        /** Adds a passage, or makes the one that it overlaps longer and stronger. */
        private void add(List<CueMatch> matches, Entry entry, int first, int last) {
            int start = words.start(first);
            int end = words.end(last);
            boolean isAside = (guarded() & entry.family().bit()) != 0 || words.isQuoted(start, end) || isNegated(first);
            if (isAside) {
                return;
            }
            int family = entry.family().place();
            if (takenUntil[family] < first) {
                matches.add(new CueMatch(entry.family(), entry.strength(), start, end));
                takenUntil[family] = last;
                return;
            }
            for (int i = matches.size() - 1; i >= 0; i--) {
                CueMatch known = matches.get(i);
                if (known.family() == entry.family()) {
                    if (entry.strength().compareTo(known.strength()) > 0) {
                        matches.set(
                                i,
                                new CueMatch(
                                        entry.family(), entry.strength(), known.start(), Math.max(known.end(), end)));
                        takenUntil[family] = Math.max(takenUntil[family], last);
                    }
                    return;
                }
            }
        }

        private boolean isNegated(int first) {
            if (negates[words.word(first)] || words.isQuestion()) {
                return false;
            }
            for (int i = first - 1; i >= Math.max(0, first - NEGATION_REACH); i--) {
                if (words.clause(i) != words.clause(first)) {
                    return false;
                }
                if (negates[words.word(i)]) {
                    return !encourages[words.word(i + 1)];
                }
            }
            return false;
        }

        /** Bits of the families that a guard sets aside in this message. */
        private int guarded() {
            if (guarded == NOT_LOOKED_FOR) {
                guarded = 0;
                guardPatterns.visit(words, (pattern, first, last) -> guarded |= guards[pattern]);
            }
            return guarded;
        }
    }

    private static boolean[] known(Vocabulary vocabulary, Set<String> words) {
        boolean[] known = new boolean[vocabulary.size()];
        for (int number = 1; number < known.length; number++) {
            known[number] = words.contains(vocabulary.word(number));
        }
        return known;
    }
}
