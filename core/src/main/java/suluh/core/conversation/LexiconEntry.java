package suluh.core.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of a lexicon.
 *
 * @param family what it is a cue of
 * @param elements words to meet in order
 * @param reason why it is one, and after whom
 * @param example a phrase in which it must be found
 * @param counterExample a phrase in which it must not
 */
record LexiconEntry(CueFamily family, List<Element> elements, String reason, String example, String counterExample) {
    /** Words that a gap may span. */
    static final int MAX_GAP = 3;

    private static final Pattern PLACE = Pattern.compile("\\([^)]*\\)|[^ ]+");

    /**
     * A place of a pattern.
     *
     * @param alternatives sequences of normalised words that fit; none for a gap
     * @param optional true when the place may be left out
     */
    record Element(List<List<String>> alternatives, boolean optional) {
        boolean isGap() {
            return alternatives.isEmpty();
        }
    }

    LexiconEntry {
        elements = List.copyOf(elements);
        if (elements.isEmpty()
                || elements.getFirst().isGap()
                || elements.getFirst().optional()) {
            throw new IllegalArgumentException("a pattern begins with a word: " + example);
        }
    }

    /** Entry of a line {@code FAMILY | pattern | reason | example | counter-example}. */
    static LexiconEntry parse(String line, ChatText text) {
        String[] parts = splitOutsideBrackets(line);
        if (parts.length != 5) {
            throw new IllegalStateException("a lexicon line has five parts: " + line);
        }
        List<Element> elements = new ArrayList<>();
        Matcher places = PLACE.matcher(parts[1].strip());
        while (places.find()) {
            elements.add(element(places.group(), text));
        }
        while (elements.getLast().isGap() || elements.getLast().optional()) {
            elements.removeLast();
        }
        return new LexiconEntry(
                CueFamily.valueOf(parts[0].strip()), elements, parts[2].strip(), parts[3].strip(), parts[4].strip());
    }

    /** Bars between parts stand between spaces; bars between alternatives do not. */
    private static String[] splitOutsideBrackets(String line) {
        return line.split(" \\| ", -1);
    }

    private static Element element(String place, ChatText text) {
        if (place.equals("*")) {
            return new Element(List.of(), true);
        }
        String inner = place.startsWith("(") ? place.substring(1, place.length() - 1) : place;
        List<List<String>> alternatives = new ArrayList<>();
        boolean optional = false;
        for (String alternative : inner.split("\\|", -1)) {
            List<String> words =
                    text.tokens(alternative).stream().map(Token::word).toList();
            if (words.isEmpty()) {
                optional = true;
            } else {
                alternatives.add(words);
            }
        }
        return new Element(alternatives, optional);
    }
}
