package suluh.exports.archive;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import suluh.exports.ExportFile;

/**
 * Hands out the bytes of chosen files of one item, those in nested archives too, in one forward pass.
 *
 * <p>For what a reading has found before: only paths that it told are opened, so that its limits hold here too, and the
 * pass ends with the last of them. Not thread-safe; serves one item.
 */
public final class InnerFiles {
    private static final int BUFFER_BYTES = 64 << 10;

    private final NavigableSet<String> wanted;
    private final FileConsumer consumer;

    /** Takes one file; what it leaves of the stream is passed over. */
    public interface FileConsumer {
        void accept(String path, InputStream bytes) throws IOException;
    }

    private InnerFiles(NavigableSet<String> wanted, FileConsumer consumer) {
        this.wanted = wanted;
        this.consumer = consumer;
    }

    /**
     * Hands each of these files to the consumer, in the order of the item.
     *
     * @param paths as source pointers carry them; empty for the item itself
     * @return paths that are not there, or that damage stands before
     */
    public static NavigableSet<String> forEach(ExportFile item, NavigableSet<String> paths, FileConsumer consumer)
            throws IOException {
        InnerFiles files = new InnerFiles(new TreeSet<>(paths), consumer);
        if (files.wanted.remove("")) {
            try (InputStream in = item.open()) {
                consumer.accept("", in);
            }
        }
        if (!files.wanted.isEmpty()) {
            try (InputStream in = item.open()) {
                files.walk("", in);
            }
        }
        return files.wanted;
    }

    private void walk(String prefix, InputStream archive) throws IOException {
        // Every byte has a meaning in Latin-1, so that no name stops the walk; EntryNames finds the UTF-8 ones.
        ZipInputStream in =
                new ZipInputStream(new BufferedInputStream(archive, BUFFER_BYTES), StandardCharsets.ISO_8859_1);
        EntryNames names = new EntryNames();
        try {
            while (isInside(prefix)) {
                ZipEntry entry = in.getNextEntry();
                if (entry == null) {
                    return;
                }
                take(prefix + names.next(entry), in);
            }
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            // The reading has told the damage; what lies behind it stays in the answer as not there.
        }
    }

    private void take(String path, InputStream entry) throws IOException {
        if (wanted.contains(path)) {
            consumer.accept(path, new Unclosed(entry));
            wanted.remove(path);
        } else if (isInside(path + "!/")) {
            walk(path + "!/", new Unclosed(entry));
        }
    }

    /** True when a file is still wanted whose path begins so. */
    private boolean isInside(String prefix) {
        String next = wanted.ceiling(prefix);
        return next != null && next.startsWith(prefix);
    }

    /** An entry's bytes; closing them must not close the archive around it. */
    private static final class Unclosed extends FilterInputStream {
        Unclosed(InputStream entry) {
            super(entry);
        }

        @Override
        public void close() {}
    }
}
