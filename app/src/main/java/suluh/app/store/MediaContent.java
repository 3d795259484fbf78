package suluh.app.store;

import java.util.List;
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

    /** What may be compared of it: the picture, or the frames of the video. */
    public List<Decoding.Hashed> comparable() {
        List<Decoding.Hashed> all = decoding instanceof Decoding.Frames video
                ? video.frames()
                : hashed().map(List::of).orElse(List.of());
        return all.stream().filter(Decoding.Hashed::isMatchable).toList();
    }

    /** Frames of a video that have a hash; 0 for a picture. */
    public int frames() {
        return decoding instanceof Decoding.Frames video ? video.frames().size() : 0;
    }

    /** Its quality, of a video that of its best frame; -1 when it could not be decoded. */
    public int quality() {
        return decoding instanceof Decoding.Frames video
                ? video.frames().stream()
                        .mapToInt(Decoding.Hashed::quality)
                        .max()
                        .orElse(-1)
                : hashed().map(Decoding.Hashed::quality).orElse(-1);
    }
}
