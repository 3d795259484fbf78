package suluh.app.media.list;

import java.util.Locale;
import java.util.Optional;

/** Kind of hash that a list can hold. */
public enum HashKind {
    MD5(32, 2),
    SHA1(40, 3),
    SHA256(64, 4),
    PDQ(64, 4);

    private final int digits;
    private final int words;

    HashKind(int digits, int words) {
        this.digits = digits;
        this.words = words;
    }

    /** Hexadecimal digits. */
    public int digits() {
        return digits;
    }

    /** 64-bit words, the last filled up with zeros. */
    int words() {
        return words;
    }

    /** Lower-case name: {@code sha256}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The kind of which a list speaks: {@code SHA-256}, {@code HASH_PDQ}, {@code pdq_hash}; empty for any other word.
     */
    static Optional<HashKind> named(String name) {
        String plain = letters(name);
        for (HashKind kind : values()) {
            String own = kind.wire();
            if (plain.equals(own) || plain.equals("hash" + own) || plain.equals(own + "hash")) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** The kind of a bare hash of so many digits; 64 digits without a word beside them are PDQ. */
    static Optional<HashKind> ofDigits(int digits) {
        return switch (digits) {
            case 32 -> Optional.of(MD5);
            case 40 -> Optional.of(SHA1);
            case 64 -> Optional.of(PDQ);
            default -> Optional.empty();
        };
    }

    /** Letters and digits of a name in lower case: lists write one name in many ways. */
    static String letters(String name) {
        StringBuilder letters = new StringBuilder();
        name.toLowerCase(Locale.ROOT)
                .chars()
                .filter(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
                .forEach(c -> letters.append((char) c));
        return letters.toString();
    }
}
