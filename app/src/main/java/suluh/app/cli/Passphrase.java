package suluh.app.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A passphrase, from the first line of a file or typed unseen. */
final class Passphrase {
    private Passphrase() {}

    /** A new one, typed twice. */
    static String chosen(@Nullable Path file) throws IOException {
        if (file != null) {
            return firstLine(file);
        }
        String first = typed("Passphrase: ");
        if (!first.equals(typed("Once more: "))) {
            throw new CommandFailure("The two passphrases differ.");
        }
        return first;
    }

    /** One that was chosen before. */
    static String known(@Nullable Path file) throws IOException {
        return file == null ? typed("Passphrase: ") : firstLine(file);
    }

    private static String firstLine(Path file) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            String line = lines.readLine();
            if (line == null || line.isEmpty()) {
                throw new CommandFailure("The first line of " + file + " is empty; it has to be the passphrase.");
            }
            return line;
        }
    }

    private static String typed(String prompt) {
        return Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .map(console -> console.readPassword("%s", prompt))
                .filter(typed -> typed.length > 0)
                .map(String::new)
                .orElseThrow(() -> new CommandFailure(
                        "A passphrase is needed; here nobody can type one, so give --passphrase-file."));
    }
}
