package suluh.exports.archive;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import suluh.core.observation.FileReading;
import suluh.core.observation.ReadingAlarm;
import suluh.exports.ArchiveLimits;
import suluh.exports.ExportFile;
import suluh.exports.KeyNames;
import suluh.exports.MediaTypes;
import suluh.exports.Neighbours;
import suluh.exports.ReadingCode;
import suluh.exports.ReadingContext;
import suluh.exports.ReadingTally;
import suluh.exports.SpoolSpace;

/**
 * Unpacks the zip archives of one item in one forward pass each.
 *
 * <p>An entry's bytes are held in memory up to {@link #MEMORY_BYTES} and else set aside in a spool; media stay where
 * they are. A cut or damaged archive gives every entry that came before, and the whole part of the damaged one. One
 * object serves one item and counts its unpacked bytes over all nested archives. Not thread-safe.
 */
public final class ExportArchive {
    public static final String FORMAT = "zip";
    /** Most JSON parts of an export are below it; two readers at once need twice as much heap. */
    static final int MEMORY_BYTES = 16 << 20;

    private static final int BUFFER_BYTES = 64 << 10;

    private final ArchiveLimits limits;
    private final SpoolSpace spools;
    private long unpackedBytes;

    public ExportArchive(ReadingContext context) {
        this.limits = context.limits();
        this.spools = context.spools();
    }

    /**
     * Hands every entry to the consumer and gives the account of the archive itself; its records are the entries.
     *
     * @param nesting archives around this one
     */
    public FileReading forEachFile(ExportFile zip, int nesting, EntryConsumer consumer) throws IOException {
        ReadingTally tally = new ReadingTally(zip, FORMAT, observation -> {});
        if (nesting >= limits.maxNesting()) {
            tally.damaged(
                    ReadingCode.ARCHIVE_LIMIT, "archives are nested deeper than " + limits.maxNesting() + " times", 0);
            return tally.finish();
        }
        try (TailStream tail = new TailStream(zip.open());
                ZipInputStream in = zipStream(tail)) {
            Walk walk = new Walk(zip, tail, in, tally, consumer);
            if (walk.run()) {
                tail.transferTo(OutputStream.nullOutputStream());
                walk.compareDirectory();
            }
        }
        return tally.finish();
    }

    /**
     * The bytes of one file of an item.
     *
     * @param path path inside the item as source pointers carry it; empty for the item itself
     * @return empty when no entry has this path
     */
    public static Optional<InputStream> open(ExportFile item, String path) throws IOException {
        if (path.isEmpty()) {
            return Optional.of(item.open());
        }
        InputStream current = item.open();
        boolean found = false;
        try {
            for (String name : path.split("!/")) {
                ZipInputStream in = zipStream(current);
                current = in;
                if (!skipTo(name, in)) {
                    return Optional.empty();
                }
            }
            found = true;
            return Optional.of(current);
        } finally {
            if (!found) {
                current.close();
            }
        }
    }

    /** Paths of all files of an archive, as {@link #open} takes them; fewer where the archive is not whole. */
    static Names names(ExportFile archive) throws IOException {
        Set<String> found = new HashSet<>();
        EntryNames names = new EntryNames();
        try (ZipInputStream in = zipStream(archive.open())) {
            for (ZipEntry entry = nextEntry(in); entry != null; entry = nextEntry(in)) {
                String name = names.next(entry);
                if (!entry.isDirectory()) {
                    found.add(name);
                }
            }
            return new Names(found, true);
        } catch (ZipException | EOFException e) {
            // The damage is told by the walk that reads the entries; here it only means that more may be there.
            return new Names(found, false);
        }
    }

    /**
     * Files of an archive.
     *
     * @param areAll false when the archive is not whole, so that others may be there
     */
    record Names(Set<String> paths, boolean areAll) {}

    private static boolean skipTo(String name, ZipInputStream in) throws IOException {
        EntryNames names = new EntryNames();
        for (ZipEntry entry = nextEntry(in); entry != null; entry = nextEntry(in)) {
            if (names.next(entry).equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static ZipInputStream zipStream(InputStream in) {
        // Every byte has a meaning in Latin-1, so that no name stops the walk; EntryNames finds the UTF-8 ones.
        return new ZipInputStream(new BufferedInputStream(in, BUFFER_BYTES), StandardCharsets.ISO_8859_1);
    }

    private static @Nullable ZipEntry nextEntry(ZipInputStream in) throws IOException {
        try {
            return in.getNextEntry();
        } catch (IllegalArgumentException e) {
            throw new ZipException("the head of an entry is not valid");
        }
    }

    /** One pass over one archive. */
    private final class Walk {
        private final ExportFile zip;
        private final TailStream tail;
        private final ZipInputStream in;
        private final ReadingTally tally;
        private final EntryConsumer consumer;
        private final EntryNames names = new EntryNames();
        private final byte[] buffer = new byte[BUFFER_BYTES];
        private final Neighbours neighbours;
        private long entries;

        Walk(ExportFile zip, TailStream tail, ZipInputStream in, ReadingTally tally, EntryConsumer consumer) {
            this.zip = zip;
            this.tail = tail;
            this.in = in;
            this.tally = tally;
            this.consumer = consumer;
            this.neighbours = new ArchiveNeighbours(zip);
        }

        /** True when the walk reached the directory of the archive. */
        boolean run() throws IOException {
            while (true) {
                ZipEntry entry;
                try {
                    entry = nextEntry(in);
                } catch (ZipException | EOFException e) {
                    tally.damaged(damageCode(e), sentence(e) + " after " + entries + " entries", tail.count());
                    return false;
                }
                if (entry == null) {
                    return true;
                }
                if (++entries > limits.maxEntries()) {
                    tally.damaged(
                            ReadingCode.ARCHIVE_LIMIT,
                            "the archive has more than " + limits.maxEntries() + " entries; the rest was not read",
                            tail.count());
                    return false;
                }
                if (!take(entry)) {
                    return false;
                }
            }
        }

        void compareDirectory() {
            long stated = ZipDirectory.statedEntries(tail.tail());
            if (stated == ZipDirectory.MISSING) {
                tally.damaged(
                        ReadingCode.ARCHIVE_CUT,
                        "the archive has no directory at its end; entries after the last one found may be missing",
                        tail.count());
            } else if (stated != entries) {
                tally.damaged(
                        ReadingCode.ARCHIVE_COUNT_DIFFERS,
                        "the archive's directory names " + stated + " entries; " + entries + " were found",
                        tail.count());
            }
        }

        /** False when nothing can be read behind this entry. */
        private boolean take(ZipEntry entry) throws IOException {
            String name = names.next(entry);
            if (names.wasRepeated()) {
                tally.alarm(
                        ReadingCode.ARCHIVE_DUPLICATE,
                        "a name stands twice in the archive; the later entry is read as " + KeyNames.shown(name),
                        tail.count());
            }
            if (entry.isDirectory()) {
                tally.recordSkipped("folder");
                return true;
            }
            boolean safe = EntryNames.isSafe(name);
            if (!safe) {
                tally.recordNotUnderstood();
                tally.alarm(
                        ReadingCode.ARCHIVE_PATH,
                        "an entry's name leaves the archive or cannot be a name; it was not read: "
                                + KeyNames.shown(name),
                        tail.count());
            }
            try (Holding holding = new Holding()) {
                ReadingAlarm damage = unpack(holding, name, safe);
                if (safe) {
                    consumer.accept(holding.file(zip, name, neighbours), damage);
                    count(damage);
                } else if (damage != null) {
                    tell(damage);
                }
                return damage == null;
            }
        }

        private void count(@Nullable ReadingAlarm damage) {
            if (damage == null) {
                tally.recordRead();
                return;
            }
            tally.recordNotUnderstood();
            tell(damage);
        }

        private void tell(ReadingAlarm damage) {
            tally.damaged(ReadingCode.valueOf(damage.code().name()), damage.message(), tail.count());
        }

        private @Nullable ReadingAlarm unpack(Holding holding, String name, boolean keep) throws IOException {
            long packedBefore = tail.count();
            long size = 0;
            while (true) {
                int got;
                try {
                    got = in.read(buffer, 0, buffer.length);
                } catch (ZipException | EOFException e) {
                    return new ReadingAlarm(
                            damageCode(e), sentence(e) + " inside the entry " + KeyNames.shown(name), size);
                }
                if (got < 0) {
                    return null;
                }
                size += got;
                unpackedBytes += got;
                String limit = limitReached(size, tail.count() - packedBefore);
                if (limit != null) {
                    return new ReadingAlarm(
                            ReadingCode.ARCHIVE_LIMIT, limit + " in the entry " + KeyNames.shown(name), size);
                }
                if (keep) {
                    holding.add(name, buffer, got);
                }
            }
        }

        private @Nullable String limitReached(long size, long packed) {
            if (size > limits.maxEntryBytes()) {
                return "more than " + limits.maxEntryBytes() + " bytes";
            }
            if (unpackedBytes > limits.maxTotalBytes()) {
                return "more than " + limits.maxTotalBytes() + " bytes of the item";
            }
            boolean bomb = size > ArchiveLimits.RATIO_FREE_BYTES
                    && size / Math.max(1, packed + BUFFER_BYTES) > limits.maxRatio();
            return bomb ? "more than " + limits.maxRatio() + " bytes for each packed one" : null;
        }

        private ReadingCode damageCode(IOException damage) {
            return damage instanceof EOFException ? ReadingCode.ARCHIVE_CUT : ReadingCode.ARCHIVE_DAMAGED;
        }

        private String sentence(IOException damage) {
            return damage instanceof EOFException
                    ? "the archive ends early"
                    : "the archive is damaged, encrypted or packed in an unknown way";
        }
    }

    /** Bytes of the entry at hand. */
    private final class Holding implements AutoCloseable {
        private ByteArrayOutputStream memory = new ByteArrayOutputStream();
        private SpoolSpace.@Nullable Spool spool;
        private @Nullable OutputStream out;
        private boolean left;
        private long size;

        void add(String name, byte[] bytes, int length) throws IOException {
            size += length;
            if (left) {
                return;
            }
            if (out == null && memory.size() + length > MEMORY_BYTES) {
                moveOut(name);
            }
            if (out != null) {
                out.write(bytes, 0, length);
            } else if (!left) {
                memory.write(bytes, 0, length);
            }
        }

        /** To the spool; media and what finds no room stay in the archive. */
        private void moveOut(String name) throws IOException {
            byte[] held = memory.toByteArray();
            byte[] head = Arrays.copyOf(held, Math.min(held.length, MediaTypes.HEAD_BYTES));
            spool = MediaTypes.isMedia(name, head) ? null : spools.newSpool().orElse(null);
            if (spool == null) {
                left = true;
            } else {
                out = spool.write();
                out.write(held);
            }
            memory = new ByteArrayOutputStream(0);
        }

        ExportFile file(ExportFile zip, String name, Neighbours neighbours) throws IOException {
            if (out != null) {
                out.close();
                out = null;
            }
            return new ArchiveEntry(zip, ArchiveEntry.pathIn(zip, name), size, content(zip, name), neighbours);
        }

        private ArchiveEntry.Content content(ExportFile zip, String name) {
            if (left) {
                return () -> ExportArchive.open(zip, name)
                        .orElseThrow(() -> new IOException("an entry of the archive is no longer there"));
            }
            SpoolSpace.Spool set = spool;
            return set == null ? ArchiveEntry.Content.held(memory.toByteArray()) : set::open;
        }

        @Override
        public void close() throws IOException {
            if (out != null) {
                out.close();
            }
            if (spool != null) {
                spool.close();
            }
        }
    }
}
