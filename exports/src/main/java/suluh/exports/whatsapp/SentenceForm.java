package suluh.exports.whatsapp;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Form of a sentence that the platform writes of one or two accounts, such as {@code {a} added {s}}.
 *
 * @param before words before the first name
 * @param between words between the first name and what follows
 * @param after words at the end
 * @param actorFirst the first of two names is the one who acted
 * @param two two names stand in it
 * @param open any words may stand between {@code between} and {@code after}
 */
record SentenceForm(String before, String between, String after, boolean actorFirst, boolean two, boolean open) {
    private static final String ACTOR = "{a}";
    private static final String SUBJECT = "{s}";

    /** Names in a sentence. */
    record Names(@Nullable String actor, String subject) {}

    /** Reads a form: {@code {s}} the account it is about, {@code {a}} who acted, {@code *} any rest. */
    static SentenceForm of(String text) {
        int subject = text.indexOf(SUBJECT);
        int actor = text.indexOf(ACTOR);
        if (subject < 0) {
            throw new IllegalArgumentException("a form needs " + SUBJECT + ": " + text);
        }
        if (actor >= 0) {
            int first = Math.min(subject, actor);
            int second = Math.max(subject, actor);
            return new SentenceForm(
                    text.substring(0, first),
                    text.substring(first + SUBJECT.length(), second),
                    text.substring(second + SUBJECT.length()),
                    actor < subject,
                    true,
                    false);
        }
        String rest = text.substring(subject + SUBJECT.length());
        int star = rest.indexOf('*');
        String between = star < 0 ? rest : rest.substring(0, star);
        return new SentenceForm(
                text.substring(0, subject), between, star < 0 ? "" : rest.substring(star + 1), false, false, star >= 0);
    }

    /** The names in a sentence of this form; null for another sentence, or when they cannot be told apart. */
    @Nullable
    Names names(String sentence) {
        String lower = sentence.toLowerCase(Locale.ROOT);
        if (lower.length() != sentence.length() || !lower.startsWith(before) || !lower.endsWith(after)) {
            return null;
        }
        int from = before.length();
        int at = lower.indexOf(between, from + 1);
        int to = sentence.length() - after.length();
        if (at < 0 || at + between.length() > to) {
            return null;
        }
        String first = sentence.substring(from, at);
        if (!two) {
            boolean whole = open || at + between.length() == to;
            // A name may hold the words themselves: the last place is taken, where the sentence ends.
            int last = lower.lastIndexOf(between);
            if (!whole && last > from && last + between.length() == to) {
                return new Names(null, sentence.substring(from, last));
            }
            return whole ? new Names(null, first) : null;
        }
        if (lower.indexOf(between, at + 1) >= 0) {
            return null;
        }
        String second = sentence.substring(at + between.length(), to);
        return actorFirst ? new Names(first, second) : new Names(second, first);
    }
}
