package suluh.exports.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import suluh.core.kernel.EvidenceId;
import suluh.exports.ExportFile;
import suluh.exports.Neighbours;

/**
 * A file inside an archive.
 *
 * @param archive the archive
 * @param path path inside the item
 * @param sizeBytes unpacked bytes that could be read
 * @param content opens these bytes
 * @param neighbours the other files of the archive
 */
record ArchiveEntry(ExportFile archive, String path, long sizeBytes, Content content, Neighbours neighbours)
        implements ExportFile {
    /** Where the unpacked bytes are: in memory, in a spool, or in the archive still. */
    interface Content {
        InputStream open() throws IOException;

        static Content held(byte[] bytes) {
            return () -> new ByteArrayInputStream(bytes);
        }
    }

    @Override
    public EvidenceId item() {
        return archive.item();
    }

    @Override
    public String itemName() {
        return archive.itemName();
    }

    @Override
    public InputStream open() throws IOException {
        return content.open();
    }

    /** Path of an entry of this archive. */
    static String pathIn(ExportFile archive, String name) {
        return archive.path().isEmpty() ? name : archive.path() + "!/" + name;
    }
}
