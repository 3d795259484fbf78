package suluh.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import suluh.app.media.DecoderPool;
import suluh.app.media.Decoding;
import suluh.core.image.PdqHash;
import suluh.core.image.PdqIndex;
import suluh.core.image.RecordColumn;
import suluh.core.image.Turn;

/**
 * A process of its own, of 4 GiB: JPEGs of 1 MB from the disk through decoding children and hashing to the answer of an
 * index of ten million hashes, in eight turns each.
 *
 * <p>A few hundred different pictures are made and read over and over until the number asked for is reached; every
 * third of them is known to the index by a near copy. Before and after, the different pictures are decoded and nothing
 * else: the share of the decoder. Prints lines {@code name seconds count beside}.
 */
final class DecodeRun {
    /** Different pictures: more than the caches of a processor hold, less than a disk minds. */
    private static final int DIFFERENT = 300;

    private static final int KNOWN_EVERY = 3;
    private static final int KNOWN_BITS = 20;
    /** Work waiting for each decoding child, so that none waits for a lookup. */
    private static final int THREADS_OF_A_CHILD = 2;

    private static final int TOLD_EVERY = 5_000;

    private final List<Path> files = new ArrayList<>();
    private final LongAdder lookupNanos = new LongAdder();
    private final LongAdder found = new LongAdder();

    private DecodeRun() {}

    public static void main(String[] args) throws IOException, InterruptedException, ExecutionException {
        int count = Integer.parseInt(args[1]);
        DecodeRun run = new DecodeRun();
        run.write(Path.of(args[0]), Math.min(DIFFERENT, count));
        try (DecoderPool pool = DecoderPool.open()) {
            PdqIndex index = run.index(pool);
            run.decodeAlone("decode-before");
            run.match(count, pool, index);
            run.decodeAlone("decode-after");
        }
    }

    private void write(Path folder, int different) throws IOException {
        long start = System.nanoTime();
        for (int i = 0; i < different; i++) {
            files.add(folder.resolve(i + ".jpg"));
        }
        IntStream.range(0, different).parallel().forEach(i -> {
            try {
                Files.write(files.get(i), NoisyJpeg.of(i));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        long bytes = 0;
        for (Path file : files) {
            bytes += Files.size(file);
        }
        MediaRun.say("pictures", start, different, bytes / different);
    }

    /** Ten million hashes, near copies of every third picture among them; hashing these warms the children. */
    private PdqIndex index(DecoderPool pool) {
        SplittableRandom random = new SplittableRandom(8);
        RecordColumn column = RecordColumn.ofHashes();
        for (int i = 0; i < files.size(); i += KNOWN_EVERY) {
            PdqHash hash = hashed(pool, bytes(files.get(i))).hash();
            column.add(ClusteredHashes.changed(hash, KNOWN_BITS, random));
        }
        ClusteredHashes.fill(column, MediaRun.HASHES, 1, random);
        return PdqIndex.of(column);
    }

    private void decodeAlone(String name) {
        long start = System.nanoTime();
        files.parallelStream().forEach(file -> MediaRun.decoded(bytes(file)));
        MediaRun.say(name, start, files.size(), 0);
    }

    private void match(int count, DecoderPool pool, PdqIndex index) throws InterruptedException, ExecutionException {
        AtomicInteger next = new AtomicInteger();
        long start = System.nanoTime();
        try (ExecutorService workers = Executors.newFixedThreadPool(THREADS_OF_A_CHILD * pool.size())) {
            List<Future<?>> working = new ArrayList<>();
            for (int i = 0; i < THREADS_OF_A_CHILD * pool.size(); i++) {
                working.add(workers.submit(() -> {
                    for (int picture = next.getAndIncrement(); picture < count; picture = next.getAndIncrement()) {
                        matchOne(picture, pool, index);
                        tell(picture, count, start);
                    }
                }));
            }
            for (Future<?> worker : working) {
                worker.get();
            }
        }
        MediaRun.say("match", start, count, found.sum());
        System.out.println("lookup " + lookupNanos.sum() / 1e9 + " " + count + " " + Turn.values().length);
        long known = IntStream.range(0, count)
                .filter(picture -> picture % files.size() % KNOWN_EVERY == 0)
                .count();
        if (found.sum() != known) {
            throw new IllegalStateException(found.sum() + " pictures were found, " + known + " are known");
        }
    }

    private void matchOne(int picture, DecoderPool pool, PdqIndex index) {
        Decoding.Hashed hashed = hashed(pool, bytes(files.get(picture % files.size())));
        long start = System.nanoTime();
        boolean isFound = false;
        for (Turn turn : Turn.values()) {
            isFound |= !index.near(hashed.hash(turn), PdqIndex.MAX_DISTANCE).isEmpty();
        }
        lookupNanos.add(System.nanoTime() - start);
        found.add(isFound ? 1 : 0);
    }

    private static void tell(int picture, int count, long start) {
        if (picture % TOLD_EVERY == TOLD_EVERY - 1) {
            System.err.println((picture + 1) + " of " + count + " pictures in "
                    + (System.nanoTime() - start) / 1_000_000_000 + " s");
        }
    }

    private static Decoding.Hashed hashed(DecoderPool pool, byte[] jpeg) {
        if (pool.hash(jpeg) instanceof Decoding.Hashed hashed && hashed.isMatchable()) {
            return hashed;
        }
        throw new IllegalStateException("the picture has no hash that can be compared");
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
