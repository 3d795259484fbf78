package suluh.app.media;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import suluh.core.image.PdqHash;
import suluh.core.image.PdqTransform;
import suluh.core.image.Turn;

/** What became of a file that was given to a decoder. */
public sealed interface Decoding {
    MediaFormat format();

    /**
     * The picture was decoded and hashed.
     *
     * @param width pixels
     * @param height pixels
     * @param quality from 0 to 100; below 50 the hash is not compared
     * @param isDamaged true when the decoder made up what was cut or damaged
     * @param grid all that is kept of its looks
     * @param hashes the hash of the picture in each turn
     */
    record Hashed(
            MediaFormat format,
            int width,
            int height,
            int quality,
            boolean isDamaged,
            GreyGrid grid,
            Map<Turn, PdqHash> hashes)
            implements Decoding {
        public Hashed {
            if (width < 1 || height < 1 || quality < 0 || quality > 100 || hashes.size() != Turn.values().length) {
                throw new IllegalArgumentException("a hashed picture has a size, a quality and eight hashes");
            }
            hashes = Collections.unmodifiableMap(new EnumMap<>(hashes));
        }

        /** The hash of the picture as it is stored. */
        public PdqHash hash() {
            return hash(Turn.NONE);
        }

        /** The hash of the picture turned so. */
        public PdqHash hash(Turn turn) {
            PdqHash hash = hashes.get(turn);
            if (hash == null) {
                throw new IllegalStateException("every turn has a hash");
            }
            return hash;
        }

        /** True when the hash may be compared with others. */
        public boolean isMatchable() {
            return quality >= PdqTransform.MATCHABLE_QUALITY;
        }
    }

    /**
     * Frames of a video were decoded and hashed; each stands for itself.
     *
     * @param frames in the order in which the decoder names them, at least one
     */
    record Frames(MediaFormat format, List<Hashed> frames) implements Decoding {
        public Frames {
            frames = List.copyOf(frames);
            if (frames.isEmpty()) {
                throw new IllegalArgumentException("a video that was hashed has a frame");
            }
        }
    }

    /**
     * The file has no perceptual hash.
     *
     * @param code why
     * @param reason the same in a sentence
     */
    record NotHashed(MediaFormat format, MediaCode code, String reason) implements Decoding {}
}
