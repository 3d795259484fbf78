package suluh.core.identity.field;

import java.util.Locale;

/** Account names without what people vary to have a free one: separators, case, digits written for letters. */
public final class Handles {
    private Handles() {}

    /** The folded form; trailing digits stay, since they tell one account from another. Empty when nothing is left. */
    public static String folded(String handle) {
        String lower = handle.strip().toLowerCase(Locale.ROOT);
        int end = lower.length();
        while (end > 0 && Character.isDigit(lower.charAt(end - 1))) {
            end--;
        }
        StringBuilder out = new StringBuilder(lower.length());
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (c != '.' && c != '_' && c != '-' && c != ' ' && c != '@') {
                out.append(i < end ? letterFor(c) : c);
            }
        }
        return out.toString();
    }

    private static char letterFor(char c) {
        return switch (c) {
            case '0' -> 'o';
            case '1', '!', '|' -> 'i';
            case '3' -> 'e';
            case '4' -> 'a';
            case '5', '$' -> 's';
            case '7' -> 't';
            case '8' -> 'b';
            default -> c;
        };
    }
}
