package suluh.bench;

import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
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
    private static final int HASHES = 10_000_000;
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
        byte[] jpeg = noisyJpeg();
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

    private static byte[] noisyJpeg() throws IOException {
        SplittableRandom random = new SplittableRandom(4);
        BufferedImage image = new BufferedImage(2_048, 1_536, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int level = (int) (120 + 60 * Math.sin(x / 90.0) * Math.cos(y / 70.0)) + random.nextInt(90);
                image.setRGB(x, y, level << 16 | level << 8 | (255 - level));
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", out);
        return out.toByteArray();
    }

    private static void decoded(byte[] jpeg) {
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
                String line = hash(random).hex() + ",category-" + i % 4 + "\n";
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

    /** Clusters as lists have them: most pictures once or a few times, some thousands of times, copies up to 30 bits apart. */
    private static void lookups() {
        SplittableRandom random = new SplittableRandom(6);
        RecordColumn column = RecordColumn.ofHashes();
        PdqHash[] centres = new PdqHash[LOOKUPS];
        for (int cluster = 0; column.size() < HASHES; cluster++) {
            PdqHash centre = hash(random);
            centres[cluster % LOOKUPS] = centre;
            int size = cluster % 20_000 == 0 ? 5_000 : 1 + random.nextInt(8);
            for (int i = 0; i < size && column.size() < HASHES; i++) {
                column.add(changed(centre, random.nextInt(31), random));
            }
        }
        long start = System.nanoTime();
        PdqIndex index = PdqIndex.of(column);
        say("index", start, index.size(), index.differentHashes());
        PdqHash[] asked = new PdqHash[LOOKUPS];
        for (int i = 0; i < LOOKUPS; i++) {
            asked[i] = i % 2 == 0 ? changed(centres[i], random.nextInt(31), random) : hash(random);
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

    private static PdqHash hash(SplittableRandom random) {
        return new PdqHash(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
    }

    private static PdqHash changed(PdqHash hash, int bits, SplittableRandom random) {
        long[] words = {hash.w0(), hash.w1(), hash.w2(), hash.w3()};
        for (int i = 0; i < bits; i++) {
            int bit = random.nextInt(PdqHash.BITS);
            words[bit / Long.SIZE] ^= 1L << (bit % Long.SIZE);
        }
        return new PdqHash(words[0], words[1], words[2], words[3]);
    }

    private static void say(String name, long start, long count, long beside) {
        System.out.println(name + " " + (System.nanoTime() - start) / 1e9 + " " + count + " " + beside);
    }
}
