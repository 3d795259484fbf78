package suluh.app.store;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import suluh.app.host.DataFolder;
import suluh.app.host.Secrets;

/**
 * A PostgreSQL server of the host's own: its address, and the passwords of the two roles that work with it.
 *
 * @param url {@code jdbc:postgresql://HOST[:PORT]/DATABASE}, with the driver's parameters such as {@code sslmode}
 * @param ownerPassword of {@value #OWNER}, which owns the tables and migrates them
 * @param appPassword of {@value #APP}, which the program works as
 */
public record DatabaseSettings(String url, String ownerPassword, String appPassword) {
    /** Owns the tables; nothing but migrations, backup and restore connects as this role. */
    public static final String OWNER = "suluh_owner";

    /** Works with the tables, owns none and is subject to row-level security. */
    public static final String APP = "suluh_app";

    /** Advisory lock that a backup shares and the destruction of purged objects takes alone. */
    public static final long PURGE_LOCK = 0x5355_4C55_4842_4B31L;

    /** Name of the file that keeps the settings; a backup leaves it out, for a restore goes where it is told to. */
    public static final String FILE = "database";

    private static final Pattern URL =
            Pattern.compile("jdbc:postgresql://([^/?\\s]+)/([a-z_][a-z0-9_]{0,62})(\\?\\S*)?");

    public DatabaseSettings {
        if (!URL.matcher(url).matches()) {
            throw new StoreException(
                    "The address of a database is written jdbc:postgresql://HOST:PORT/NAME, with a name"
                            + " of lower-case letters, digits and _; found another form. Passwords do not belong in it.");
        }
    }

    /** An address with two fresh passwords; {@code postgresql://} may stand for {@code jdbc:postgresql://}. */
    public static DatabaseSettings fresh(String url) {
        return new DatabaseSettings(withScheme(url), Secrets.newPassword(), Secrets.newPassword());
    }

    /**
     * What SULUH_DATABASE_URL, SULUH_DATABASE_OWNER_PASSWORD and SULUH_DATABASE_APP_PASSWORD say, else the file
     * {@code database} of the keys' folder; empty when the embedded server is meant.
     */
    public static Optional<DatabaseSettings> of(Path keys, Map<String, String> environment) throws IOException {
        String url = environment.getOrDefault("SULUH_DATABASE_URL", "");
        if (!url.isEmpty()) {
            return Optional.of(new DatabaseSettings(
                    withScheme(url),
                    environment.getOrDefault("SULUH_DATABASE_OWNER_PASSWORD", ""),
                    environment.getOrDefault("SULUH_DATABASE_APP_PASSWORD", "")));
        }
        Path file = keys.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties kept = new Properties();
        kept.load(new StringReader(Files.readString(file)));
        return Optional.of(new DatabaseSettings(
                kept.getProperty("url", ""),
                kept.getProperty("owner-password", ""),
                kept.getProperty("app-password", "")));
    }

    /** Refuses a folder that names a database already, or has an embedded one: its cases would seem to be gone. */
    public static void requireNone(DataFolder folder) {
        Path file = folder.keys().resolve(FILE);
        if (Files.exists(file)) {
            throw new StoreException("This data folder names a database already, in " + file
                    + ". Remove that file when another is meant.");
        }
        if (Files.exists(folder.postgres())) {
            throw new StoreException(
                    "This data folder has an embedded database. Back it up, and restore the backup into"
                            + " another folder with SULUH_DATABASE_URL set.");
        }
    }

    /** Keeps the settings in the keys' folder, for its owner's eyes. */
    public void keep(Path keys) throws IOException {
        Properties kept = new Properties();
        kept.setProperty("url", url);
        kept.setProperty("owner-password", ownerPassword);
        kept.setProperty("app-password", appPassword);
        StringWriter text = new StringWriter();
        kept.store(text, null);
        byte[] bytes = text.toString().getBytes(StandardCharsets.ISO_8859_1);
        Secrets.kept(keys.resolve(FILE), () -> bytes);
    }

    /** Name of the database. */
    String database() {
        return part(2);
    }

    /** Address of the database {@code postgres} of the same server, where an administrator makes others. */
    String adminUrl() {
        String parameters = part(3);
        return "jdbc:postgresql://" + part(1) + "/postgres" + parameters;
    }

    private String part(int group) {
        Matcher matcher = URL.matcher(url);
        String found = matcher.matches() ? matcher.group(group) : null;
        return found == null ? "" : found;
    }

    private static String withScheme(String url) {
        return url.startsWith("jdbc:") ? url : "jdbc:" + url.replaceFirst("^postgres://", "postgresql://");
    }

    @Override
    public String toString() {
        return url;
    }
}
