package suluh.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.SortedSet;
import java.util.TreeSet;
import suluh.core.bag.BagFolder;

/** A bundle in a folder; links and special files are refused, since what they lead to is not in the bundle. */
final class DiskBundle implements BagFolder {
    private static final int MAX_FILES = 4_000_000;

    private final Path root;

    DiskBundle(Path root) {
        this.root = root;
    }

    @Override
    public SortedSet<String> paths() throws IOException {
        SortedSet<String> paths = new TreeSet<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!attributes.isRegularFile()) {
                    throw new IOException(file + " is a link or a special file; a bundle has regular files only");
                }
                if (paths.size() >= MAX_FILES) {
                    throw new IOException("more than " + MAX_FILES + " files in " + root);
                }
                paths.add(root.relativize(file)
                        .toString()
                        .replace(root.getFileSystem().getSeparator(), "/"));
                return FileVisitResult.CONTINUE;
            }
        });
        return paths;
    }

    @Override
    public InputStream open(String path) throws IOException {
        return Files.newInputStream(root.resolve(path), LinkOption.NOFOLLOW_LINKS);
    }
}
