package suluh.core.identity.field;

import java.util.Locale;
import java.util.Optional;

/**
 * Kind of a field: how its texts are made comparable and what degrees of agreement it knows.
 *
 * <p>Levels of a pair count from 1 (equal) to {@link #levels()} (different); 0 means that one side is missing. The
 * thresholds are those usual in the field (Winkler 1990; Enamorado, Fifield and Imai 2019); what each level is worth is
 * learnt from the records, not set here.
 */
public enum FieldType {
    /** Name or part of a name of a person or place, any script. */
    NAME(true, 0.72, "equal", "one typing error or nearly equal", "similar", "in another field", "different"),
    /** Day, as {@code 1999-12-31}, {@code 19991231} or {@code 31/12/1999}. */
    DATE(false, 0.82, "equal", "one digit or two neighbours differ", "two digits differ", "different"),
    /** Street, address line or another label of a few words. */
    ADDRESS(
            true,
            0.72,
            "equal",
            "one or two typing errors, or other order",
            "similar",
            "in another field",
            "different"),
    /** Number with a meaning of size or place, such as a house number or post code. */
    NUMBER(false, 0.82, "equal", "one digit differs", "different"),
    /** Number or code given to one person or thing. */
    IDENTIFIER(false, 0.85, "equal", "one character differs", "two characters differ", "different"),
    /** One of a few values. */
    CATEGORY(false, 0.88, "equal", "one typing error", "different"),
    /** Telephone number. */
    PHONE(false, 0.8, "equal", "last digits equal or one digit differs", "different"),
    /** Mail address. */
    EMAIL(false, 0.72, "equal", "same name at another host, or one or two typing errors", "similar name", "different"),
    /** Web address. */
    URL(false, 0.8, "equal", "nearly equal", "different"),
    /** Account name. */
    HANDLE(false, 0.7, "equal", "equal but for separators and digits written as letters", "similar", "different"),
    /** IP address. */
    IP(false, 0.6, "equal", "same network", "different"),
    /** Free text. */
    TEXT(false, 0.5, "equal", "most of the words", "some of the words", "different");

    private final boolean exchangeable;
    private final double equalAmongMatches;
    private final int levels;
    /** A line for each level. */
    private final String levelNames;

    FieldType(boolean exchangeable, double equalAmongMatches, String... levelNames) {
        this.exchangeable = exchangeable;
        this.equalAmongMatches = equalAmongMatches;
        this.levels = levelNames.length;
        this.levelNames = String.join("\n", levelNames);
    }

    /** Number of levels, the last being "different". */
    public int levels() {
        return levels;
    }

    /** Plain words for a level from 1. */
    public String levelName(int level) {
        return levelNames.split("\n")[level - 1];
    }

    /** True when a value may have been entered in another column of the same type. */
    public boolean isExchangeable() {
        return exchangeable;
    }

    /** Share of true pairs expected to be equal, from which learning starts. */
    public double equalAmongMatches() {
        return equalAmongMatches;
    }

    /** The level of a value that stands in another column; the last but one where there is such a level. */
    public int exchangedLevel() {
        return levels() - 1;
    }

    /** Name in configuration files. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The type of this name in a configuration file. */
    public static Optional<FieldType> ofWire(String wire) {
        for (FieldType type : values()) {
            if (type.wire().equals(wire)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** Comparable form; empty when the text says nothing. */
    public String normalise(String text) {
        return Normal.form(this, text);
    }

    /** Level of two comparable forms, neither empty; symmetric. The level of exchanged columns is never given here. */
    public int level(String a, String b) {
        return a.equals(b) ? 1 : Levels.of(this, a, b);
    }
}
