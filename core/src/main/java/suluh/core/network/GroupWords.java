package suluh.core.network;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/**
 * What the words of a group's messages show: language, prices, offers of access, and how often each word occurs.
 *
 * <p>Plain on purpose: a language is told by its most common short words or its script, an offer by a price and a word of
 * access. Both are counts to look behind, and no conclusions. Memory: at most {@value #MAX_WORDS} words. Time: a few
 * nanoseconds a character; a word met before is counted without making a text of it. Not thread-safe.
 */
public final class GroupWords {
    /** Words kept for comparing groups: rarer ones would come after. */
    static final int MAX_WORDS = 4_000;

    private static final int MIN_WORD_CHARS = 3;
    private static final int MAX_WORD_CHARS = 24;
    /** Characters of a message that are read: the longest that platforms take is four times this. */
    private static final int MAX_CHARS = 1_000;

    /** Small as one of two, by its place in the word. */
    private static final char CAPITAL_SIGMA = '\u03A3';
    /** Small as two characters. */
    private static final char CAPITAL_DOTTED_I = '\u0130';

    static final Set<String> MALAY = Set.of(
            "aku", "saya", "nak", "tak", "dekat", "yang", "dan", "ada", "dah", "ke", "kat", "je", "lah", "ini", "itu",
            "kita", "awak", "dengan", "untuk", "siapa", "macam", "pukul", "esok", "hari", "lagi", "jom", "bila", "pun");
    static final Set<String> ENGLISH = Set.of(
            "the", "is", "you", "to", "and", "at", "on", "for", "my", "are", "was", "this", "that", "it", "of", "in",
            "did", "anyone", "who", "what", "when", "with", "have", "got", "be", "from", "here", "your");
    static final Set<String> ACCESS = Set.of(
            "akses",
            "access",
            "vip",
            "premium",
            "slot",
            "subscription",
            "langganan",
            "keahlian",
            "membership",
            "masuk");

    private static final int IS_MALAY = 1;
    private static final int IS_ENGLISH = 2;
    private static final int IS_ACCESS = 4;
    /** Marks of the words above. */
    private static final WordTable MARKS = new WordTable();

    static {
        mark(MALAY, IS_MALAY);
        mark(ENGLISH, IS_ENGLISH);
        mark(ACCESS, IS_ACCESS);
    }

    private final WordTable words = new WordTable();
    private final Map<String, Long> languages = new HashMap<>();
    private long offers;
    private long accessOffers;

    /** The word that is read, in small letters; the smallest form of a letter has two characters at most. */
    private final char[] word = new char[2 * MAX_CHARS];

    private int length;
    private int hash;
    /** The word has a letter whose small form depends on its place, or is more than one character. */
    private boolean isSpecial;

    private int marks;
    private int malay;
    private int english;
    private boolean isPriced;
    private boolean isAfterRm;
    private boolean isAfterDigit;

    private static void mark(Set<String> marked, int mark) {
        for (String one : marked) {
            char[] chars = one.toCharArray();
            MARKS.add(MARKS.slot(chars, chars.length, one.hashCode()), chars, chars.length, mark);
        }
    }

    /** What one message adds to the offers. */
    public enum Offer {
        NONE,
        PRICE,
        ACCESS_AT_A_PRICE
    }

    /** Counts a message. */
    public Offer add(String text) {
        begin();
        int han = 0;
        int tamil = 0;
        int start = 0;
        int end = Math.min(text.length(), MAX_CHARS);
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                han += c >= 0x4E00 && c <= 0x9FFF ? 1 : 0;
                tamil += c >= 0x0B80 && c <= 0x0BFF ? 1 : 0;
                start = length == 0 ? i : start;
                put(Character.toLowerCase(c));
                isSpecial |= c == CAPITAL_SIGMA || c == CAPITAL_DOTTED_I;
            } else if (length > 0) {
                endWord(text, start, i);
            }
        }
        if (length > 0) {
            endWord(text, start, end);
        }
        boolean names = (marks & IS_ACCESS) != 0;
        languages.merge(language(malay, english, han, tamil), 1L, Long::sum);
        offers += isPriced ? 1 : 0;
        accessOffers += isPriced && names ? 1 : 0;
        return !isPriced ? Offer.NONE : names ? Offer.ACCESS_AT_A_PRICE : Offer.PRICE;
    }

    private void begin() {
        marks = 0;
        malay = 0;
        english = 0;
        isPriced = false;
        isAfterRm = false;
        isAfterDigit = false;
    }

    private void put(char c) {
        word[length++] = c;
        hash = WordTable.hash(hash, c);
    }

    private void endWord(String text, int start, int end) {
        if (isSpecial) {
            String lower = text.substring(start, end).toLowerCase(Locale.ROOT);
            length = 0;
            hash = 0;
            for (int i = 0; i < lower.length(); i++) {
                put(lower.charAt(i));
            }
        }
        int mark = MARKS.figure(MARKS.slot(word, length, hash));
        marks |= mark;
        malay += (mark & IS_MALAY) == 0 ? 0 : 1;
        english += (mark & IS_ENGLISH) == 0 ? 0 : 1;
        isPriced |= isPrice();
        count();
        isAfterRm = is("rm");
        isAfterDigit = Character.isDigit(word[0]);
        length = 0;
        hash = 0;
        isSpecial = false;
    }

    public Map<String, Long> languages() {
        return Map.copyOf(languages);
    }

    public long offers() {
        return offers;
    }

    public long accessOffers() {
        return accessOffers;
    }

    /** How often each word occurred. */
    SortedMap<String, Integer> words() {
        return words.toMap();
    }

    private void count() {
        boolean counts = length >= MIN_WORD_CHARS && length <= MAX_WORD_CHARS && Character.isLetter(word[0]);
        if (counts) {
            int slot = words.slot(word, length, hash);
            if (words.isTaken(slot) || words.size() < MAX_WORDS) {
                words.add(slot, word, length, 1);
            }
        }
    }

    static String language(int malay, int english, int han, int tamil) {
        if (han > 0 || tamil > 0) {
            return malay + english > 0 ? "mixed" : han >= tamil ? "zh" : "ta";
        }
        if (malay == 0 && english == 0) {
            return "unknown";
        }
        return malay >= 3 * english ? "ms" : english >= 3 * malay ? "en" : "mixed";
    }

    /** {@code rm20}, {@code rm 20} or {@code 20 ringgit}. */
    private boolean isPrice() {
        boolean joined = length > 2 && word[0] == 'r' && word[1] == 'm' && Character.isDigit(word[2]);
        boolean apart = isAfterRm && Character.isDigit(word[0]);
        return joined || apart || (isAfterDigit && is("ringgit"));
    }

    private boolean is(String other) {
        if (length != other.length()) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (word[i] != other.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
