package suluh.core.exposure;

import java.util.Locale;
import java.util.Optional;

/** What a person says of a picture they looked at: about the case, never about anybody. */
public enum MediaWord {
    BEARS_ON_CASE(true),
    DOES_NOT_BEAR(true),
    /** Another person is asked to look; also takes an earlier word back. */
    SECOND_LOOK(false);

    private final boolean closes;

    MediaWord(boolean closes) {
        this.closes = closes;
    }

    /** True when the picture and its near copies need not be shown again. */
    public boolean closes() {
        return closes;
    }

    /** Name in rows, forms and entries: {@code bears-on-case}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The word of this wire name. */
    public static Optional<MediaWord> ofWire(String wire) {
        for (MediaWord word : values()) {
            if (word.wire().equals(wire)) {
                return Optional.of(word);
            }
        }
        return Optional.empty();
    }
}
