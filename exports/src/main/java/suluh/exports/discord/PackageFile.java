package suluh.exports.discord;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import suluh.exports.ExportFile;

/**
 * What a file of a package is, told from its place.
 *
 * @param kind what it holds
 * @param channel id in the name of its folder; empty where there is none
 */
record PackageFile(Kind kind, String channel) {
    /** Kind of file. */
    enum Kind {
        USER,
        CHANNEL,
        CHANNEL_INDEX,
        MESSAGES_JSON,
        MESSAGES_CSV,
        ASIDE
    }

    private static final Pattern CHANNEL_FILE =
            Pattern.compile("(?:.*/)?messages/c?(\\d{5,20})/(channel\\.json|messages\\.json|messages\\.csv)");
    private static final Pattern ASIDE = Pattern.compile("(?:.*/)?(?:servers/(?:index|\\d{5,20}/[a-z-]+)\\.json"
            + "|activity/(?:analytics|modeling|reporting|tns)/events-[\\w-]+\\.json"
            + "|account/(?:applications/.*|quests\\.json|user_data_application_\\d+\\.json))");

    /** What the file is; empty when its place is none of a package. */
    static Optional<PackageFile> of(ExportFile file) {
        String path = file.fullPath().toLowerCase(Locale.ROOT);
        Matcher matcher = CHANNEL_FILE.matcher(path);
        if (matcher.matches()) {
            Kind kind = switch (matcher.group(2)) {
                case "channel.json" -> Kind.CHANNEL;
                case "messages.csv" -> Kind.MESSAGES_CSV;
                default -> Kind.MESSAGES_JSON;
            };
            return Optional.of(new PackageFile(kind, matcher.group(1)));
        }
        if (inFolder(path, "account", "user.json")) {
            return Optional.of(new PackageFile(Kind.USER, ""));
        }
        if (inFolder(path, "messages", "index.json")) {
            return Optional.of(new PackageFile(Kind.CHANNEL_INDEX, ""));
        }
        return ASIDE.matcher(path).matches() ? Optional.of(new PackageFile(Kind.ASIDE, "")) : Optional.empty();
    }

    private static boolean inFolder(String path, String folder, String name) {
        String end = folder + "/" + name;
        return path.equals(end) || path.endsWith("/" + end);
    }
}
