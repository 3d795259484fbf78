package suluh.core.observation;

import java.util.Locale;

/**
 * Comparable forms of contact points.
 *
 * <p>Deliberately plain: only differences of writing are removed, never of meaning. A national number without its
 * country is completed only for the default country given.
 */
public final class ContactPoints {
    private static final int MIN_PHONE_DIGITS = 7;
    /** ITU-T E.164 (11/2010), 6.1: at most 15 digits. */
    private static final int MAX_PHONE_DIGITS = 15;

    private ContactPoints() {}

    /**
     * {@code +} and digits, or the empty string when the text is no telephone number.
     *
     * @param text number as written, with spaces, dots, hyphens, brackets or direction marks
     * @param defaultCountryCode digits put in the place of a leading trunk zero, for example {@code 60}
     */
    public static String phone(String text, String defaultCountryCode) {
        StringBuilder digits = new StringBuilder();
        boolean international = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int digit = Character.digit(c, 10);
            if (digit >= 0) {
                digits.append((char) ('0' + digit));
            } else if (c == '+' && digits.isEmpty()) {
                international = true;
            } else if (!isPhoneSeparator(c)) {
                return "";
            }
        }
        if (!international && digits.length() > 2 && digits.charAt(0) == '0' && digits.charAt(1) == '0') {
            digits.delete(0, 2);
            international = true;
        }
        if (!international && !digits.isEmpty() && digits.charAt(0) == '0') {
            digits.deleteCharAt(0).insert(0, defaultCountryCode);
            international = true;
        }
        boolean plausible = international && digits.length() >= MIN_PHONE_DIGITS && digits.length() <= MAX_PHONE_DIGITS;
        return plausible ? "+" + digits : "";
    }

    /** Lower-cased address, or the empty string when it has not exactly one {@code @} between two parts. */
    public static String email(String text) {
        String trimmed = text.strip().toLowerCase(Locale.ROOT);
        int at = trimmed.indexOf('@');
        boolean plausible = at > 0
                && at == trimmed.lastIndexOf('@')
                && trimmed.indexOf('.', at) > at + 1
                && !trimmed.endsWith(".")
                && trimmed.chars().noneMatch(Character::isWhitespace);
        return plausible ? trimmed : "";
    }

    /**
     * Address without scheme, {@code www.}/{@code m.} and trailing slash; host in lower case, path as written (invite
     * codes are case-sensitive).
     */
    public static String url(String text) {
        String rest = text.strip();
        int scheme = rest.indexOf("://");
        rest = scheme >= 0 ? rest.substring(scheme + 3) : rest;
        int slash = rest.indexOf('/');
        String host = (slash < 0 ? rest : rest.substring(0, slash)).toLowerCase(Locale.ROOT);
        String path = slash < 0 ? "" : rest.substring(slash);
        host = host.startsWith("www.") ? host.substring(4) : host.startsWith("m.") ? host.substring(2) : host;
        while (path.endsWith("/")) {
            path = path.substring(0, path.length() - 1);
        }
        return host + path;
    }

    /** Account name without a leading {@code @}, in lower case. */
    public static String handle(String text) {
        String trimmed = text.strip();
        return (trimmed.startsWith("@") ? trimmed.substring(1) : trimmed).toLowerCase(Locale.ROOT);
    }

    private static boolean isPhoneSeparator(char c) {
        return Character.isSpaceChar(c)
                || c == '-'
                || c == '.'
                || c == '('
                || c == ')'
                || c == '/'
                || Character.getType(c) == Character.FORMAT;
    }
}
