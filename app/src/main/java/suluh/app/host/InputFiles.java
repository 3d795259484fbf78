package suluh.app.host;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a person handed in: every regular file below the paths given, and what could not be taken.
 *
 * <p>Symbolic links are not followed: what they lead to was not handed in.
 *
 * @param files in order of name
 * @param notReceived one sentence for each thing that is no readable file, in the order met
 */
public record InputFiles(List<InputFile> files, List<String> notReceived) {
    /** Beyond this somebody handed in a whole disk by mistake. */
    private static final int MAX_FILES = 2_000_000;

    public InputFiles {
        files = List.copyOf(files);
        notReceived = List.copyOf(notReceived);
    }

    /**
     * The files below these paths; a folder's own name begins the names of its files.
     *
     * @throws InputException when a path is not there, or nothing was found in it
     */
    public static InputFiles below(List<Path> paths) throws IOException, InputException {
        List<InputFile> files = new ArrayList<>();
        List<String> notReceived = new ArrayList<>();
        for (Path path : paths) {
            if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                throw new InputException("There is nothing at " + path + ". Check the path; nothing was received.");
            }
            Path whole = path.toAbsolutePath().normalize();
            int before = files.size() + notReceived.size();
            Files.walkFileTree(whole, new Collector(whole, files, notReceived));
            if (files.size() + notReceived.size() == before) {
                throw new InputException("The folder " + path + " holds no file. Name the folder of an export; nothing "
                        + "was received.");
            }
        }
        files.sort(Comparator.comparing(InputFile::name)
                .thenComparing(file -> file.path().toString()));
        return new InputFiles(files, notReceived);
    }

    private static final class Collector extends SimpleFileVisitor<Path> {
        private final Path base;
        private final List<InputFile> files;
        private final List<String> notReceived;

        Collector(Path root, List<InputFile> files, List<String> notReceived) {
            this.base = root.getParent() == null ? root : root.getParent();
            this.files = files;
            this.notReceived = notReceived;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (attributes.isSymbolicLink()) {
                notReceived.add(file + " is a symbolic link; hand in the file it leads to.");
            } else if (!attributes.isRegularFile()) {
                notReceived.add(file + " is no regular file.");
            } else if (!Files.isReadable(file)) {
                notReceived.add(file + " may not be read; check its permissions.");
            } else if (files.size() >= MAX_FILES) {
                throw new IOException(
                        "more than " + MAX_FILES + " files below " + base + "; hand in one export at a time");
            } else {
                files.add(new InputFile(file, name(file)));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            notReceived.add(file + " could not be opened: " + failure.getMessage());
            return FileVisitResult.CONTINUE;
        }

        private String name(Path file) {
            return base.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
        }
    }
}
