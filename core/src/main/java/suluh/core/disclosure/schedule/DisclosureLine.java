package suluh.core.disclosure.schedule;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import suluh.core.canon.JsonObject;
import suluh.core.kernel.Sha256Digest;

/**
 * A line of the disclosure log: who received what of a case, and when.
 *
 * @param number number in the case, from 1
 * @param kind what was handed out
 * @param recipient who received it
 * @param purpose why
 * @param sha256 digest of what was handed out
 * @param salt hexadecimal; the ledger holds {@link #commitment} and no name
 * @param person id of who handed it out
 */
public record DisclosureLine(
        int number,
        Kind kind,
        String recipient,
        String purpose,
        Sha256Digest sha256,
        String salt,
        String person,
        Instant at) {
    /** What was handed out. */
    public enum Kind {
        BUNDLE,
        TIP_REPORT,
        REFERRAL,
        OTHER;

        public String wire() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The kind of this wire name. */
        public static Optional<Kind> ofWire(String wire) {
            for (Kind kind : values()) {
                if (kind.wire().equals(wire)) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }
    }

    /** Name in the ledger: {@code D-1}. */
    public String name() {
        return "D-" + number;
    }

    /** What the ledger holds in the place of recipient and purpose. */
    public Sha256Digest commitment() {
        return commitment(salt, recipient, purpose);
    }

    /** SHA-256 of salt (as it stands here), line feed, recipient, line feed and purpose in UTF-8. */
    static Sha256Digest commitment(String salt, String recipient, String purpose) {
        return Sha256Digest.of((salt + "\n" + recipient + "\n" + purpose).getBytes(StandardCharsets.UTF_8));
    }

    JsonObject json() {
        return JsonObject.builder()
                .put("number", name())
                .put("kind", kind.wire())
                .put("recipient", recipient)
                .put("purpose", purpose)
                .put("sha256", sha256.hex())
                .put("salt", salt)
                .put("person", person)
                .put("at", at.toString())
                .build();
    }
}
