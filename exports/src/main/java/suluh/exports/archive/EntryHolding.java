package suluh.exports.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import suluh.exports.ExportFile;
import suluh.exports.MediaTypes;
import suluh.exports.Neighbours;
import suluh.exports.SpoolSpace;

/** Unpacked bytes of the entry at hand: in memory, set aside in a spool, or left in the archive. */
final class EntryHolding implements AutoCloseable {
    private final SpoolSpace spools;
    private ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private SpoolSpace.@Nullable Spool spool;
    private @Nullable OutputStream out;
    private boolean left;
    private long size;

    EntryHolding(SpoolSpace spools) {
        this.spools = spools;
    }

    void add(String name, byte[] bytes, int length) throws IOException {
        size += length;
        if (left) {
            return;
        }
        if (out == null && memory.size() + length > ExportArchive.MEMORY_BYTES) {
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

    /** The file that was held, as one of an archive; good until {@link #close}. */
    ExportFile file(ExportFile archive, String name, Neighbours neighbours) throws IOException {
        if (out != null) {
            out.close();
            out = null;
        }
        return new ArchiveEntry(archive, ArchiveEntry.pathIn(archive, name), size, content(archive, name), neighbours);
    }

    private ArchiveEntry.Content content(ExportFile archive, String name) {
        if (left) {
            return () -> ExportArchive.open(archive, name)
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
