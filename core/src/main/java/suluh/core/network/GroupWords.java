package suluh.core.network;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What the words of a group's messages show: language, prices, offers of access, and how often each word occurs.
 *
 * <p>Plain on purpose: a language is told by its most common short words or its script, an offer by a price and a word of
 * access. Both are counts to look behind, and no conclusions. Memory: at most {@value #MAX_WORDS} words. Not thread-safe.
 */
public final class GroupWords {
    /** Words kept for comparing groups: rarer ones would come after. */
    static final int MAX_WORDS = 4_000;

    private static final int MIN_WORD_CHARS = 3;
    private static final int MAX_WORD_CHARS = 24;
    /** Characters of a message that are read: the longest that platforms take is four times this. */
    private static final int MAX_CHARS = 1_000;

    private static final Set<String> MALAY = Set.of(
            "aku", "saya", "nak", "tak", "dekat", "yang", "dan", "ada", "dah", "ke", "kat", "je", "lah", "ini", "itu",
            "kita", "awak", "dengan", "untuk", "siapa", "macam", "pukul", "esok", "hari", "lagi", "jom", "bila", "pun");
    private static final Set<String> ENGLISH = Set.of(
            "the", "is", "you", "to", "and", "at", "on", "for", "my", "are", "was", "this", "that", "it", "of", "in",
            "did", "anyone", "who", "what", "when", "with", "have", "got", "be", "from", "here", "your");
    private static final Set<String> ACCESS = Set.of(
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

    private final Map<String, Integer> words = new HashMap<>();
    private final Map<String, Long> languages = new HashMap<>();
    private long offers;
    private long accessOffers;

    /** What one message adds to the offers. */
    public enum Offer {
        NONE,
        PRICE,
        ACCESS_AT_A_PRICE
    }

    /** Counts a message. */
    public Offer add(String text) {
        int end = Math.min(text.length(), MAX_CHARS);
        int malay = 0;
        int english = 0;
        int han = 0;
        int tamil = 0;
        boolean names = false;
        boolean price = false;
        int start = -1;
        String before = "";
        for (int i = 0; i <= end; i++) {
            boolean isPart = i < end && Character.isLetterOrDigit(text.charAt(i));
            if (isPart) {
                start = start < 0 ? i : start;
                han += text.charAt(i) >= 0x4E00 && text.charAt(i) <= 0x9FFF ? 1 : 0;
                tamil += text.charAt(i) >= 0x0B80 && text.charAt(i) <= 0x0BFF ? 1 : 0;
            } else if (start >= 0) {
                String word = text.substring(start, i).toLowerCase(Locale.ROOT);
                malay += MALAY.contains(word) ? 1 : 0;
                english += ENGLISH.contains(word) ? 1 : 0;
                names |= ACCESS.contains(word);
                price |= isPrice(word, before);
                count(word);
                before = word;
                start = -1;
            }
        }
        languages.merge(language(malay, english, han, tamil), 1L, Long::sum);
        offers += price ? 1 : 0;
        accessOffers += price && names ? 1 : 0;
        return !price ? Offer.NONE : names ? Offer.ACCESS_AT_A_PRICE : Offer.PRICE;
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
    Map<String, Integer> words() {
        return Map.copyOf(words);
    }

    private void count(String word) {
        boolean counts = word.length() >= MIN_WORD_CHARS
                && word.length() <= MAX_WORD_CHARS
                && Character.isLetter(word.charAt(0));
        if (counts && (words.size() < MAX_WORDS || words.containsKey(word))) {
            words.merge(word, 1, Integer::sum);
        }
    }

    private static String language(int malay, int english, int han, int tamil) {
        if (han > 0 || tamil > 0) {
            return malay + english > 0 ? "mixed" : han >= tamil ? "zh" : "ta";
        }
        if (malay == 0 && english == 0) {
            return "unknown";
        }
        return malay >= 3 * english ? "ms" : english >= 3 * malay ? "en" : "mixed";
    }

    /** {@code rm20}, {@code rm 20} or {@code 20 ringgit}. */
    private static boolean isPrice(String word, String before) {
        boolean joined = word.length() > 2 && word.startsWith("rm") && Character.isDigit(word.charAt(2));
        boolean apart = before.equals("rm") && Character.isDigit(word.charAt(0));
        boolean spelt = word.equals("ringgit") && !before.isEmpty() && Character.isDigit(before.charAt(0));
        return joined || apart || spelt;
    }
}
