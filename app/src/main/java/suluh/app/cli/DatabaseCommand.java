package suluh.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import suluh.app.flow.SetUpDatabase;
import suluh.app.host.DataFolder;
import suluh.app.host.InputException;

/** {@code suluh database}: a PostgreSQL server of the host's own instead of the embedded one. */
@Command(
        name = "database",
        mixinStandardHelpOptions = true,
        description = "Names a PostgreSQL server of your own to a data folder, once; every later start uses it.")
final class DatabaseCommand {
    private static final String ADMIN_PASSWORD = "SULUH_DATABASE_ADMIN_PASSWORD";

    @Command(
            name = "setup",
            mixinStandardHelpOptions = true,
            showDefaultValues = true,
            description = "Makes the two roles and the database, as an administrator whose password stands in "
                    + ADMIN_PASSWORD + ".")
    int setup(
            @Parameters(paramLabel = "URL", description = "postgresql://HOST:PORT/NAME; without a password in it.")
                    String url,
            @Option(names = "--admin", paramLabel = "ROLE", description = "Administrator.", defaultValue = "postgres")
                    String admin,
            @Option(names = "--data", paramLabel = "DIR", description = "Data folder.") @Nullable Path data)
            throws IOException, InputException {
        String password = System.getenv().getOrDefault(ADMIN_PASSWORD, "");
        SetUpDatabase.run(DataFolder.chosen(data), url, admin, password);
        System.out.println("The database is ready; " + DataFolder.chosen(data) + " uses it from now on.");
        return ExitCode.DONE;
    }

    @Command(
            name = "script",
            mixinStandardHelpOptions = true,
            showDefaultValues = true,
            description = "Prints the statements instead, for an administrator to run with psql; they hold two new"
                    + " passwords, which the data folder keeps.")
    int script(
            @Parameters(paramLabel = "URL", description = "postgresql://HOST:PORT/NAME; without a password in it.")
                    String url,
            @Option(
                            names = "--server-version",
                            paramLabel = "N",
                            description = "Major version of the server.",
                            defaultValue = "18")
                    int version,
            @Option(names = "--data", paramLabel = "DIR", description = "Data folder.") @Nullable Path data)
            throws IOException, InputException {
        SetUpDatabase.script(DataFolder.chosen(data), url, version).forEach(sql -> System.out.println(sql + ";"));
        return ExitCode.DONE;
    }
}
