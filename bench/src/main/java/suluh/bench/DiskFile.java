package suluh.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import suluh.core.kernel.EvidenceId;
import suluh.core.kernel.Sha256Digest;
import suluh.exports.ExportFile;

/** A file on disk as an item. */
record DiskFile(Path onDisk, EvidenceId item, String itemName) implements ExportFile {
    /** An item under another name than the file's own. */
    static DiskFile of(Path path, String name) {
        return new DiskFile(path, EvidenceId.of(Sha256Digest.of(name.getBytes(StandardCharsets.UTF_8)), name), name);
    }

    @Override
    public String path() {
        return "";
    }

    @Override
    public long sizeBytes() {
        return onDisk.toFile().length();
    }

    @Override
    public InputStream open() throws IOException {
        return Files.newInputStream(onDisk);
    }
}
