package suluh.app.store;

import java.util.Optional;
import suluh.app.media.Decoding;
import suluh.app.media.MediaDigests;

/**
 * A content of the media of a case; equal files are one content.
 *
 * @param id number in the case, from 1, in the order of reading
 * @param decoding its hashes, or why it has none
 */
public record MediaContent(int id, MediaDigests digests, long sizeBytes, Decoding decoding) {
    /** Its hashes, when it could be decoded. */
    public Optional<Decoding.Hashed> hashed() {
        return decoding instanceof Decoding.Hashed hashed ? Optional.of(hashed) : Optional.empty();
    }

    /** Its quality, or -1 when it could not be decoded. */
    public int quality() {
        return hashed().map(Decoding.Hashed::quality).orElse(-1);
    }
}
