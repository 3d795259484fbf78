package suluh.app.flow;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import suluh.app.host.DataFolder;
import suluh.app.host.InputException;
import suluh.app.store.DatabaseSettings;
import suluh.app.store.DatabaseSetup;

/** Gives a data folder a database on a server of the host's own: roles, database, and where they are. */
public final class SetUpDatabase {
    private SetUpDatabase() {}

    /** Makes roles and database as an administrator of the server, and keeps the settings in the data folder. */
    public static void run(Path data, String url, String admin, String password) throws IOException, InputException {
        try (DataFolder folder = DataFolder.open(data)) {
            DatabaseSettings settings = freshOver(folder, url);
            DatabaseSetup.run(settings, admin, password);
            settings.keep(folder.keys());
        }
    }

    /** Keeps the settings, and gives the statements for an administrator to run. */
    public static List<String> script(Path data, String url, int version) throws IOException, InputException {
        try (DataFolder folder = DataFolder.open(data)) {
            DatabaseSettings settings = freshOver(folder, url);
            settings.keep(folder.keys());
            return DatabaseSetup.statements(settings, version);
        }
    }

    private static DatabaseSettings freshOver(DataFolder folder, String url) throws IOException {
        DatabaseSettings.requireNone(folder);
        return DatabaseSettings.fresh(url);
    }
}
