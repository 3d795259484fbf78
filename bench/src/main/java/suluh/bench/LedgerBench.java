package suluh.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import suluh.app.host.DataFolder;
import suluh.app.host.InputException;
import suluh.app.store.Database;
import suluh.app.store.LedgerStore;
import suluh.core.ledger.EntryKind;
import suluh.core.ledger.LedgerEntry;
import suluh.core.ledger.LedgerFormatException;
import suluh.core.ledger.MerkleHash;
import suluh.core.ledger.MerkleProof;
import suluh.core.ledger.TileStore;
import suluh.core.ledger.TileTree;

/** Durable entries a second by writers at once, with the sequencer at work; and proofs in a log of ten million. */
final class LedgerBench {
    private static final int[] WRITERS = {1, 8, 64};
    private static final int WRITE_SECONDS = 10;
    private static final int LOG_ENTRIES = 10_000_000;
    private static final int BATCH = 20_000;
    private static final int PROOFS = 2_000;

    List<Measurement> run() throws IOException, InterruptedException {
        List<Measurement> results = new ArrayList<>();
        Path folder = Files.createTempDirectory("suluh-bench-ledger");
        try {
            writers(folder.resolve("data"), results);
            proofs(folder.resolve("tiles"), results);
        } catch (InputException | LedgerFormatException e) {
            throw new IOException(e);
        } finally {
            Child.deleteTree(folder);
        }
        return results;
    }

    private static void writers(Path data, List<Measurement> results)
            throws IOException, InterruptedException, InputException {
        try (DataFolder folder = DataFolder.open(data);
                Database database = Database.open(folder, Map.of())) {
            LedgerStore ledger = new LedgerStore(database, folder);
            for (int writers : WRITERS) {
                long written = written(database, ledger, writers);
                long start = System.nanoTime();
                ledger.integrate();
                results.add(new Measurement(
                        "ledger, " + writers + (writers == 1 ? " writer" : " writers"),
                        WRITE_SECONDS,
                        String.format(
                                Locale.ROOT,
                                "%,d durable entries/s; last of them in tiles after %.1f s",
                                written / WRITE_SECONDS,
                                (System.nanoTime() - start) / 1e9),
                        "",
                        true));
            }
        }
    }

    private static long written(Database database, LedgerStore ledger, int writers) throws InterruptedException {
        AtomicLong count = new AtomicLong();
        long until = System.nanoTime() + WRITE_SECONDS * 1_000_000_000L;
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < writers; i++) {
            threads.add(Thread.ofVirtual().start(() -> {
                while (System.nanoTime() < until) {
                    database.inTransaction(() -> {
                        ledger.append(entry(count.get()));
                        return true;
                    });
                    count.incrementAndGet();
                }
            }));
        }
        threads.add(Thread.ofVirtual().start(() -> {
            while (System.nanoTime() < until) {
                ledger.integrate();
            }
        }));
        for (Thread thread : threads) {
            thread.join();
        }
        return count.get();
    }

    private static LedgerEntry entry(long number) {
        return new LedgerEntry(
                EntryKind.BYTES_SHOWN,
                Instant.ofEpochSecond(number),
                "d11",
                "p-1",
                "SU-2026-0001",
                new TreeMap<>(Map.of("item", "ev-" + String.format(Locale.ROOT, "%032x", number))),
                new TreeMap<>(),
                new TreeMap<>());
    }

    private static void proofs(Path folder, List<Measurement> results) throws IOException, LedgerFormatException {
        TileTree tree = new TileTree(new UnflushedTiles(folder), 0);
        long start = System.nanoTime();
        for (int from = 0; from < LOG_ENTRIES; from += BATCH) {
            List<byte[]> leaves = new ArrayList<>(BATCH);
            for (int i = from; i < from + BATCH; i++) {
                leaves.add(leaf(i));
            }
            tree = tree.append(leaves);
        }
        double built = (System.nanoTime() - start) / 1e9;
        results.add(new Measurement(
                "tiles of 10,000,000 entries, not flushed",
                built,
                String.format(Locale.ROOT, "%,.0f entries/s", LOG_ENTRIES / built),
                "",
                true));
        Random random = new Random(1);
        var root = tree.root();
        int hashes = 0;
        boolean allProve = true;
        start = System.nanoTime();
        for (int i = 0; i < PROOFS; i++) {
            int index = random.nextInt(LOG_ENTRIES);
            var path = tree.inclusionProof(index);
            hashes = Math.max(hashes, path.size());
            allProve &= MerkleProof.includes(MerkleHash.leaf(leaf(index)), index, tree.size(), path, root);
        }
        double proved = (System.nanoTime() - start) / 1e9;
        results.add(new Measurement(
                "inclusion proofs there, made and checked",
                proved,
                String.format(
                        Locale.ROOT,
                        "%.2f ms each, at most %d hashes (%d bytes)",
                        proved * 1e3 / PROOFS,
                        hashes,
                        hashes * 32),
                "all prove",
                allProve));
    }

    private static byte[] leaf(int number) {
        return ("entry " + number).getBytes(StandardCharsets.US_ASCII);
    }

    /** Tiles without the flush, which would measure the disk and not the tree. */
    private record UnflushedTiles(Path folder) implements TileStore {
        @Override
        public byte[] read(String path) throws IOException {
            return Files.readAllBytes(folder.resolve(path));
        }

        @Override
        public void write(String path, byte[] bytes) throws IOException {
            Path file = folder.resolve(path);
            Files.createDirectories(file.resolveSibling(""));
            Files.write(file, bytes);
        }
    }
}
