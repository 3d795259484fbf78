package suluh.core.disclosure.redaction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import suluh.core.disclosure.redaction.NameIndex.Passage;

/**
 * Finds identifiers by their form: mail addresses, links, account names after an at sign, co-ordinates, and seven or more
 * digits. What belongs to a subject of inquiry stays. The same identifier has the same number throughout. Not thread-safe.
 */
public final class Identifiers {
    private static final Pattern EMAIL =
            Pattern.compile("[\\p{L}\\p{N}._%+-]{1,64}+@[\\p{L}\\p{N}-]{1,63}+(?:\\.[\\p{L}\\p{N}-]{1,63}+){1,8}+");
    private static final Pattern LINK = Pattern.compile(
            "(?i)(?:[a-z][a-z0-9+.-]{1,15}://|www\\.)[^\\s<>\"⟦⟧]{1,2000}+"
                    + "|(?<![\\p{L}\\p{N}.@])[a-z0-9-]{1,63}+(?:\\.[a-z0-9-]{1,63}+){0,4}?\\.[a-z]{2,12}/[^\\s<>\"⟦⟧]{1,2000}+");
    private static final Pattern HANDLE = Pattern.compile("(?<![\\p{L}\\p{N}._%+-])@[\\p{L}\\p{N}_.]{2,64}+");
    private static final Pattern COORDINATES =
            Pattern.compile("[-+]?\\p{Nd}{1,3}[.,]\\p{Nd}{3,12}+[\\s,;]{1,3}+[-+]?\\p{Nd}{1,3}[.,]\\p{Nd}{3,12}+");
    private static final Pattern NUMBER =
            Pattern.compile("\\+?\\(?\\p{Nd}(?:[\\s().\\-/\\u200B-\\u200F\\u2010-\\u2015]{0,2}\\p{Nd}){6,40}+");

    private static final Map<RedactionKind, Pattern> FORMS = Map.of(
            RedactionKind.EMAIL, EMAIL,
            RedactionKind.LINK, LINK,
            RedactionKind.HANDLE, HANDLE,
            RedactionKind.PLACE, COORDINATES,
            RedactionKind.NUMBER, NUMBER);
    private static final List<RedactionKind> ORDER = List.of(
            RedactionKind.EMAIL, RedactionKind.LINK, RedactionKind.HANDLE, RedactionKind.PLACE, RedactionKind.NUMBER);

    private final Set<String> kept;
    private final Map<RedactionKind, Map<String, Integer>> numbers = new HashMap<>();

    /**
     * Identifiers of which some stay readable.
     *
     * @param kept folded forms ({@link #folded}) of identifiers that belong to subjects of inquiry
     */
    public Identifiers(Set<String> kept) {
        this.kept = Set.copyOf(kept);
    }

    /** The form in which identifiers are compared. */
    public static String folded(String identifier) {
        return FoldedText.fold(identifier);
    }

    /** The placeholder of an identifier of this kind, numbered as first met. */
    public Placeholder placeholder(RedactionKind kind, String identifier) {
        Map<String, Integer> known = numbers.computeIfAbsent(kind, ignored -> new HashMap<>());
        return new Placeholder(kind, known.computeIfAbsent(folded(identifier), ignored -> known.size() + 1));
    }

    /** True when the identifier belongs to a subject of inquiry. */
    public boolean keeps(String identifier) {
        return kept.contains(folded(identifier));
    }

    List<Passage> find(String text) {
        List<Passage> found = new ArrayList<>();
        for (RedactionKind kind : ORDER) {
            Matcher matcher = FORMS.getOrDefault(kind, NUMBER).matcher(text);
            while (matcher.find()) {
                if (!keeps(matcher.group())) {
                    found.add(new Passage(matcher.start(), matcher.end(), placeholder(kind, matcher.group())));
                }
            }
        }
        return found;
    }
}
