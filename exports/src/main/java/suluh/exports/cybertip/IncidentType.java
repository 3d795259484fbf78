package suluh.exports.cybertip;

import java.util.Locale;
import java.util.Optional;

/** Categories of the schema that fit a probe into grooming, in the schema's own words; others are given as it writes them. */
public enum IncidentType {
    ENTICEMENT("Online Enticement of Children for Sexual Acts"),
    UNSOLICITED_MATERIAL("Unsolicited Obscene Material Sent to a Child"),
    MISLEADING_WORDS("Misleading Words or Digital Images on the Internet"),
    MISLEADING_DOMAIN("Misleading Domain Name");

    private final String words;

    IncidentType(String words) {
        this.words = words;
    }

    /** The words of the schema. */
    public String words() {
        return words;
    }

    /** Name on the command line: {@code misleading-words}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The schema's words for a code or for these words themselves; empty when the schema has none such. */
    public static Optional<String> wordsOf(String codeOrWords) {
        for (IncidentType type : values()) {
            if (type.code().equals(codeOrWords)) {
                return Optional.of(type.words());
            }
        }
        return TipReport.isIncidentType(codeOrWords) ? Optional.of(codeOrWords) : Optional.empty();
    }
}
