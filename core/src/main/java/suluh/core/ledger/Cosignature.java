package suluh.core.ledger;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a witness signs (C2SP tlog-cosignature): that at a time this was the largest consistent tree it had seen.
 *
 * <p>Two kinds: cosignature/v1 with Ed25519 and subtree/v1 with ML-DSA-44.
 */
final class Cosignature {
    private static final int TIME_BYTES = Long.BYTES;
    private static final byte[] SUBTREE_LABEL = "subtree/v1\n\0".getBytes(StandardCharsets.US_ASCII);

    private Cosignature() {}

    /** The bytes that the key signs. */
    static byte[] message(NoteKey key, Checkpoint checkpoint, long epochSeconds) {
        return switch (key.kind()) {
            case COSIGNER_ED25519 ->
                ("cosignature/v1\ntime " + epochSeconds + "\n" + checkpoint.text()).getBytes(StandardCharsets.UTF_8);
            case COSIGNER_ML_DSA_44 -> subtree(key, checkpoint, epochSeconds);
            case LOG_ED25519 -> throw new IllegalArgumentException("a log's key does not cosign");
        };
    }

    private static byte[] subtree(NoteKey key, Checkpoint checkpoint, long epochSeconds) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(SUBTREE_LABEL);
        putText(out, key.name());
        putLong(out, epochSeconds);
        putText(out, checkpoint.origin());
        putLong(out, 0);
        putLong(out, checkpoint.size());
        out.writeBytes(checkpoint.root().raw());
        return out.toByteArray();
    }

    private static void putText(ByteArrayOutputStream out, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 255) {
            throw new IllegalArgumentException("a name of more than 255 bytes cannot be cosigned");
        }
        out.write(bytes.length);
        out.writeBytes(bytes);
    }

    private static void putLong(ByteArrayOutputStream out, long value) {
        out.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
    }

    /** Time and signature as a note's signature line carries them. */
    static byte[] stamped(long epochSeconds, byte[] signature) {
        return ByteBuffer.allocate(TIME_BYTES + signature.length)
                .putLong(epochSeconds)
                .put(signature)
                .array();
    }

    /** The time of a cosignature by this key on this checkpoint, or empty when it is none. */
    static Optional<Instant> timeOf(NoteKey key, Checkpoint checkpoint, byte[] stamped) {
        if (stamped.length <= TIME_BYTES) {
            return Optional.empty();
        }
        long seconds = ByteBuffer.wrap(stamped).getLong();
        if (seconds < 0 || seconds > Instant.MAX.getEpochSecond()) {
            return Optional.empty();
        }
        byte[] signature = Arrays.copyOfRange(stamped, TIME_BYTES, stamped.length);
        return key.verifies(message(key, checkpoint, seconds), signature)
                ? Optional.of(Instant.ofEpochSecond(seconds))
                : Optional.empty();
    }
}
