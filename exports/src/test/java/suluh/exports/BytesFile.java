package suluh.exports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import suluh.core.kernel.EvidenceId;
import suluh.core.kernel.Sha256Digest;

/** A file held in memory. */
public final class BytesFile implements ExportFile {
    private final EvidenceId item;
    private final String itemName;
    private final byte[] bytes;
    private final List<BytesFile> around;

    private BytesFile(String itemName, byte[] bytes, List<BytesFile> around) {
        this.around = around;
        this.item = EvidenceId.of(Sha256Digest.of(bytes), itemName);
        this.itemName = itemName;
        this.bytes = bytes.clone();
    }

    /** An item of these bytes. */
    public static BytesFile of(String name, byte[] bytes) {
        return new BytesFile(name, bytes, List.of());
    }

    /** An item of this text in UTF-8. */
    public static BytesFile of(String name, String text) {
        return of(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A file of a folder, named relative to it. */
    public static BytesFile under(Path folder, Path file) {
        try {
            return of(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same item as one of several that were handed in together. */
    public BytesFile among(List<BytesFile> others) {
        return new BytesFile(itemName, bytes, others);
    }

    @Override
    public Neighbours neighbours() {
        if (around.isEmpty()) {
            return Neighbours.unknown();
        }
        return new Neighbours() {
            @Override
            public boolean areKnown() {
                return true;
            }

            @Override
            public boolean has(String fullPath) {
                return around.stream().anyMatch(file -> file.itemName.equals(fullPath));
            }

            @Override
            public Optional<InputStream> open(String fullPath) {
                return around.stream()
                        .filter(file -> file.itemName.equals(fullPath))
                        .findFirst()
                        .map(BytesFile::open);
            }
        };
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public EvidenceId item() {
        return item;
    }

    @Override
    public String itemName() {
        return itemName;
    }

    @Override
    public String path() {
        return "";
    }

    @Override
    public long sizeBytes() {
        return bytes.length;
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(bytes);
    }
}
