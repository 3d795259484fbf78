package suluh.bench;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import suluh.app.media.DecoderPool;
import suluh.app.media.Decoding;
import suluh.app.media.list.HashListContent;
import suluh.app.media.list.HashListReader;
import suluh.core.image.LumaPlane;
import suluh.core.image.PdqHash;
import suluh.core.image.PdqIndex;
import suluh.core.image.PdqTransform;
import suluh.core.image.RecordColumn;
import suluh.core.kernel.Outcome;

/** A process of its own, of 4 GiB: prints one line of figures for each media measurement, {@code name seconds count …}. */
final class MediaRun {
    static final int HASHES = 10_000_000;

    private static final int LOOKUPS = 40_000;
    private static final int LIST_ENTRIES = 5_000_000;
    private static final int LUMA_SIDE = 512;
    private static final int LUMA_RUNS = 1_000;
    private static final int JPEGS = 60;

    private MediaRun() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        luma();
        decode();
        list(folder);
        lookups();
    }

    private static void luma() {
        SplittableRandom random = new SplittableRandom(3);
        byte[] samples = new byte[LUMA_SIDE * LUMA_SIDE];
        random.nextBytes(samples);
        LumaPlane plane = new LumaPlane(LUMA_SIDE, LUMA_SIDE, samples);
        int quality = 0;
        for (int i = 0; i < LUMA_RUNS; i++) {
            quality += PdqTransform.of(plane).quality();
        }
        long start = System.nanoTime();
        for (int i = 0; i < LUMA_RUNS; i++) {
            quality += PdqTransform.of(plane).quality();
        }
        say("luma", start, LUMA_RUNS, quality);
    }

    /** JPEGs of about 1 MB: decoded alone, then decoded and hashed in child processes. */
    private static void decode() throws IOException {
        byte[] jpeg = NoisyJpeg.of(4);
        decoded(jpeg);
        long start = System.nanoTime();
        both(JPEGS, i -> decoded(jpeg));
        say("decode", start, JPEGS, jpeg.length);
        try (DecoderPool pool = DecoderPool.open()) {
            both(pool.size() * 2, i -> hashed(pool, jpeg));
            start = System.nanoTime();
            both(JPEGS, i -> hashed(pool, jpeg));
            say("hash", start, JPEGS, jpeg.length);
        }
    }

    static void decoded(byte[] jpeg) {
        try {
            if (ImageIO.read(new ByteArrayInputStream(jpeg)) == null) {
                throw new IllegalStateException("the picture was not decoded");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void hashed(DecoderPool pool, byte[] jpeg) {
        if (!(pool.hash(jpeg) instanceof Decoding.Hashed)) {
            throw new IllegalStateException("the picture was not hashed");
        }
    }

    private static void list(Path folder) throws IOException {
        Path file = folder.resolve("list.csv");
        SplittableRandom random = new SplittableRandom(5);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            out.write("pdq,category\n".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < LIST_ENTRIES; i++) {
                String line = ClusteredHashes.hash(random).hex() + ",category-" + i % 4 + "\n";
                out.write(line.getBytes(StandardCharsets.US_ASCII));
            }
        }
        long start = System.nanoTime();
        try (InputStream in = Files.newInputStream(file)) {
            if (!(HashListReader.read(in, records -> {}) instanceof Outcome.Done<HashListContent> done)
                    || done.value().records() != LIST_ENTRIES) {
                throw new IllegalStateException("the list was not read whole");
            }
        }
        say("list", start, LIST_ENTRIES, Files.size(file));
    }

    private static void lookups() {
        SplittableRandom random = new SplittableRandom(6);
        RecordColumn column = RecordColumn.ofHashes();
        PdqHash[] centres = ClusteredHashes.fill(column, HASHES, LOOKUPS, random);
        long start = System.nanoTime();
        PdqIndex index = PdqIndex.of(column);
        say("index", start, index.size(), index.differentHashes());
        PdqHash[] asked = new PdqHash[LOOKUPS];
        for (int i = 0; i < LOOKUPS; i++) {
            asked[i] = i % 2 == 0
                    ? ClusteredHashes.changed(centres[i], random.nextInt(31), random)
                    : ClusteredHashes.hash(random);
        }
        both(LOOKUPS / 10, i -> index.near(asked[i], PdqIndex.MAX_DISTANCE));
        LongAdder found = new LongAdder();
        start = System.nanoTime();
        both(LOOKUPS, i -> found.add(index.near(asked[i], PdqIndex.MAX_DISTANCE).size()));
        say("lookup", start, LOOKUPS, found.sum());
        System.gc();
        Runtime memory = Runtime.getRuntime();
        say("memory", System.nanoTime(), (memory.totalMemory() - memory.freeMemory()) >> 20, memory.maxMemory() >> 20);
        if (index.size() != HASHES) {
            throw new IllegalStateException("the index lost entries");
        }
    }

    /** Does the work on all cores. */
    private static void both(int count, IntConsumer work) {
        IntStream.range(0, count).parallel().forEach(work);
    }

    static void say(String name, long start, long count, long beside) {
        System.out.println(name + " " + (System.nanoTime() - start) / 1e9 + " " + count + " " + beside);
    }
}
