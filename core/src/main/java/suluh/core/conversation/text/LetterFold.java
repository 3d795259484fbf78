package suluh.core.conversation.text;

import java.text.Normalizer;

/**
 * Folds one character of a message to the letter it stands for: case, accents, look-alikes, letter-like symbols.
 *
 * <p>A table of the Basic Multilingual Plane, made once; constant time. Marks that carry meaning (vowel signs of Tamil and
 * other Indic scripts) are kept, those that only decorate a letter are dropped.
 */
public final class LetterFold {
    /** Ends a word. */
    public static final char BREAK = 0;
    /** Neither ends a word nor stands in it: no width, apostrophes, accents, variation selectors. */
    public static final char JOIN = 1;

    /** Look-alikes of Latin letters in Cyrillic, Greek and Armenian, each before the letter it imitates. */
    private static final String LOOKALIKES =
            "аaвbеeкkмmнhоoрpсcтtуyхxіiїiјjѕsԁdһhԛqԝwзzαaβbεeηnιiκkνvοoρpτtυuχxγyωwսuօoոn";
    /** Traditional Chinese characters of the lexicons, each before its simplified form. */
    private static final String SIMPLIFIED = "嗎吗媽妈學学幾几歲岁電电話话訊讯號号給给誰谁見见門门開开這这個个們们說说別别讓让對对時时錢钱買买點点發发圖图視视頻频樣样"
            + "會会還还後后來来進进車车聽听寫写讀读級级裡里單单獨独過过親亲愛爱價价費费員员組组鏈链禮礼記记錄录刪删關关係系"
            + "戀恋紅红帶带觀观鏡镜裝装紀纪應应絕绝報报證证";

    private static final int MATH_LETTERS = 0x1D400;
    private static final int MATH_LETTERS_END = 0x1D6A4;
    private static final int MATH_DIGITS = 0x1D7CE;
    private static final int MATH_DIGITS_END = 0x1D800;
    private static final int SQUARED_LETTERS = 0x1F130;
    private static final int SQUARED_LETTERS_END = 0x1F18A;
    private static final int SQUARED_ROW = 0x20;
    private static final int LETTERS = 26;

    private static final char[] TABLE = table();

    private LetterFold() {}

    /** The letter of a character of the Basic Multilingual Plane, or {@link #BREAK} or {@link #JOIN}. */
    public static char fold(char c) {
        return TABLE[c];
    }

    /** The letter of a character beyond it: a Latin letter or digit for mathematical and squared ones, else BREAK. */
    public static char foldBeyond(int codePoint) {
        if (codePoint >= MATH_LETTERS && codePoint < MATH_LETTERS_END) {
            return (char) ('a' + (codePoint - MATH_LETTERS) % LETTERS);
        }
        if (codePoint >= MATH_DIGITS && codePoint < MATH_DIGITS_END) {
            return (char) ('0' + (codePoint - MATH_DIGITS) % 10);
        }
        if (codePoint >= SQUARED_LETTERS && codePoint < SQUARED_LETTERS_END) {
            int place = (codePoint - SQUARED_LETTERS) % SQUARED_ROW;
            return place < LETTERS ? (char) ('a' + place) : BREAK;
        }
        boolean isTag = codePoint >= 0xE0000 && codePoint < 0xE0200;
        return isTag ? JOIN : BREAK;
    }

    /** True for characters that are words by themselves. */
    public static boolean isIdeograph(char c) {
        return (c >= '\u3400' && c <= '\u9FFF') || (c >= '\uF900' && c <= '\uFAFF');
    }

    /** True for characters of Tamil, whose words are recognised by their stems. */
    public static boolean isTamil(char c) {
        return c >= '\u0B80' && c <= '\u0BFF';
    }

    private static char[] table() {
        char[] table = new char[1 << 16];
        for (int c = 0; c < table.length; c++) {
            table[c] = letter((char) c);
        }
        pairs(table, LOOKALIKES);
        pairs(table, SIMPLIFIED);
        for (int i = 0; i < LETTERS; i++) {
            table['\u24B6' + i] = (char) ('a' + i);
            table['\u24D0' + i] = (char) ('a' + i);
        }
        table['\''] = JOIN;
        table['’'] = JOIN;
        table['‘'] = JOIN;
        table['ʼ'] = JOIN;
        table['´'] = JOIN;
        return table;
    }

    private static void pairs(char[] table, String pairs) {
        for (int i = 0; i < pairs.length(); i += 2) {
            table[pairs.charAt(i)] = pairs.charAt(i + 1);
        }
    }

    private static char letter(char c) {
        int type = Character.getType(c);
        if (type == Character.FORMAT || isDecoration(c, type)) {
            return JOIN;
        }
        boolean isMark = type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
        if (!Character.isLetterOrDigit(c) && !isMark) {
            return BREAK;
        }
        if (isTamil(c) || isIdeograph(c)) {
            return c;
        }
        String plain = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKD);
        char first = plain.isEmpty() ? c : plain.charAt(0);
        boolean folds = first < 0x80 && Character.isLetterOrDigit(first);
        return Character.toLowerCase(folds ? first : c);
    }

    /** Marks that only decorate: combining diacritics, enclosing marks, variation selectors. */
    private static boolean isDecoration(char c, int type) {
        return type == Character.ENCLOSING_MARK
                || (c >= '\u0300' && c <= '\u036F')
                || (c >= '\u1AB0' && c <= '\u1AFF')
                || (c >= '\u1DC0' && c <= '\u1DFF')
                || (c >= '\u20D0' && c <= '\u20FF')
                || (c >= '\uFE00' && c <= '\uFE0F');
    }
}
