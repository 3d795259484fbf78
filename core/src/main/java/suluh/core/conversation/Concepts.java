package suluh.core.conversation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words of several languages that mean one thing: {@code @mum} in a pattern stands for all of them. Immutable. */
final class Concepts {
    private static final Pattern NAME = Pattern.compile("@([a-z]+)");
    private final Map<String, List<String>> words;

    private Concepts(Map<String, List<String>> words) {
        this.words = Map.copyOf(words);
    }

    /** Concepts of {@code concepts.txt}. */
    static Concepts standard() {
        return of(Tables.lines("concepts.txt"));
    }

    /** Concepts of lines {@code name = word|word|a phrase}. */
    static Concepts of(List<String> lines) {
        Map<String, List<String>> words = new HashMap<>();
        for (String line : lines) {
            String[] sides = line.split(" = ", 2);
            if (sides.length != 2
                    || words.put(sides[0], List.of(sides[1].strip().split("\\|"))) != null) {
                throw new IllegalStateException("concepts.txt: not concept = word|word, or one twice: " + line);
            }
        }
        return new Concepts(words);
    }

    /** The pattern with the words of each concept in its place; several concepts of one phrase give every pair. */
    String spellOut(String pattern) {
        List<String> places = new ArrayList<>();
        Matcher matcher = CuePattern.PLACE.matcher(pattern);
        while (matcher.find()) {
            String place = matcher.group();
            places.add(place.indexOf('@') < 0 ? place : "(" + String.join("|", phrases(place)) + ")");
        }
        return String.join(" ", places);
    }

    private List<String> phrases(String place) {
        String inner = place.startsWith("(") ? place.substring(1, place.length() - 1) : place;
        List<String> phrases = new ArrayList<>();
        for (String alternative : inner.split("\\|", -1)) {
            List<String> spelled = List.of(alternative);
            while (NAME.matcher(spelled.getFirst()).find()) {
                spelled = spelled.stream()
                        .flatMap(phrase -> withFirstConcept(phrase).stream())
                        .toList();
            }
            phrases.addAll(spelled);
        }
        return phrases.stream().distinct().toList();
    }

    private List<String> withFirstConcept(String phrase) {
        Matcher name = NAME.matcher(phrase);
        if (!name.find()) {
            return List.of(phrase);
        }
        List<String> meanings = words.get(name.group(1));
        if (meanings == null) {
            throw new IllegalStateException("concepts.txt lacks " + name.group() + " of " + phrase);
        }
        return meanings.stream().map(name::replaceFirst).toList();
    }
}
