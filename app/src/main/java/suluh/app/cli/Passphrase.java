package suluh.app.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A passphrase, from the first line of a file or typed unseen. */
final class Passphrase {
    private Passphrase() {}

    /** A new one, typed twice. */
    static char[] chosen(@Nullable Path file) throws IOException {
        if (file != null) {
            return firstLine(file);
        }
        char[] first = typed("Passphrase: ");
        if (!Arrays.equals(first, typed("Once more: "))) {
            throw new CommandFailure("The two passphrases differ.");
        }
        return first;
    }

    /** One that was chosen before. */
    static char[] known(@Nullable Path file) throws IOException {
        return file == null ? typed("Passphrase: ") : firstLine(file);
    }

    private static char[] firstLine(Path file) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            String line = lines.readLine();
            if (line == null || line.isEmpty()) {
                throw new CommandFailure("The first line of " + file + " is empty; it has to be the passphrase.");
            }
            return line.toCharArray();
        }
    }

    private static char[] typed(String prompt) {
        Console console = System.console();
        char[] typed = console == null || !console.isTerminal() ? null : console.readPassword("%s", prompt);
        if (typed == null || typed.length == 0) {
            throw new CommandFailure("A passphrase is needed; here nobody can type one, so give --passphrase-file.");
        }
        return typed;
    }
}
