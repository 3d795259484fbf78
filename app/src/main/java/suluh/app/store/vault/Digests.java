package suluh.app.store.vault;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;
import suluh.core.kernel.Sha256Digest;

/**
 * Digests of one stream of bytes, all in one pass.
 *
 * <p>From the second buffer on, SHA-512 and MD5, the two slowest, are taken beside the caller's thread, which takes the
 * others and goes on to encrypt. Memory: at most {@value #MAX_WAITING} buffers wait. Not thread-safe.
 */
final class Digests implements AutoCloseable {
    private static final int MAX_WAITING = 8;
    private static final byte[] END = new byte[0];

    private final MessageDigest sha256 = digest("SHA-256");
    private final MessageDigest sha512 = digest("SHA-512");
    private final MessageDigest sha1 = digest("SHA-1");
    private final MessageDigest md5 = digest("MD5");
    private final BlockingQueue<byte[]> waiting = new ArrayBlockingQueue<>(MAX_WAITING);
    private @Nullable Thread beside;
    private long sizeBytes;

    void update(byte[] buffer, int length) {
        if (length == 0) {
            return;
        }
        if (sizeBytes == 0) {
            sha512.update(buffer, 0, length);
            md5.update(buffer, 0, length);
        } else {
            handOver(Arrays.copyOf(buffer, length));
        }
        sha256.update(buffer, 0, length);
        sha1.update(buffer, 0, length);
        sizeBytes += length;
    }

    /** The object these bytes are; call once. */
    SealedObject finish(boolean isNew) {
        close();
        return new SealedObject(
                Sha256Digest.ofRaw(sha256.digest()), hex(sha512), hex(sha1), hex(md5), sizeBytes, isNew);
    }

    /** Ends the work beside, also of a stream that was given up. */
    @Override
    public void close() {
        if (beside != null) {
            handOver(END);
            uninterrupted(beside::join);
            beside = null;
        }
    }

    private void handOver(byte[] bytes) {
        if (beside == null) {
            beside = Thread.ofPlatform().daemon().name("digests").start(this::takeBeside);
        }
        uninterrupted(() -> waiting.put(bytes));
    }

    private void takeBeside() {
        byte[][] taken = new byte[1][];
        do {
            uninterrupted(() -> taken[0] = waiting.take());
            sha512.update(taken[0]);
            md5.update(taken[0]);
        } while (taken[0].length > 0);
    }

    /** A wait that is a matter of microseconds; an interruption is kept for whoever asks next. */
    private static void uninterrupted(Wait wait) {
        boolean isInterrupted = false;
        boolean isDone = false;
        while (!isDone) {
            try {
                wait.run();
                isDone = true;
            } catch (InterruptedException e) {
                isInterrupted = true;
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private interface Wait {
        void run() throws InterruptedException;
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest(String name) {
        try {
            return MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + name, e);
        }
    }
}
