package suluh.app.flow;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import suluh.app.media.DecoderPool;
import suluh.app.media.Decoding;
import suluh.app.media.MediaCode;
import suluh.app.media.MediaFormat;
import suluh.app.media.VideoDecoder;

/** Hashes pictures of this machine without a case: nothing is sealed, nothing is kept. */
public final class HashFiles {
    /** Files read ahead for each decoder, so that none waits for the disk. */
    private static final int AHEAD = 3;

    private HashFiles() {}

    /**
     * A file and what became of it.
     *
     * @param path as it was given
     */
    public record HashedFile(Path path, Decoding decoding) {}

    /**
     * Hashes these files on all processors; gives each in the order named, as soon as its turn has come.
     *
     * @param videos takes key frames of videos, when there is one
     */
    public static void run(List<Path> paths, Optional<VideoDecoder> videos, Consumer<HashedFile> each) {
        try (DecoderPool pool = DecoderPool.open();
                ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            Deque<Future<HashedFile>> waiting = new ArrayDeque<>();
            for (Path path : paths) {
                waiting.add(workers.submit(() -> new HashedFile(path, hash(pool, videos, path))));
                if (waiting.size() > AHEAD * pool.size()) {
                    each.accept(result(waiting.remove()));
                }
            }
            while (!waiting.isEmpty()) {
                each.accept(result(waiting.remove()));
            }
        }
    }

    private static Decoding hash(DecoderPool pool, Optional<VideoDecoder> videos, Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            // One byte more than the limit shows the pool that the file exceeds it.
            byte[] bytes = in.readNBytes(DecoderPool.MAX_FILE_BYTES + 1);
            return videos.isPresent() && MediaFormat.of(bytes) == MediaFormat.VIDEO
                    ? videos.get().hash(bytes, pool)
                    : pool.hash(bytes);
        } catch (IOException e) {
            return new Decoding.NotHashed(
                    MediaFormat.UNKNOWN, MediaCode.FILE_UNREADABLE, "it could not be read: " + e.getMessage());
        }
    }

    private static HashedFile result(Future<HashedFile> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while hashing", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("hashing failed", e.getCause());
        }
    }
}
