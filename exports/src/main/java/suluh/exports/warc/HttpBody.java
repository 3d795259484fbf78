package suluh.exports.warc;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/** Undoes what the transport did to a payload: chunks (RFC 9112, 7.1) and packing. */
final class HttpBody {
    /** Longest page looked at; pages with all they embed have some megabytes. */
    static final int MAX_PAGE_BYTES = 32 << 20;

    private static final int MAX_CHUNK_DIGITS = 8;

    private HttpBody() {}

    /** The payload without chunks; empty when they are not well-formed. */
    static Optional<byte[]> unchunked(byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.length);
        int at = 0;
        while (true) {
            int end = lineEnd(body, at);
            if (end < 0) {
                return Optional.empty();
            }
            int size = size(body, at, end);
            at = end + 1;
            if (size == 0) {
                return Optional.of(out.toByteArray());
            }
            if (size < 0 || size > body.length - at) {
                return Optional.empty();
            }
            out.write(body, at, size);
            at += size;
            int next = lineEnd(body, at);
            if (next < 0 || next - at > 1) {
                return Optional.empty();
            }
            at = next + 1;
        }
    }

    private static int lineEnd(byte[] body, int from) {
        for (int i = from; i < body.length; i++) {
            if (body[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private static int size(byte[] body, int from, int end) {
        int size = 0;
        int digits = 0;
        for (int i = from; i < end; i++) {
            int digit = Character.digit(body[i], 16);
            if (digit < 0) {
                boolean endsSize = body[i] == ';' || body[i] == '\r' || body[i] == ' ';
                return digits > 0 && endsSize ? size : -1;
            }
            if (++digits > MAX_CHUNK_DIGITS - 1) {
                return -1;
            }
            size = size << 4 | digit;
        }
        return digits > 0 ? size : -1;
    }

    /** The payload unpacked, at most {@link #MAX_PAGE_BYTES} of it; empty when it does not unpack. */
    static Optional<byte[]> unpacked(byte[] body, String packing) {
        return switch (packing) {
            case "" -> Optional.of(body);
            case "gzip", "x-gzip", "deflate" -> inflated(body, packing);
            default -> Optional.empty();
        };
    }

    private static Optional<byte[]> inflated(byte[] body, String packing) {
        try (InputStream packed = new ByteArrayInputStream(body);
                InputStream in =
                        packing.equals("deflate") ? new InflaterInputStream(packed) : new GZIPInputStream(packed)) {
            return Optional.of(in.readNBytes(MAX_PAGE_BYTES));
        } catch (IOException e) {
            // Damage of the payload, not of the stream: the bytes come from memory.
            return Optional.empty();
        }
    }

    static byte[] after(byte[] block, int offset) {
        return Arrays.copyOfRange(block, Math.min(offset, block.length), block.length);
    }
}
