package suluh.exports.synth;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An output folder inside a zip archive, every entry of which carries one fixed time so that bytes repeat. */
final class ZipFolder implements OutputFolder, AutoCloseable {
    /** Within the MS-DOS range, so that no extra field with the machine's time zone is written. */
    private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(2024, 10, 25, 12, 0);

    private final ZipOutputStream zip;

    ZipFolder(OutputStream out) {
        zip = new ZipOutputStream(out);
    }

    @Override
    public OutputStream create(String relativePath) throws IOException {
        ZipEntry entry = new ZipEntry(relativePath);
        entry.setTimeLocal(ENTRY_TIME);
        zip.putNextEntry(entry);
        return new FilterOutputStream(zip) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                zip.write(bytes, offset, length);
            }

            @Override
            public void close() throws IOException {
                zip.closeEntry();
            }
        };
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
