package suluh.core.bag;

import java.util.regex.Pattern;

/** Paths as manifests and fetch lists write them; one that leads out of the bag is refused on every system. */
final class BagPath {
    /** A drive letter, a home folder, a variable of a shell, the root, a share. */
    private static final Pattern LEADS_OUT = Pattern.compile("(?s)[A-Za-z]:.*|~.*|%[A-Za-z]+%.*|/.*|\\\\.*");

    private static final Pattern PARENT = Pattern.compile("(?s)(.*[/\\\\])?\\\\?\\.\\\\?\\.([/\\\\].*)?");

    private BagPath() {}

    /**
     * The path that a line means.
     *
     * @param list file that the line stands in, for the fault
     */
    static String of(String list, String written, BagVersion version) throws BagFault {
        String path = written.startsWith("./") ? written.substring(2) : written;
        if (version.isRfc8493()) {
            path = decoded(path);
        }
        if (path.isEmpty()
                || LEADS_OUT.matcher(path).matches()
                || PARENT.matcher(path).matches()) {
            throw new BagFault(list, "paths inside the bag", "a path that leads out of it, or none");
        }
        return path;
    }

    /** RFC 8493, 2.1.3: only line feed, carriage return and the percent sign are encoded. */
    private static String decoded(String path) {
        return path.replaceAll("(?i)%0A", "\n").replaceAll("(?i)%0D", "\r").replace("%25", "%");
    }
}
