package suluh.exports.contact;

import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import suluh.core.observation.ContactPointKind;
import suluh.core.observation.ContactPoints;

/**
 * Finds telephone numbers, mail addresses and addresses of accounts and invitations in a text.
 *
 * <p>One forward pass; every look backward or forward is bounded, so that cost is linear in the text whatever it holds.
 * Most characters are dismissed by one table look-up. Plain on purpose: a number without its country is taken only in
 * the usual national form, which dates and prices do not have.
 */
final class ContactScan {
    /** Identifiers taken from one text; a message with more is a list, and the message itself stays readable. */
    static final int MAX_FOUND = 200;

    /** Longest local part of a mail address: RFC 5321, 4.5.3.1.1. */
    private static final int MAX_LOCAL_CHARS = 64;
    /** Longest domain: RFC 5321, 4.5.3.1.2. */
    private static final int MAX_DOMAIN_CHARS = 255;
    /** Longest path of an address taken. */
    private static final int MAX_PATH_CHARS = 512;
    /** Longest number as written: 15 digits with a separator after each. */
    private static final int MAX_PHONE_CHARS = 32;

    private static final int MIN_INTERNATIONAL_DIGITS = 8;
    private static final int MIN_NATIONAL_DIGITS = 9;
    private static final int MAX_NATIONAL_DIGITS = 12;

    private static final boolean[] TRIGGERS = new boolean[128];

    static {
        TRIGGERS['@'] = true;
        TRIGGERS['+'] = true;
        TRIGGERS['0'] = true;
        TRIGGERS['/'] = true;
    }

    /** What was found; {@code value} as written, {@code normalised} for comparison. */
    record Found(ContactPointKind kind, String value, String normalised) {}

    private final String defaultCountryCode;

    ContactScan(String defaultCountryCode) {
        this.defaultCountryCode = defaultCountryCode;
    }

    void scan(String text, Consumer<Found> found) {
        int length = text.length();
        int left = MAX_FOUND;
        for (int i = 0; i < length && left > 0; i++) {
            char c = text.charAt(i);
            if (c >= 128 || !TRIGGERS[c]) {
                continue;
            }
            Hit hit = switch (c) {
                case '@' -> email(text, i);
                case '/' -> address(text, i);
                default -> phone(text, i);
            };
            if (hit != null) {
                i = hit.end - 1;
                if (hit.found != null) {
                    found.accept(hit.found);
                    left--;
                }
            }
        }
    }

    /** Something recognised up to {@code end}; without {@code found} it is passed over whole. */
    private record Hit(int end, @Nullable Found found) {}

    private @Nullable Hit phone(String text, int start) {
        if (start > 0 && joinsNumber(text.charAt(start - 1))) {
            return null;
        }
        if (start > 1 && isPunctuation(text.charAt(start - 1)) && Character.isDigit(text.charAt(start - 2))) {
            return null;
        }
        boolean international = text.charAt(start) == '+';
        int limit = Math.min(text.length(), start + MAX_PHONE_CHARS);
        int digits = international ? 0 : 1;
        int end = start + 1;
        int separators = 0;
        for (int i = start + 1; i < limit; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
                separators = 0;
                end = i + 1;
            } else if (!isSeparator(c) || ++separators > 2) {
                break;
            }
        }
        if (end < text.length() && joinsNumber(text.charAt(end))) {
            return new Hit(end, null);
        }
        boolean enough = international
                ? digits >= MIN_INTERNATIONAL_DIGITS
                : digits >= MIN_NATIONAL_DIGITS && digits <= MAX_NATIONAL_DIGITS + 2;
        if (!enough) {
            return null;
        }
        String value = text.substring(start, end);
        String normalised = ContactPoints.phone(value, defaultCountryCode);
        return normalised.isEmpty() ? null : new Hit(end, new Found(ContactPointKind.PHONE, value, normalised));
    }

    /** Between digits it joins the parts of a date or an amount. */
    private static boolean isPunctuation(char c) {
        return c == '-' || c == '.' || c == ',' || c == ':';
    }

    private static boolean isSeparator(char c) {
        return c == ' ' || c == '-' || c == '(' || c == ')' || c == '\u00A0' || c == '\u2011';
    }

    /** True beside a number that is part of something longer: a word, an amount, a date, an address. */
    private static boolean joinsNumber(char c) {
        return Character.isLetterOrDigit(c) || c == '/' || c == '=' || c == '_' || c == '$' || c == '%' || c == '#';
    }

    private static @Nullable Hit email(String text, int at) {
        int start = at;
        while (start > 0 && at - start < MAX_LOCAL_CHARS && isLocal(text.charAt(start - 1))) {
            start--;
        }
        int end = at + 1;
        int limit = Math.min(text.length(), at + 1 + MAX_DOMAIN_CHARS);
        int lastDot = -1;
        while (end < limit && isHost(text.charAt(end))) {
            if (text.charAt(end) == '.') {
                lastDot = end;
            }
            end++;
        }
        while (end > at + 1 && !isAlphanumeric(text.charAt(end - 1))) {
            end--;
            lastDot = text.lastIndexOf('.', end - 1);
        }
        boolean whole = start < at && lastDot > at + 1 && end - lastDot > 2;
        if (!whole) {
            return null;
        }
        String value = text.substring(start, end);
        String normalised = ContactPoints.email(value);
        return normalised.isEmpty() ? null : new Hit(end, new Found(ContactPointKind.EMAIL, value, normalised));
    }

    private @Nullable Hit address(String text, int slash) {
        KnownHost host = KnownHost.endingAt(text, slash);
        if (host == null) {
            return null;
        }
        int end = slash + 1;
        int limit = Math.min(text.length(), slash + 1 + MAX_PATH_CHARS);
        while (end < limit && isPath(text.charAt(end))) {
            end++;
        }
        while (end > slash + 1 && ".,;:!?'*)".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        if (end == slash + 1) {
            return null;
        }
        Found found = host.read(text.substring(slash - host.length(), slash), text.substring(slash + 1, end));
        return new Hit(end, found);
    }

    private static boolean isPath(char c) {
        return c > ' ' && c != '<' && c != '>' && c != '"' && c != ']' && c != '}' && c != '|' && !isBreak(c);
    }

    private static boolean isBreak(char c) {
        return c >= 0x80 && (Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT || c >= 0x3000);
    }

    private static boolean isLocal(char c) {
        return isAlphanumeric(c) || c == '.' || c == '_' || c == '%' || c == '+' || c == '-';
    }

    private static boolean isHost(char c) {
        return isAlphanumeric(c) || c == '.' || c == '-';
    }

    private static boolean isAlphanumeric(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    /** The same text in lower case, independent of the machine's language. */
    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
