package suluh.core.identity.account;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import suluh.core.identity.AccountField;
import suluh.core.identity.field.Handles;
import suluh.core.identity.field.TextDistance;

/** Degrees of agreement of two different values of one field; symmetric. */
final class ValueLevels {
    private static final double CLOSE = 0.92;
    private static final int PHONE_TAIL = 8;
    private static final int MIN_PART = 3;
    private static final int MIN_STEM = 4;
    /** A shorter mail name begins or ends many others by chance. */
    private static final int MIN_MAIL_NAME = 6;
    /** Words of Malaysian names that say whose child, and tell nobody from another. */
    private static final Set<String> KINSHIP = Set.of("bin", "binti", "bt", "b", "al", "ap", "so", "do", "anak");

    private ValueLevels() {}

    static int phone(String a, String b) {
        boolean sameTail = a.length() >= PHONE_TAIL
                && b.length() >= PHONE_TAIL
                && a.regionMatches(a.length() - PHONE_TAIL, b, b.length() - PHONE_TAIL, PHONE_TAIL);
        return sameTail ? 3 : AccountField.PHONE.levelCount();
    }

    static int email(String a, String b) {
        String localA = local(a);
        String localB = local(b);
        if (localA.equals(localB)) {
            return 3;
        }
        boolean isSimilar =
                TextDistance.jaroWinkler(localA, localB) >= CLOSE || extend(localA, localB) || extend(localB, localA);
        return isSimilar ? 4 : AccountField.EMAIL.levelCount();
    }

    /** True when the longer mail name is the shorter with something before or behind it: {@code new.azlan.7}. */
    private static boolean extend(String longer, String shorter) {
        return shorter.length() >= MIN_MAIL_NAME
                && shorter.codePoints().filter(Character::isLetter).count() >= MIN_STEM
                && (longer.startsWith(shorter) || longer.endsWith(shorter));
    }

    /** Site of a page: {@code t.me} of {@code t.me/azlan}. */
    static String site(String page) {
        int slash = page.indexOf('/');
        return slash < 0 ? page : page.substring(0, slash);
    }

    static String local(String email) {
        int at = email.indexOf('@');
        return at < 0 ? email : email.substring(0, at);
    }

    /** Two display names, already as words: in another order, a typing error apart, with one part in common, or none. */
    static int name(String a, String b) {
        Set<String> partsA = parts(a);
        Set<String> partsB = parts(b);
        Set<String> common = new HashSet<>(partsA);
        common.retainAll(partsB);
        if (common.size() >= 2 && common.size() == Math.min(partsA.size(), partsB.size())) {
            return 2;
        }
        boolean oneLetter = Math.min(a.length(), b.length()) > 4 && TextDistance.edits(a, b, 1) <= 1;
        if (oneLetter || TextDistance.jaroWinkler(a, b) >= 0.95) {
            return 3;
        }
        return common.isEmpty() ? AccountField.NAME.levelCount() : 4;
    }

    /**
     * Two names that end alike and whose other parts all differ: father's or family name in common, given names not. Parts
     * that both have (<i>Nur</i>, <i>Muhammad</i>) count for neither.
     */
    static boolean areOfOneFamily(String a, String b) {
        boolean endAlike = lastPart(a).equals(lastPart(b));
        Set<String> onlyA = parts(a);
        Set<String> onlyB = parts(b);
        Set<String> common = new HashSet<>(onlyA);
        common.retainAll(onlyB);
        onlyA.removeAll(common);
        onlyB.removeAll(common);
        return endAlike
                && common.contains(lastPart(a))
                && !onlyA.isEmpty()
                && !onlyB.isEmpty()
                && onlyA.stream().noneMatch(x -> onlyB.stream().anyMatch(y -> TextDistance.jaroWinkler(x, y) >= CLOSE));
    }

    private static String lastPart(String name) {
        return name.substring(name.lastIndexOf(' ') + 1);
    }

    private static Set<String> parts(String name) {
        Set<String> parts = new HashSet<>(Arrays.asList(name.split(" ")));
        parts.removeAll(KINSHIP);
        parts.removeIf(part -> part.length() < MIN_PART && part.codePointAt(0) < 0x250);
        return parts;
    }

    static int handle(String a, String b) {
        String foldedA = folded(a);
        String foldedB = folded(b);
        if (foldedA.equals(foldedB)) {
            return 2;
        }
        boolean isLong = Math.min(foldedA.length(), foldedB.length()) > MIN_STEM;
        return isLong && TextDistance.jaroWinkler(foldedA, foldedB) >= CLOSE ? 3 : AccountField.HANDLE.levelCount();
    }

    static String folded(String handle) {
        return Handles.folded(handle);
    }

    /** Two texts that accounts show of themselves. */
    static int text(String a, String b) {
        Set<String> wordsA = new HashSet<>(Arrays.asList(a.split(" ")));
        Set<String> wordsB = new HashSet<>(Arrays.asList(b.split(" ")));
        int all = wordsA.size() + wordsB.size();
        wordsA.retainAll(wordsB);
        double overlap = (double) wordsA.size() / (all - wordsA.size());
        return overlap >= 0.6 ? 2 : overlap >= 0.3 ? 3 : AccountField.BIOGRAPHY.levelCount();
    }

    /** True when an account name or mail address is made of this display name: it says nothing beyond it. */
    static boolean follows(String identifier, String name) {
        String stem = letters(Handles.folded(local(identifier)));
        if (stem.length() < MIN_STEM) {
            return false;
        }
        String compact = letters(String.join("", parts(name)));
        String written = letters(name);
        return written.contains(stem)
                || stem.contains(written)
                || TextDistance.jaroWinkler(stem, compact) >= 0.9
                || TextDistance.jaroWinkler(stem, written) >= 0.9
                || parts(name).stream().anyMatch(part -> part.length() >= MIN_STEM && stem.contains(part));
    }

    private static String letters(String text) {
        StringBuilder letters = new StringBuilder(text.length());
        text.codePoints().filter(Character::isLetter).forEach(letters::appendCodePoint);
        return letters.toString().toLowerCase(Locale.ROOT);
    }
}
