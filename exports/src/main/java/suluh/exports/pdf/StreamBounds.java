package suluh.exports.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Measures what the packed streams of a document unpack to, before anything builds them in memory.
 *
 * <p>A library that reads PDF unpacks a stream whole. So each run of bytes behind the word {@code stream} that unpacks at
 * all is unpacked here once, into nothing, and again where it unpacks to another packed run; the document is refused
 * beyond the limit. LZW, which old writers used and which packs as well as a bomb needs, is refused.
 */
final class StreamBounds {
    /** All streams together; reports of some hundred pages have some tens of megabytes. */
    static final long MAX_UNPACKED_BYTES = 256L << 20;

    private static final byte[] STREAM = {'s', 't', 'r', 'e', 'a', 'm'};
    private static final byte[] LZW = {'L', 'Z', 'W', 'D', 'e', 'c', 'o', 'd', 'e'};
    private static final int BUFFER_BYTES = 64 << 10;
    private static final int ZLIB = 0x78;
    /** Filters can stand one behind the other. */
    private static final int MAX_LAYERS = 4;

    private final byte[] document;
    private final long limit;
    private long unpacked;

    private StreamBounds(byte[] document, long limit) {
        this.document = document;
        this.limit = limit;
    }

    /**
     * Refuses a document whose streams unpack to more than the limit.
     *
     * @param limit bytes of all streams together
     */
    static void check(byte[] document, long limit) throws PdfFault {
        if (indexOf(document, LZW, 0) >= 0) {
            throw new PdfFault(true, "the document uses LZW, which is not unpacked here");
        }
        StreamBounds bounds = new StreamBounds(document, limit);
        for (int at = indexOf(document, STREAM, 0); at >= 0; at = indexOf(document, STREAM, at + 1)) {
            int start = at + STREAM.length;
            while (start < document.length && (document[start] == '\r' || document[start] == '\n')) {
                start++;
            }
            if (start < document.length && (document[start] & 0x0F) == (ZLIB & 0x0F)) {
                bounds.measure(start);
            }
        }
    }

    private void measure(int start) throws PdfFault {
        List<Inflater> layers = new ArrayList<>(List.of(new Inflater()));
        try {
            layers.getFirst().setInput(document, start, document.length - start);
            drain(layers, 0);
        } catch (DataFormatException e) {
            // No packed run, or one that ends early: the library unpacks no more of it than was measured.
            return;
        } finally {
            layers.forEach(Inflater::end);
        }
    }

    // Recursion is bounded by MAX_LAYERS.
    private void drain(List<Inflater> layers, int layer) throws DataFormatException, PdfFault {
        Inflater inflater = layers.get(layer);
        byte[] out = new byte[BUFFER_BYTES];
        boolean first = layers.size() == layer + 1;
        while (!inflater.finished()) {
            int got = inflater.inflate(out);
            if (got == 0) {
                return;
            }
            unpacked += got;
            if (unpacked > limit) {
                throw new PdfFault(true, "the streams of the document unpack to more than " + limit + " bytes");
            }
            if (first && (out[0] & 0xFF) == ZLIB && layer + 1 < MAX_LAYERS) {
                layers.add(new Inflater());
            }
            first = false;
            if (layers.size() > layer + 1) {
                layers.get(layer + 1).setInput(out, 0, got);
                drain(layers, layer + 1);
            }
        }
    }

    private static int indexOf(byte[] bytes, byte[] wanted, int from) {
        outer:
        for (int i = from; i + wanted.length <= bytes.length; i++) {
            for (int j = 0; j < wanted.length; j++) {
                if (bytes[i + j] != wanted[j]) {
                    continue outer;
                }
            }
            return i;
        }
        return -1;
    }
}
