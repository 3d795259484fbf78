package suluh.core.disclosure.redaction;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands in the place of a hidden passage: {@code ⟦child 3⟧}. The same person has the same number throughout.
 *
 * @param number from 1; 0 for a kind that is not counted
 */
public record Placeholder(RedactionKind kind, int number) {
    /** Opens a placeholder and stands nowhere else in a redacted text. */
    public static final int OPEN = '⟦';
    /** Closes one. */
    public static final int CLOSE = '⟧';

    private static final Pattern FORM = Pattern.compile("⟦([a-z]+)(?: ([1-9][0-9]{0,8}))?⟧");

    /** Its text. */
    public String text() {
        return "⟦" + kind.wire() + (number == 0 ? "" : " " + number) + "⟧";
    }

    /** The placeholder that this text is, when it is exactly one. */
    public static Optional<Placeholder> of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        int number = form.group(2) == null ? 0 : Integer.parseInt(form.group(2));
        return RedactionKind.ofWire(form.group(1)).map(kind -> new Placeholder(kind, number));
    }
}
