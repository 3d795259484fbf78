package suluh.core.disclosure.redaction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds names and handles in texts, whatever case, marks and separators they are written with.
 *
 * <p>A trie over folded names, walked from each letter: time is the length of the text times the length of what agrees,
 * memory the length of all names. A name of {@value #MIN_ANYWHERE} letters or more is found inside words too; a shorter
 * one stands alone, since as part of words it would hide everything; one of at most two letters as written only. Scripts
 * without spaces know no words: there two characters suffice. Immutable after building.
 */
public final class NameIndex {
    /** A name of so many letters is found within words. */
    static final int MIN_ANYWHERE = 6;

    private static final int MIN_STANDING_ALONE = 3;
    private static final int MIN_PART = 4;
    /** Digits alone are an identifier from here on; below they are a figure like any other. */
    private static final int MIN_DIGITS = 6;

    private static final Set<String> PARTICLES =
            Set.of("anak", "binti", "bint", "binte", "account", "user", "chat", "group", "official");

    private final Node root = new Node();

    private static final class Node {
        private final Map<Character, Node> next = new HashMap<>(2);
        private @Nullable Found found;
    }

    private record Found(String written, Placeholder placeholder, boolean standsAlone) {}

    /** A passage of a text to hide, in UTF-16 units. */
    record Passage(int start, int end, Placeholder placeholder) {}

    /** Adds a name or handle; a name added before keeps its first placeholder unless the new kind comes before it. */
    public void add(String name, Placeholder placeholder) {
        put(name, placeholder, false);
    }

    /** Adds a name and each longer word of it. */
    public void addWithParts(String name, Placeholder placeholder) {
        add(name, placeholder);
        for (String part : name.split("[^\\p{L}\\p{N}\\p{M}]+", -1)) {
            String folded = FoldedText.fold(part);
            if (folded.length() >= MIN_PART && !PARTICLES.contains(folded)) {
                put(part, placeholder, true);
            }
        }
    }

    private void put(String name, Placeholder placeholder, boolean isPart) {
        String folded = FoldedText.fold(name);
        boolean isFigure = folded.chars().allMatch(unit -> unit >= '0' && unit <= '9') && folded.length() < MIN_DIGITS;
        if (folded.isEmpty() || isFigure) {
            return;
        }
        Node node = root;
        for (int i = 0; i < folded.length(); i++) {
            node = node.next.computeIfAbsent(folded.charAt(i), unit -> new Node());
        }
        boolean standsAlone =
                isPart || (folded.length() < MIN_ANYWHERE && folded.codePoints().noneMatch(NameIndex::isUnspaced));
        Found before = node.found;
        if (before == null || placeholder.kind().compareTo(before.placeholder.kind()) < 0) {
            node.found = new Found(name.strip(), placeholder, standsAlone && (before == null || before.standsAlone));
        } else if (!standsAlone && before.standsAlone) {
            node.found = new Found(before.written, before.placeholder, false);
        }
    }

    /** Every occurrence in the text, longest first from each place; they may overlap. */
    List<Passage> find(String text) {
        List<Passage> found = new ArrayList<>();
        FoldedText folded = new FoldedText(text);
        for (int from = 0; from < folded.length(); from++) {
            longest(text, folded, from, found::add);
        }
        return found;
    }

    private void longest(String text, FoldedText folded, int from, Consumer<Passage> sink) {
        Node node = root;
        Passage longest = null;
        for (int at = from; at < folded.length(); at++) {
            node = node.next.get(folded.letter(at));
            if (node == null) {
                break;
            }
            Found found = node.found;
            if (found != null && counts(text, folded, from, at, found)) {
                longest = new Passage(folded.start(from), folded.end(at), found.placeholder);
            }
        }
        if (longest != null) {
            sink.accept(longest);
        }
    }

    private static boolean counts(String text, FoldedText folded, int from, int last, Found found) {
        if (!found.standsAlone) {
            return true;
        }
        boolean isAlone = folded.beginsWord(from) && folded.endsWord(last);
        boolean isTiny = last - from + 1 < MIN_STANDING_ALONE;
        return isAlone
                && (!isTiny
                        || text.substring(folded.start(from), folded.end(last)).equals(found.written));
    }

    private static boolean isUnspaced(int codePoint) {
        return switch (Character.UnicodeScript.of(codePoint)) {
            case HAN, HIRAGANA, KATAKANA, THAI, KHMER, LAO, MYANMAR -> true;
            default -> false;
        };
    }
}
