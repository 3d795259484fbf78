package suluh.core.identity.field;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** Degrees of agreement of two different comparable forms, by type. */
final class Levels {
    private static final double CLOSE = 0.92;
    private static final double NEAR = 0.82;
    private static final double NEAR_ADDRESS = 0.8;
    private static final int PHONE_TAIL = 8;
    private static final int DATE_DIGITS = 8;

    private Levels() {}

    static int of(FieldType type, String a, String b) {
        return switch (type) {
            case NAME -> name(a, b);
            case ADDRESS -> address(a, b);
            case DATE -> date(a, b);
            case NUMBER, CATEGORY -> TextDistance.edits(a, b, 1) <= 1 && Math.min(a.length(), b.length()) > 1 ? 2 : 3;
            case IDENTIFIER -> identifier(a, b);
            case PHONE -> phone(a, b);
            case EMAIL -> email(a, b);
            case URL -> TextDistance.jaroWinkler(a, b) >= 0.95 ? 2 : 3;
            case HANDLE -> handle(a, b);
            case IP -> network(a).equals(network(b)) ? 2 : 3;
            case TEXT -> text(a, b);
        };
    }

    private static int name(String a, String b) {
        double similarity = TextDistance.jaroWinkler(a, b);
        if (similarity < CLOSE && a.indexOf(' ') > 0 && b.indexOf(' ') > 0) {
            similarity = Math.max(similarity, TextDistance.jaroWinkler(sorted(a), sorted(b)));
        }
        if (similarity >= CLOSE || (Math.min(a.length(), b.length()) > 3 && TextDistance.edits(a, b, 1) <= 1)) {
            return 2;
        }
        return similarity >= NEAR ? 3 : FieldType.NAME.levels();
    }

    private static int address(String a, String b) {
        double similarity = TextDistance.jaroWinkler(a, b);
        if (similarity < CLOSE && a.indexOf(' ') > 0 && b.indexOf(' ') > 0) {
            similarity = Math.max(similarity, TextDistance.jaroWinkler(sorted(a), sorted(b)));
        }
        if (similarity >= CLOSE || (Math.min(a.length(), b.length()) > 5 && TextDistance.edits(a, b, 2) <= 2)) {
            return 2;
        }
        return similarity >= NEAR_ADDRESS || overlap(a, b) >= 0.5 ? 3 : FieldType.ADDRESS.levels();
    }

    private static int date(String a, String b) {
        int edits = TextDistance.edits(a, b, 2);
        boolean dayAndMonthExchanged = a.length() == DATE_DIGITS
                && b.length() == DATE_DIGITS
                && a.regionMatches(0, b, 0, 4)
                && a.regionMatches(4, b, 6, 2)
                && a.regionMatches(6, b, 4, 2);
        return edits <= 1 || dayAndMonthExchanged ? 2 : edits == 2 ? 3 : FieldType.DATE.levels();
    }

    private static int identifier(String a, String b) {
        int max = Math.min(a.length(), b.length()) > 4 ? 2 : 1;
        int edits = TextDistance.edits(a, b, max);
        return edits > max ? FieldType.IDENTIFIER.levels() : edits + 1;
    }

    private static int phone(String a, String b) {
        boolean sameTail = a.length() >= PHONE_TAIL
                && b.length() >= PHONE_TAIL
                && a.regionMatches(a.length() - PHONE_TAIL, b, b.length() - PHONE_TAIL, PHONE_TAIL);
        return sameTail || TextDistance.edits(a, b, 1) <= 1 ? 2 : 3;
    }

    private static int email(String a, String b) {
        String localA = local(a);
        String localB = local(b);
        if (localA.equals(localB) || TextDistance.edits(a, b, 2) <= 2) {
            return 2;
        }
        return TextDistance.jaroWinkler(localA, localB) >= 0.88 ? 3 : FieldType.EMAIL.levels();
    }

    private static int handle(String a, String b) {
        String foldedA = Handles.folded(a);
        String foldedB = Handles.folded(b);
        if (foldedA.equals(foldedB)) {
            return 2;
        }
        return TextDistance.jaroWinkler(foldedA, foldedB) >= CLOSE ? 3 : FieldType.HANDLE.levels();
    }

    private static int text(String a, String b) {
        double overlap = overlap(a, b);
        return overlap >= 0.6 ? 2 : overlap >= 0.3 ? 3 : FieldType.TEXT.levels();
    }

    static String local(String email) {
        int at = email.indexOf('@');
        return at < 0 ? email : email.substring(0, at);
    }

    /** First three parts of an IPv4 address, first four groups of an IPv6 address. */
    static String network(String address) {
        boolean six = address.indexOf(':') >= 0;
        int parts = 0;
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            if ((c == '.' || c == ':') && ++parts == (six ? 4 : 3)) {
                return address.substring(0, i);
            }
        }
        return address;
    }

    /** Shared words by all words (Jaccard). */
    private static double overlap(String a, String b) {
        Set<String> wordsA = new HashSet<>(Arrays.asList(a.split(" ")));
        Set<String> wordsB = new HashSet<>(Arrays.asList(b.split(" ")));
        int all = wordsA.size() + wordsB.size();
        wordsA.retainAll(wordsB);
        return (double) wordsA.size() / (all - wordsA.size());
    }

    private static String sorted(String words) {
        String[] parts = words.split(" ");
        Arrays.sort(parts);
        return String.join(" ", parts);
    }
}
