package suluh.core.conversation;

import java.util.Set;
import suluh.core.conversation.text.ChatWords;
import suluh.core.conversation.text.Vocabulary;

/** Reads ages that people state of themselves, and answers that call somebody mum or dad. */
final class AgeWords {
    private static final int MIN_AGE = 6;
    private static final int MAX_AGE = 80;
    private static final int MAX_ANSWER_WORDS = 6;
    private static final int MAX_ADDRESS_WORDS = 12;

    private static final Set<String> SELF = Set.of("im", "am", "saya", "aku", "i", "umur", "我", "abang", "akak");
    private static final Set<String> YEARS = Set.of("years", "year", "tahun", "yo", "yrs", "岁", "yearold");
    private static final Set<String> OTHER_UNITS = Set.of(
            "minutes", "minute", "min", "mins", "minit", "hours", "hour", "jam", "km", "percent", "days", "hari",
            "weeks", "more", "kilo", "ringgit", "rm", "pm", "am", "times", "kali", "orang", "people", "menit");
    private static final Set<String> FAMILY = Set.of(
            "mak", "ibu", "mama", "ayah", "abah", "papa", "mum", "mom", "mummy", "dad", "daddy", "umi", "ma", "pa",
            "bu", "nenek", "grandma", "aunty", "makcik", "பாட்டி", "அம்மா", "அப்பா", "妈", "爸");
    private static final Set<String> ANSWERS = Set.of(
            "ok", "okay", "baik", "ya", "yes", "thanks", "terima", "noted", "dah", "home", "alright", "hi", "hello",
            "love", "sudah", "iya", "haha", "yay", "oke", "சரி", "好", "到", "வந்து");

    private final boolean[] self;
    private final boolean[] years;
    private final boolean[] otherUnits;
    private final boolean[] family;
    private final boolean[] answers;
    private final int ten;
    private final int teen;

    AgeWords(Vocabulary vocabulary) {
        self = known(vocabulary, SELF);
        years = known(vocabulary, YEARS);
        otherUnits = known(vocabulary, OTHER_UNITS);
        family = known(vocabulary, FAMILY);
        answers = known(vocabulary, ANSWERS);
        ten = number(vocabulary, "puluh");
        teen = number(vocabulary, "belas");
    }

    /** All words that this needs to know. */
    static Set<String> words() {
        Set<String> words = new java.util.TreeSet<>();
        words.addAll(SELF);
        words.addAll(YEARS);
        words.addAll(OTHER_UNITS);
        words.addAll(FAMILY);
        words.addAll(ANSWERS);
        return words;
    }

    /** Age that the writer states as their own, or -1. */
    int stated(ChatWords words) {
        for (int i = 0; i < words.count(); i++) {
            if (words.number(i) < 0) {
                continue;
            }
            int value = value(words, i);
            int after = after(words, i);
            boolean isAge = value >= MIN_AGE && value <= MAX_AGE;
            boolean hasUnit = after < words.count() && years[words.word(after)];
            boolean hasOther = after < words.count() && otherUnits[words.word(after)];
            boolean bySelf = i > 0 && self[words.word(i - 1)] && words.clause(i) == words.clause(i - 1);
            if (isAge && !hasOther && !words.isQuestion() && (bySelf || (hasUnit && i <= 1))) {
                return value;
            }
        }
        return -1;
    }

    /** Number with which a short message begins, or -1: an answer to who asked for the age. */
    int bare(ChatWords words) {
        if (words.count() == 0 || words.count() > MAX_ANSWER_WORDS || words.number(0) < 0) {
            return -1;
        }
        int value = value(words, 0);
        int after = after(words, 0);
        boolean hasOther = after < words.count() && otherUnits[words.word(after)];
        return value >= MIN_AGE && value <= MAX_AGE && !hasOther ? value : -1;
    }

    /** True for a short answer that calls the other mum, dad or the like. */
    boolean addressesFamily(ChatWords words) {
        if (words.count() < 2 || words.count() > MAX_ADDRESS_WORDS || !answers[words.word(0)]) {
            return false;
        }
        return family[words.word(1)]
                || family[words.word(words.count() - 1)]
                || (words.count() > 2 && family[words.word(2)]);
    }

    /** Whole number that begins at word {@code i}: thirty two, tiga puluh dua, tiga belas. */
    private int value(ChatWords words, int i) {
        int first = words.number(i);
        int next = i + 1 < words.count() ? words.word(i + 1) : Vocabulary.UNKNOWN;
        if (first < 10 && next != Vocabulary.UNKNOWN && next == teen) {
            return 10 + first;
        }
        if (first < 10 && next != Vocabulary.UNKNOWN && next == ten) {
            return 10 * first + unit(words, i + 2);
        }
        return first >= 20 && first % 10 == 0 ? first + unit(words, i + 1) : first;
    }

    private int after(ChatWords words, int i) {
        int at = i + 1;
        while (at < words.count() && (words.number(at) >= 0 || words.word(at) == ten || words.word(at) == teen)) {
            at++;
        }
        return at;
    }

    private static int unit(ChatWords words, int i) {
        int unit = i < words.count() ? words.number(i) : -1;
        return unit > 0 && unit < 10 ? unit : 0;
    }

    private static int number(Vocabulary vocabulary, String word) {
        for (int number = 1; number < vocabulary.size(); number++) {
            if (vocabulary.word(number).equals(word)) {
                return number;
            }
        }
        return Vocabulary.UNKNOWN;
    }

    private static boolean[] known(Vocabulary vocabulary, Set<String> words) {
        boolean[] known = new boolean[vocabulary.size()];
        for (int number = 1; number < known.length; number++) {
            known[number] = words.contains(vocabulary.word(number));
        }
        return known;
    }
}
