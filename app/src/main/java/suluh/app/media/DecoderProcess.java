package suluh.app.media;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import suluh.core.image.PdqHash;
import suluh.core.image.Turn;

/**
 * One decoding child process, started when first needed and again after it died or was stopped.
 *
 * <p>What it answers is not believed further than its form. Not thread-safe; {@link DecoderPool} lends it out.
 */
final class DecoderProcess implements AutoCloseable {
    /** Heap of the child: what a picture may cost, its file, and the program itself. */
    private static final long HEAP_BYTES = PictureHeader.MAX_COST_BYTES + DecoderPool.MAX_FILE_BYTES + (64L << 20);
    /** Larger than any PNG of the sides that {@link ShownPicture} makes. */
    private static final int MAX_SHOWN_BYTES = 8 << 20;

    private static final long CHECKED_MILLIS = 500;
    /** A child that waits and spends nothing is stopped after so many times its limit. */
    private static final int PATIENCE = 30;

    private final Duration timeout;
    private final ScheduledExecutorService watch;
    private final List<String> options;
    private @Nullable Process process;
    private @Nullable DataOutputStream requests;
    private @Nullable DataInputStream answers;
    private volatile boolean stopped;

    /**
     * @param timeout processor time for one picture
     * @param watch stops a child that takes longer
     * @param options further options of the child's virtual machine
     */
    DecoderProcess(Duration timeout, ScheduledExecutorService watch, List<String> options) {
        this.timeout = timeout;
        this.watch = watch;
        this.options = List.copyOf(options);
    }

    Decoding hash(MediaFormat format, byte[] bytes) {
        return ask(
                DecoderChild.HASH,
                bytes,
                in -> hashed(format, in),
                (code, reason) -> new Decoding.NotHashed(format, code, reason));
    }

    /** The picture written anew as PNG; empty when there is none. */
    Optional<byte[]> clear(byte[] bytes) {
        return ask(DecoderChild.CLEAR, bytes, in -> Optional.of(shown(in)), (code, reason) -> Optional.empty());
    }

    private interface Answer<T> {
        T read(DataInputStream in) throws IOException;
    }

    private <T> T ask(byte request, byte[] bytes, Answer<T> answer, BiFunction<MediaCode, String, T> refused) {
        ScheduledFuture<?> alarm = null;
        stopped = false;
        try {
            DataOutputStream out = requests == null ? start() : requests;
            DataInputStream in = answers;
            Process child = process;
            if (in == null || child == null) {
                throw new IllegalStateException("a started child has its streams");
            }
            Duration before = spent(child);
            long start = System.nanoTime();
            long period = Math.min(timeout.toMillis(), CHECKED_MILLIS);
            alarm = watch.scheduleWithFixedDelay(
                    () -> stopWhenOver(child, before, start), period, period, TimeUnit.MILLISECONDS);
            out.writeByte(request);
            out.writeInt(bytes.length);
            out.write(bytes);
            out.flush();
            int kind = in.readUnsignedByte();
            return kind == DecoderChild.REFUSED
                    ? refused.apply(MediaCode.PICTURE_DAMAGED, in.readUTF())
                    : answer.read(in);
        } catch (IOException | IllegalArgumentException e) {
            close();
            return stopped
                    ? refused.apply(
                            MediaCode.DECODER_TOO_SLOW,
                            "decoding took more than " + timeout.toMillis() + " ms of the processor")
                    : refused.apply(MediaCode.DECODER_CRASHED, "the decoder died on it");
        } finally {
            if (alarm != null) {
                alarm.cancel(false);
            }
        }
    }

    /** On a busy machine the same picture takes longer and costs the same: what counts is the processor's time. */
    private void stopWhenOver(Process child, Duration before, long start) {
        boolean isSpent = spent(child).minus(before).compareTo(timeout) >= 0;
        boolean hangs =
                System.nanoTime() - start >= timeout.multipliedBy(PATIENCE).toNanos();
        if (isSpent || hangs) {
            stopped = true;
            child.destroyForcibly();
        }
    }

    private static Duration spent(Process child) {
        return child.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private DataOutputStream start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command());
        // No secret of the parent's environment reaches a process that reads hostile bytes.
        builder.environment().clear();
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        Process started = builder.start();
        OutputStream out = started.getOutputStream();
        InputStream in = started.getInputStream();
        DataOutputStream fresh = new DataOutputStream(new BufferedOutputStream(out, 1 << 16));
        process = started;
        requests = fresh;
        answers = new DataInputStream(new BufferedInputStream(in, 1 << 16));
        return fresh;
    }

    private List<String> command() {
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + HEAP_BYTES,
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                "-Djava.awt.headless=true"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), DecoderChild.class.getName()));
        return command;
    }

    private static Decoding hashed(MediaFormat format, DataInputStream in) throws IOException {
        int width = in.readInt();
        int height = in.readInt();
        int quality = in.readUnsignedByte();
        boolean isDamaged = in.readBoolean();
        GreyGrid grid = new GreyGrid(in.readUnsignedByte(), in.readUnsignedByte(), in.readUTF());
        Map<Turn, PdqHash> hashes = new EnumMap<>(Turn.class);
        for (Turn turn : Turn.values()) {
            hashes.put(turn, new PdqHash(in.readLong(), in.readLong(), in.readLong(), in.readLong()));
        }
        return new Decoding.Hashed(format, width, height, quality, isDamaged, grid, hashes);
    }

    private static byte[] shown(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > MAX_SHOWN_BYTES) {
            throw new IOException("the child's answer is too long");
        }
        byte[] png = new byte[length];
        in.readFully(png);
        return png;
    }

    @Override
    public void close() {
        Process child = process;
        if (child != null) {
            child.destroyForcibly();
        }
        process = null;
        requests = null;
        answers = null;
    }
}
