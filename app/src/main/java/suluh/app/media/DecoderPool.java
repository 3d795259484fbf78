package suluh.app.media;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;

/**
 * Decodes hostile pictures in child processes with bounded memory, time and pixels.
 *
 * <p>The header is read here first: what is no picture, has no decoder or claims too many pixels never reaches a child.
 * A child decodes many pictures; one that dies or takes too long is replaced, and the picture that did it is answered
 * with a reason. Thread-safe: as many decode at once as there are children.
 */
public final class DecoderPool implements AutoCloseable {
    /** Larger files are counted and named; no camera makes pictures of this size. */
    public static final int MAX_FILE_BYTES = 96 << 20;
    /** A hundred megapixels take about three seconds. */
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final BlockingQueue<DecoderProcess> idle;
    private final List<DecoderProcess> children = new ArrayList<>();
    private final ScheduledExecutorService watch;

    private DecoderPool(int size, Duration timeout, List<String> options) {
        idle = new ArrayBlockingQueue<>(size);
        watch = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("decoder-watch").factory());
        for (int i = 0; i < size; i++) {
            DecoderProcess child = new DecoderProcess(timeout, watch, options);
            children.add(child);
            idle.add(child);
        }
    }

    /** A pool of one child for each processor; they start when needed. */
    public static DecoderPool open() {
        return new DecoderPool(Runtime.getRuntime().availableProcessors(), TIMEOUT, List.of());
    }

    /** A pool of one child, for one picture. */
    public static DecoderPool one() {
        return new DecoderPool(1, TIMEOUT, List.of());
    }

    /** A pool with limits of one's own, for tests of what happens at them. */
    static DecoderPool open(int size, Duration timeout, List<String> options) {
        return new DecoderPool(size, timeout, options);
    }

    /** Number of children. */
    public int size() {
        return children.size();
    }

    /** Hashes the picture in these bytes, or says why it has no hash. */
    public Decoding hash(byte[] bytes) {
        MediaFormat format = MediaFormat.of(bytes);
        return refused(format, bytes)
                .<Decoding>map(refusal -> refusal)
                .orElseGet(() -> lend(c -> c.hash(format, bytes)));
    }

    /** The picture itself, written anew as PNG; empty when it cannot be decoded. */
    public Optional<byte[]> clear(byte[] bytes) {
        return refused(MediaFormat.of(bytes), bytes).isPresent() ? Optional.empty() : lend(child -> child.clear(bytes));
    }

    private static Optional<Decoding.NotHashed> refused(MediaFormat format, byte[] bytes) {
        if (bytes.length > MAX_FILE_BYTES) {
            return no(format, MediaCode.FILE_TOO_LARGE, "the file is larger than " + MAX_FILE_BYTES + " bytes");
        }
        if (!format.isDecoded()) {
            return no(
                    format,
                    MediaCode.NO_DECODER,
                    format == MediaFormat.VIDEO
                            ? "no decoder of videos is configured (" + VideoDecoder.SETTING + ")"
                            : "there is no decoder for " + format.wire() + " here");
        }
        Optional<PictureHeader> header = PictureHeader.of(bytes);
        if (header.isEmpty()) {
            return no(format, MediaCode.PICTURE_DAMAGED, "its header is cut or states no size");
        }
        if (!header.get().isWithinLimits()) {
            return no(
                    format,
                    MediaCode.PICTURE_TOO_LARGE,
                    "its header claims " + header.get().width() + " x "
                            + header.get().height() + " pixels");
        }
        return Optional.empty();
    }

    private static Optional<Decoding.NotHashed> no(MediaFormat format, MediaCode code, String reason) {
        return Optional.of(new Decoding.NotHashed(format, code, reason));
    }

    private <T> T lend(Function<DecoderProcess, T> work) {
        DecoderProcess child;
        try {
            child = idle.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a decoder", e);
        }
        try {
            return work.apply(child);
        } finally {
            idle.add(child);
        }
    }

    @Override
    public void close() {
        watch.shutdownNow();
        children.forEach(DecoderProcess::close);
    }
}
