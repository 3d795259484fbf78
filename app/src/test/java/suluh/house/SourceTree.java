package suluh.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The checkout, read as text. */
final class SourceTree {
    private static final List<String> MODULES = List.of("core", "exports", "app", "verify", "bench");

    private SourceTree() {}

    static Path root() {
        String home = System.getProperty("suluh.home");
        if (home == null) {
            throw new IllegalStateException("run through Maven: the build passes suluh.home");
        }
        return Path.of(home);
    }

    static List<Path> javaFiles() {
        return MODULES.stream()
                .map(module -> root().resolve(module).resolve("src"))
                .flatMap(SourceTree::filesBelow)
                .filter(path -> path.toString().endsWith(".java"))
                .sorted()
                .toList();
    }

    static List<Path> mainJavaFiles() {
        return javaFiles().stream()
                .filter(path -> path.toString().contains("/src/main/java/"))
                .toList();
    }

    static List<String> lines(Path path) {
        try {
            return Files.readAllLines(path);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    static String text(String relative) {
        Path path = root().resolve(relative);
        return Files.exists(path) ? String.join("\n", lines(path)) : "";
    }

    static String relative(Path path) {
        return root().relativize(path).toString();
    }

    private static Stream<Path> filesBelow(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }
}
