package suluh.exports.warc;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Block of one record: its beginning held, all of it digested in the one pass that there is. */
final class RecordBlock {
    /** Pages and pictures are smaller; of a longer film the digest is checked and nothing else is looked at. */
    static final int MAX_HELD_BYTES = 32 << 20;

    private static final int BUFFER_BYTES = 64 << 10;

    private final byte[] held;
    private final long start;
    private final long sizeBytes;
    private final @Nullable HttpHead http;
    private final List<Check> checks;

    private RecordBlock(byte[] held, long start, long sizeBytes, @Nullable HttpHead http, List<Check> checks) {
        this.held = held;
        this.start = start;
        this.sizeBytes = sizeBytes;
        this.http = http;
        this.checks = List.copyOf(checks);
    }

    /** What checking one stated digest gave. */
    record Check(String what, StatedDigest stated, boolean matches) {}

    /** Reads the block that follows a head; less than the head states when the file ends inside it. */
    static RecordBlock read(WarcInput in, RecordHead head) throws IOException {
        long start = in.offset();
        Optional<StatedDigest> block = StatedDigest.of(head.field("warc-block-digest"));
        Optional<StatedDigest> payload = StatedDigest.of(head.field("warc-payload-digest"));
        MessageDigest blockDigest = block.map(StatedDigest::computation).orElse(null);
        MessageDigest payloadDigest = payload.map(StatedDigest::computation).orElse(null);
        ByteArrayOutputStream held = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER_BYTES];
        long left = head.blockBytes();
        boolean isHttp = head.field("content-type").startsWith("application/http");
        HttpHead http = null;
        // The payload begins behind the head of the response, which is held before it is found.
        int payloadFrom = isHttp ? -1 : 0;
        while (left > 0) {
            int got = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (got < 0) {
                break;
            }
            left -= got;
            update(blockDigest, buffer, 0, got);
            int before = held.size();
            if (before == head.blockBytes() - left - got && before + got <= MAX_HELD_BYTES) {
                held.write(buffer, 0, got);
            }
            if (payloadFrom >= 0) {
                update(payloadDigest, buffer, 0, got);
            } else if (before <= HttpHead.MAX_BYTES) {
                http = HttpHead.of(held.toByteArray(), held.size()).orElse(null);
                if (http != null) {
                    payloadFrom = http.sizeBytes();
                    update(payloadDigest, held.toByteArray(), payloadFrom, held.size() - payloadFrom);
                }
            }
        }
        long size = head.blockBytes() - left;
        List<Check> checks = new ArrayList<>();
        if (blockDigest != null && left == 0) {
            checks.add(new Check("block", block.get(), block.get().matches(blockDigest.digest())));
        }
        if (payloadDigest != null
                && left == 0
                && payloadFrom >= 0
                && !head.type().equals("revisit")) {
            boolean matches = payload.get().matches(payloadDigest.digest())
                    || matchesUnchunked(payload.get(), held.toByteArray(), size, http);
            checks.add(new Check("payload", payload.get(), matches));
        }
        return new RecordBlock(held.toByteArray(), start, size, http, checks);
    }

    /** Some writers digest the payload before, others after the chunks of the transport were taken out. */
    private static boolean matchesUnchunked(StatedDigest stated, byte[] held, long size, @Nullable HttpHead http) {
        if (http == null || !http.isChunked() || held.length != size) {
            return false;
        }
        return HttpBody.unchunked(HttpBody.after(held, http.sizeBytes()))
                .map(body -> stated.matches(stated.computation().digest(body)))
                .orElse(false);
    }

    private static void update(@Nullable MessageDigest digest, byte[] bytes, int offset, int length) {
        if (digest != null) {
            digest.update(bytes, offset, length);
        }
    }

    /** Byte of the file where the block begins. */
    long start() {
        return start;
    }

    /** Bytes that were there. */
    long sizeBytes() {
        return sizeBytes;
    }

    /** Head of the response in it, or null. */
    @Nullable
    HttpHead http() {
        return http;
    }

    /** Outcome of each digest that the record states. */
    List<Check> checks() {
        return checks;
    }

    /** True when all of the block is held. */
    boolean isWhole() {
        return held.length == sizeBytes;
    }

    /** Byte of the file where the payload begins. */
    long payloadStart() {
        return start + (http == null ? 0 : http.sizeBytes());
    }

    /** Bytes of the payload as they stand in the file. */
    long payloadBytes() {
        return sizeBytes - (http == null ? 0 : http.sizeBytes());
    }

    /** The payload with chunks and packing undone; empty when it is too long or damaged. */
    Optional<byte[]> payload() {
        if (!isWhole()) {
            return Optional.empty();
        }
        HttpHead head = http;
        if (head == null) {
            return Optional.of(held);
        }
        byte[] raw = HttpBody.after(held, head.sizeBytes());
        // Some writers take the chunks out and leave the field: then the bytes are the payload.
        byte[] body = head.isChunked() ? HttpBody.unchunked(raw).orElse(raw) : raw;
        return HttpBody.unpacked(body, head.packing());
    }
}
