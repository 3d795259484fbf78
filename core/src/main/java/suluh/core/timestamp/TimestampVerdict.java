package suluh.core.timestamp;

import java.time.Instant;

/** What a time-stamp token is worth. */
public sealed interface TimestampVerdict {
    /**
     * The authority signed this time over these bytes.
     *
     * @param at when, by the authority's clock
     * @param authority subject of the certificate that signed
     * @param standing how far the authority itself could be checked
     */
    record Stamped(Instant at, String authority, Standing standing) implements TimestampVerdict {}

    /** The token proves nothing; the reason is a sentence. */
    record Broken(String reason) implements TimestampVerdict {}

    /** How far a certificate leads. */
    enum Standing {
        /** To an anchor that the person checking trusts. */
        ANCHORED,
        /** The authority vouches for itself: a private or a test authority. */
        SELF_SIGNED,
        /** To nobody whom the person checking has named. */
        NOT_ANCHORED
    }
}
