package suluh.core.casework.request;

import java.util.Locale;
import java.util.Optional;
import suluh.core.casework.Opening;

/** Kind of record that a provider is asked for. */
public enum RecordType {
    /** Names, numbers and addresses that the holder gave. */
    SUBSCRIBER(Opening.SUBSCRIBER_DATA),
    /** When and from where the account was used. */
    LOGINS(Opening.SUBSCRIBER_DATA),
    /** Who belongs to a group, and in what role. */
    MEMBERS(Opening.SUBSCRIBER_DATA),
    MESSAGES(Opening.CONTENT),
    MEDIA(Opening.CONTENT);

    private final Opening needs;

    RecordType(Opening needs) {
        this.needs = needs;
    }

    /** What an authority must open before this is asked for. */
    public Opening needs() {
        return needs;
    }

    /** Name in rows, letters and forms: {@code subscriber}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The type of this wire name. */
    public static Optional<RecordType> ofWire(String wire) {
        for (RecordType type : values()) {
            if (type.wire().equals(wire)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
