package suluh.core.conversation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;

/** Puts further words beside those of a pattern: of another language, or longer forms of a stem. Immutable. */
final class Widening {
    /** Patterns stay as they stand. */
    static final Widening NONE = new Widening(word -> List.of());

    /** Whom a message addresses, as the owner of the thing named before. */
    private static final String OWNER_BEHIND = "(you|awak|kamu|kau|adik)";

    private final Function<String, ? extends Iterable<String>> more;

    private Widening(Function<String, ? extends Iterable<String>> more) {
        this.more = more;
    }

    /** Words of {@code equivalents.txt}: people change language word by word. */
    static Widening ofMixedTalk() {
        Map<String, List<String>> words = new HashMap<>();
        for (String line : Tables.lines("equivalents.txt")) {
            String[] sides = line.split(" = ", 2);
            if (sides.length != 2
                    || words.put(sides[0], List.of(sides[1].strip().split(" +"))) != null) {
                throw new IllegalStateException("equivalents.txt: not word = words, or a word twice: " + line);
            }
        }
        return new Widening(alternative -> phrases(alternative, words));
    }

    /** Each word of an alternative may be of the other language by itself: your friends, your kawan. */
    private static Set<String> phrases(String alternative, Map<String, List<String>> words) {
        Set<String> phrases = Set.of("");
        for (String word : alternative.split(" ")) {
            Set<String> longer = new LinkedHashSet<>();
            for (String phrase : phrases) {
                String before = phrase.isEmpty() ? "" : phrase + " ";
                longer.add(before + word);
                words.getOrDefault(word, List.of()).forEach(other -> longer.add(before + other));
            }
            phrases = longer;
        }
        return phrases;
    }

    /**
     * Longer words of the same patterns that begin with a stem. A word of a message counts as the longest stem that it
     * begins with, so that a line with a longer form would otherwise hide it from lines with a shorter one.
     */
    static Widening ofStems(List<String> patterns) {
        TreeSet<String> stems = new TreeSet<>();
        for (String pattern : patterns) {
            places(pattern).forEach(place -> stems.addAll(alternatives(place)));
        }
        stems.remove("");
        return new Widening(stem -> stem.isEmpty() ? List.of() : stems.subSet(stem, stem + Character.MAX_VALUE));
    }

    /** The pattern with the further words. */
    String widen(String pattern) {
        List<String> widened = new ArrayList<>();
        for (String place : places(pattern)) {
            Set<String> alternatives = new LinkedHashSet<>(alternatives(place));
            for (String alternative : List.copyOf(alternatives)) {
                more.apply(alternative).forEach(alternatives::add);
            }
            widened.add(alternatives.size() == 1 ? place : "(" + String.join("|", alternatives) + ")");
        }
        return String.join(" ", widened);
    }

    /**
     * The pattern with the owner behind the thing, as Malay sets it (<i>your phone, phone awak</i>), or empty where it
     * names no thing of the person addressed.
     */
    static Optional<String> ownerBehind(String pattern) {
        List<String> places = places(pattern);
        boolean isOther = false;
        for (int i = 0; i + 1 < places.size(); i++) {
            String thing = places.get(i + 1);
            boolean isNamed = !thing.equals("*") && !alternatives(thing).contains("");
            if (isNamed && alternatives(places.get(i)).contains("your")) {
                places.set(i, thing);
                places.set(++i, OWNER_BEHIND);
                isOther = true;
            }
        }
        return isOther ? Optional.of(String.join(" ", places)) : Optional.empty();
    }

    private static List<String> places(String pattern) {
        List<String> places = new ArrayList<>();
        Matcher matcher = CuePattern.PLACE.matcher(pattern);
        while (matcher.find()) {
            places.add(matcher.group());
        }
        return places;
    }

    private static List<String> alternatives(String place) {
        String inner = place.startsWith("(") ? place.substring(1, place.length() - 1) : place;
        return List.of(inner.split("\\|", -1));
    }
}
