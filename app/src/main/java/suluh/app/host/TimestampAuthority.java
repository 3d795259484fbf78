package suluh.app.host;

import java.io.IOException;

/** Stamps digests (RFC 3161). */
public interface TimestampAuthority {
    /** Where it is, for messages. */
    String name();

    /**
     * The authority's response to a request in DER.
     *
     * @throws IOException when it cannot be reached or answers with something else
     */
    byte[] answer(byte[] request) throws IOException;
}
