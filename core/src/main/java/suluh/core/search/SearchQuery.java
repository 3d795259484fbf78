package suluh.core.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import suluh.core.conversation.text.LetterFold;
import suluh.core.kernel.Outcome;

/**
 * What a person looks for in messages: words that must all occur, {@code "phrases"}, {@code beginnings*} and
 * {@code -words} that must not.
 *
 * <p>Texts of writings without spaces, and words joined by punctuation, are phrases. A word of Tamil stands for all that
 * begin with it, since endings are written onto the stem. Immutable; thread-safe.
 */
public final class SearchQuery {
    /** Longest query, in UTF-16 units. */
    public static final int MAX_CHARS = 300;
    /** Most words and phrases of a query. */
    public static final int MAX_UNITS = 12;

    private static final int MIN_TAMIL_STEM = 3;

    private final List<Unit> units;

    private SearchQuery(List<Unit> units) {
        this.units = List.copyOf(units);
    }

    /**
     * One word or phrase.
     *
     * @param look terms that an index is asked for; a text that has the unit has them all
     * @param sequence terms that follow one another in the text
     * @param isPrefix true when the last of them is a beginning only
     * @param isExcluded true when the text must not have it
     */
    public record Unit(List<String> look, List<String> sequence, boolean isPrefix, boolean isExcluded) {
        public Unit {
            look = List.copyOf(look);
            sequence = List.copyOf(sequence);
        }

        /** True when a text that has all the terms has the unit, so that it need not be looked at. */
        public boolean isCertain() {
            return sequence.size() == 1
                    || (sequence.size() == 2 && look.equals(List.of(sequence.getFirst() + sequence.getLast())));
        }
    }

    /** The query of this text; an empty one looks for nothing and is met by every text. */
    public static Outcome<SearchQuery> of(String text) {
        if (text.length() > MAX_CHARS) {
            return tooLong();
        }
        List<Unit> units = new ArrayList<>();
        for (String piece : pieces(text)) {
            add(units, piece);
        }
        return units.size() > MAX_UNITS ? tooLong() : Outcome.done(new SearchQuery(units));
    }

    private static <T> Outcome<T> tooLong() {
        return Outcome.refused(
                SearchCode.QUERY_TOO_LONG,
                "A search takes at most " + MAX_CHARS + " characters and " + MAX_UNITS
                        + " words or phrases; look for fewer at once.");
    }

    /** Pieces between spaces, a quoted passage being one of them. */
    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        boolean isQuoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isQuote = c == '"' || c == '\u201C' || c == '\u201D';
            if (isQuote || (!isQuoted && Character.isWhitespace(c))) {
                if (!isQuote || isQuoted || !piece.toString().equals("-")) {
                    pieces.add(piece.toString());
                    piece.setLength(0);
                }
                isQuoted = isQuote != isQuoted;
            } else {
                piece.append(c);
            }
        }
        pieces.add(piece.toString());
        return pieces;
    }

    private static void add(List<Unit> units, String piece) {
        boolean isExcluded = piece.startsWith("-");
        List<Token> tokens = Tokens.of(piece);
        if (tokens.isEmpty()) {
            return;
        }
        List<String> sequence = tokens.stream()
                .filter(token -> token.form() != Token.Form.PAIR)
                .map(Token::term)
                .toList();
        String last = sequence.getLast();
        boolean isTamil = last.length() >= MIN_TAMIL_STEM && LetterFold.isTamil(last.charAt(0));
        units.add(new Unit(look(tokens), sequence, isTamil || piece.strip().endsWith("*"), isExcluded));
    }

    /** A pair says more than the two characters in it. */
    private static List<String> look(List<Token> tokens) {
        List<String> look = new ArrayList<>();
        for (Token token : tokens) {
            boolean isPaired = token.form() == Token.Form.CHARACTER
                    && tokens.stream()
                            .anyMatch(other -> other.form() == Token.Form.PAIR
                                    && (other.position() == token.position()
                                            || other.position() + 1 == token.position()));
            if (!isPaired && !look.contains(token.term())) {
                look.add(token.term());
            }
        }
        return look;
    }

    /** Words and phrases in the order of writing. */
    public List<Unit> units() {
        return units;
    }

    /** True when a text with the terms of every unit needs no look of its own. */
    public boolean isCertain() {
        return units.stream().allMatch(Unit::isCertain);
    }

    /** True when the text has every unit that it must have, and none that it must not. */
    public boolean matches(String text) {
        List<Token> words = words(text);
        return units.stream()
                .allMatch(unit -> unit.isExcluded() == spans(unit, words).isEmpty());
    }

    /** True when the text has one of the terms that the query looks for, whether or not it must have it. */
    public boolean touches(String text) {
        List<Token> tokens = Tokens.of(text);
        return units.stream()
                .anyMatch(unit -> unit.look().stream()
                        .anyMatch(term -> tokens.stream()
                                .anyMatch(token -> unit.isPrefix()
                                        ? token.term().startsWith(term)
                                        : token.term().equals(term))));
    }

    /** A passage that the query found: UTF-16 indexes of the raw text. */
    public record Span(int start, int end) {}

    /** Passages of the text that the query looks for, in order, none touching another. */
    public List<Span> marks(String text) {
        List<Token> words = words(text);
        List<Span> spans = new ArrayList<>();
        units.stream().filter(unit -> !unit.isExcluded()).forEach(unit -> spans.addAll(spans(unit, words)));
        spans.sort(Comparator.comparingInt(Span::start).thenComparingInt(Span::end));
        List<Span> merged = new ArrayList<>();
        for (Span span : spans) {
            if (!merged.isEmpty() && span.start() <= merged.getLast().end()) {
                Span before = merged.removeLast();
                merged.add(new Span(before.start(), Math.max(before.end(), span.end())));
            } else {
                merged.add(span);
            }
        }
        return merged;
    }

    private static List<Token> words(String text) {
        return Tokens.of(text).stream()
                .filter(token -> token.form() != Token.Form.PAIR)
                .toList();
    }

    private static List<Span> spans(Unit unit, List<Token> words) {
        List<Span> spans = new ArrayList<>();
        int length = unit.sequence().size();
        for (int at = 0; at + length <= words.size(); at++) {
            if (standsAt(unit, words, at)) {
                spans.add(new Span(
                        words.get(at).start(), words.get(at + length - 1).end()));
            }
        }
        return spans;
    }

    private static boolean standsAt(Unit unit, List<Token> words, int at) {
        int last = unit.sequence().size() - 1;
        for (int i = 0; i <= last; i++) {
            String term = words.get(at + i).term();
            String wanted = unit.sequence().get(i);
            boolean isBeginning = i == last && unit.isPrefix();
            if (!(isBeginning ? term.startsWith(wanted) : term.equals(wanted))) {
                return false;
            }
        }
        return true;
    }
}
