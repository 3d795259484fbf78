package suluh.core.conversation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds cues of the English and Malay lexicons in messages; code-mixed text works since both are looked for at once.
 *
 * <p>Time linear in the text: a word that begins no pattern costs one look-up. Immutable and shareable by threads.
 * Irony, quotation and play are not told from earnest: see docs/lexicon.md.
 */
public final class CueMatcher {
    private final ChatText text;
    private final Map<String, List<LexiconEntry>> byFirstWord;

    private CueMatcher(ChatText text, List<LexiconEntry> entries) {
        this.text = text;
        Map<String, List<LexiconEntry>> index = new HashMap<>();
        for (LexiconEntry entry : entries) {
            entry.elements().getFirst().alternatives().stream()
                    .map(List::getFirst)
                    .distinct()
                    .forEach(word -> index.computeIfAbsent(word, ignored -> new ArrayList<>())
                            .add(entry));
        }
        this.byFirstWord = index;
    }

    /** The matcher over the lexicons that come with Suluh. */
    public static CueMatcher standard() {
        ChatText text = ChatText.standard();
        return new CueMatcher(text, entries(text));
    }

    static List<LexiconEntry> entries(ChatText text) {
        List<LexiconEntry> entries = new ArrayList<>();
        for (String lexicon : List.of("lexicon-en.txt", "lexicon-ms.txt")) {
            Tables.lines(lexicon).forEach(line -> entries.add(LexiconEntry.parse(line, text)));
        }
        return entries;
    }

    /** Passages in order of their start; passages of one family do not overlap. */
    public List<CueMatch> match(String message) {
        return match(text.tokens(message));
    }

    List<Token> tokens(String message) {
        return text.tokens(message);
    }

    List<CueMatch> match(List<Token> tokens) {
        List<CueMatch> matches = List.of();
        Map<CueFamily, Integer> takenUntil = Map.of();
        for (int i = 0; i < tokens.size(); i++) {
            List<LexiconEntry> candidates = byFirstWord.get(tokens.get(i).word());
            if (candidates == null) {
                continue;
            }
            for (LexiconEntry entry : candidates) {
                int last = lastToken(tokens, i, entry.elements(), 0);
                if (last >= 0 && takenUntil.getOrDefault(entry.family(), -1) < i) {
                    if (matches.isEmpty()) {
                        matches = new ArrayList<>();
                        takenUntil = new EnumMap<>(CueFamily.class);
                    }
                    matches.add(new CueMatch(
                            entry.family(),
                            tokens.get(i).start(),
                            tokens.get(last).end()));
                    takenUntil.put(entry.family(), last);
                }
            }
        }
        return matches;
    }

    /** Last token of a fit that begins at token {@code at} with element {@code place}, or -1; depth is the pattern's. */
    private static int lastToken(List<Token> tokens, int at, List<LexiconEntry.Element> elements, int place) {
        if (place == elements.size()) {
            return at - 1;
        }
        LexiconEntry.Element element = elements.get(place);
        if (element.isGap()) {
            for (int skipped = 0; skipped <= LexiconEntry.MAX_GAP && at + skipped <= tokens.size(); skipped++) {
                int last = lastToken(tokens, at + skipped, elements, place + 1);
                if (last >= 0) {
                    return last;
                }
            }
            return -1;
        }
        for (List<String> words : element.alternatives()) {
            int last = standAt(tokens, at, words) ? lastToken(tokens, at + words.size(), elements, place + 1) : -1;
            if (last >= 0) {
                return last;
            }
        }
        return element.optional() ? lastToken(tokens, at, elements, place + 1) : -1;
    }

    private static boolean standAt(List<Token> tokens, int at, List<String> words) {
        if (at + words.size() > tokens.size()) {
            return false;
        }
        for (int i = 0; i < words.size(); i++) {
            if (!tokens.get(at + i).word().equals(words.get(i))) {
                return false;
            }
        }
        return true;
    }
}
