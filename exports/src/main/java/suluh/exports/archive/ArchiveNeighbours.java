package suluh.exports.archive;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import suluh.exports.ExportFile;
import suluh.exports.Neighbours;

/**
 * The files of one archive as each other's neighbours.
 *
 * <p>The first question costs a pass over the archive. Small files that were asked for are kept, since every section
 * of an export asks for the same two or three. Not thread-safe; one for each pass over an archive.
 */
final class ArchiveNeighbours implements Neighbours {
    /** Files kept whole: those that say whose an export is have some kilobytes. */
    private static final int MAX_KEPT_BYTES = 1 << 20;

    private static final int MAX_KEPT_FILES = 16;

    private final ExportFile archive;
    private final String prefix;
    private final Map<String, byte[]> kept = new HashMap<>();
    private ExportArchive.@Nullable Names names;

    ArchiveNeighbours(ExportFile archive) {
        this.archive = archive;
        this.prefix = archive.fullPath() + "!/";
    }

    @Override
    public boolean areKnown() throws IOException {
        return listed().areAll();
    }

    @Override
    public boolean has(String fullPath) throws IOException {
        return fullPath.startsWith(prefix) && listed().paths().contains(fullPath.substring(prefix.length()));
    }

    @Override
    public Set<String> names() throws IOException {
        return listed().paths().stream().map(name -> prefix + name).collect(Collectors.toSet());
    }

    @Override
    public Optional<InputStream> open(String fullPath) throws IOException {
        byte[] held = kept.get(fullPath);
        if (held != null) {
            return Optional.of(new ByteArrayInputStream(held));
        }
        if (!has(fullPath)) {
            return Optional.empty();
        }
        String name = fullPath.substring(prefix.length());
        if (kept.size() < MAX_KEPT_FILES) {
            try (InputStream in = ExportArchive.open(archive, name).orElseThrow(() -> gone(name))) {
                byte[] bytes = in.readNBytes(MAX_KEPT_BYTES);
                if (bytes.length < MAX_KEPT_BYTES) {
                    kept.put(fullPath, bytes);
                    return Optional.of(new ByteArrayInputStream(bytes));
                }
            } catch (ZipException | EOFException e) {
                // The entry is damaged, which its own reading tells; to its neighbours it says nothing.
                return Optional.empty();
            }
        }
        return ExportArchive.open(archive, name);
    }

    private static IOException gone(String name) {
        return new IOException("an entry of the archive is no longer there: " + name.length() + " characters of name");
    }

    private ExportArchive.Names listed() throws IOException {
        ExportArchive.Names known = names;
        if (known == null) {
            known = ExportArchive.names(archive);
            names = known;
        }
        return known;
    }
}
