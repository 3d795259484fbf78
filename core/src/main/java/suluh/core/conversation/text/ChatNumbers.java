package suluh.core.conversation.text;

import java.util.List;

/** Number words below a hundred, as far as ages need them: English, Malay and Indonesian tens and units. */
final class ChatNumbers {
    private static final List<String> ENGLISH = List.of(
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen");
    private static final List<String> ENGLISH_TENS = List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy");
    private static final List<String> MALAY =
            List.of("satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "lapan", "sembilan");

    /** Words that a vocabulary needs to know for this. */
    static final List<String> WORDS = java.util.stream.Stream.of(
                    ENGLISH, ENGLISH_TENS, MALAY, List.of("belas", "puluh", "delapan"))
            .flatMap(List::stream)
            .toList();

    private final int[] values;

    ChatNumbers(Vocabulary vocabulary) {
        values = new int[vocabulary.size()];
        for (int number = 0; number < values.length; number++) {
            values[number] = valueOf(vocabulary.word(number));
        }
    }

    /** Value of a number word that says a whole number by itself, else -1. */
    int value(int word) {
        return values[word];
    }

    private static int valueOf(String word) {
        int teen = ENGLISH.indexOf(word);
        int ten = ENGLISH_TENS.indexOf(word);
        int unit = MALAY.indexOf(word);
        if (teen >= 0) {
            return 10 + teen;
        }
        if (ten >= 0) {
            return 20 + 10 * ten;
        }
        return word.equals("delapan") ? 8 : unit >= 0 ? 1 + unit : -1;
    }
}
