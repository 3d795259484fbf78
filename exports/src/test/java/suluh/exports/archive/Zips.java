package suluh.exports.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import suluh.exports.BytesFile;

/** Makes archives. */
public final class Zips {
    private Zips() {}

    /** Archive of these files under their item names. */
    public static BytesFile of(String name, List<BytesFile> files) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (BytesFile file : files) {
                zip.putNextEntry(new ZipEntry(file.itemName()));
                zip.write(file.bytes());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return BytesFile.of(name, out.toByteArray());
    }
}
