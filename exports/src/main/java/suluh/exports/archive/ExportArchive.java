package suluh.exports.archive;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
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
import suluh.exports.Neighbours;
import suluh.exports.ReadingCode;
import suluh.exports.ReadingContext;
import suluh.exports.ReadingTally;
import suluh.exports.SpoolSpace;
import suluh.exports.pdf.PdfPages;

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
    /** Enough to tell zip, gzip and PDF apart. */
    private static final int HEAD_BYTES = 8;

    private final ArchiveLimits limits;
    private final SpoolSpace spools;
    private final Unpacking unpacking;

    public ExportArchive(ReadingContext context) {
        this.limits = context.limits();
        this.spools = context.spools();
        this.unpacking = new Unpacking(limits);
    }

    /** Hands what a gzip file unpacks to to the consumer and gives the account of the gzip file itself. */
    public FileReading unpack(ExportFile gzip, int nesting, EntryConsumer consumer) throws IOException {
        if (nesting >= limits.maxNesting()) {
            return tooDeep(gzip, GzipFile.FORMAT);
        }
        return GzipFile.read(gzip, unpacking, spools, consumer);
    }

    private FileReading tooDeep(ExportFile archive, String format) {
        ReadingTally tally = new ReadingTally(archive, format, observation -> {});
        tally.damaged(
                ReadingCode.ARCHIVE_LIMIT, "archives are nested deeper than " + limits.maxNesting() + " times", 0);
        return tally.finish();
    }

    /**
     * Hands every entry to the consumer and gives the account of the archive itself; its records are the entries.
     *
     * @param nesting archives around this one
     */
    public FileReading forEachFile(ExportFile zip, int nesting, EntryConsumer consumer) throws IOException {
        if (nesting >= limits.maxNesting()) {
            return tooDeep(zip, FORMAT);
        }
        ReadingTally tally = new ReadingTally(zip, FORMAT, observation -> {});
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
        String outer = item.fileName();
        boolean found = false;
        try {
            for (String name : path.split("!/")) {
                BufferedInputStream packed = new BufferedInputStream(current, BUFFER_BYTES);
                current = packed;
                byte[] head = head(packed);
                if (PdfPages.opens(head)) {
                    Optional<InputStream> page = PdfPages.open(packed, name);
                    if (page.isEmpty()) {
                        return Optional.empty();
                    }
                    current = page.get();
                } else if (GzipMembers.opens(head)) {
                    current = new GzipMembers(packed);
                    if (!name.equals(GzipFile.innerName(outer))) {
                        return Optional.empty();
                    }
                } else {
                    ZipInputStream in = zipStream(packed);
                    current = in;
                    if (!skipTo(name, in)) {
                        return Optional.empty();
                    }
                }
                outer = name.substring(name.lastIndexOf('/') + 1);
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

    private static byte[] head(BufferedInputStream in) throws IOException {
        in.mark(HEAD_BYTES);
        byte[] head = in.readNBytes(HEAD_BYTES);
        in.reset();
        return head;
    }

    /** True when bytes begin as a gzip file does. */
    public static boolean opensGzip(byte[] head) {
        return GzipMembers.opens(head);
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
                    tally.damaged(
                            Unpacking.damageCode(e),
                            Unpacking.sentence(e) + " after " + entries + " entries",
                            tail.count());
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

        void compareDirectory() throws IOException {
            ZipDirectory directory = ZipDirectory.of(tail.tail(), tail.count());
            if (directory.equals(ZipDirectory.MISSING)) {
                tally.damaged(
                        ReadingCode.ARCHIVE_CUT,
                        "the archive has no directory at its end; entries after the last one found may be missing",
                        tail.count());
                return;
            }
            if (directory.entries() != entries) {
                tally.damaged(
                        ReadingCode.ARCHIVE_COUNT_DIFFERS,
                        "the archive's directory names " + directory.entries() + " entries; " + entries + " were found",
                        tail.count());
            }
            boolean whole = directory.forEach(zip, limits.maxEntries(), this::compare);
            if (!whole) {
                tally.damaged(
                        ReadingCode.ARCHIVE_CUT,
                        "the archive's directory is not where, or not as large as, its end says",
                        directory.start());
            }
        }

        /** Programs that unpack by the directory must see the same entries as this walk. */
        private void compare(ZipDirectory.Entry entry) {
            if (!entry.saysUtf8() && EntryNames.isForeign(entry.name())) {
                tally.alarmOnce(
                        ReadingCode.ENCODING_INVALID,
                        "names",
                        "names of the archive are neither ASCII nor UTF-8; each byte was taken as a Latin-1 character",
                        -1);
            }
            if (!names.hasSeen(entry.name())) {
                tally.alarm(
                        ReadingCode.ARCHIVE_NAMES_DIFFER,
                        "the directory names an entry that no entry calls itself; other programs show it: "
                                + KeyNames.shown(entry.name()),
                        -1);
            }
            if (entry.isLink() || entry.isDevice()) {
                tally.alarm(
                        ReadingCode.ARCHIVE_LINK,
                        "an entry is a " + (entry.isLink() ? "link" : "device")
                                + " to the system that packed it; it was"
                                + " read as a file of the bytes it holds, and nothing was followed: "
                                + KeyNames.shown(entry.name()),
                        -1);
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
            try (EntryHolding holding = new EntryHolding(spools)) {
                ReadingAlarm damage = unpacking.drain(in, tail::count, name, safe ? holding : null);
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
    }
}
