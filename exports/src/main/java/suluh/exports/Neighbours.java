package suluh.exports;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;

/**
 * The other files of what was handed in, for readers whose file says only half: whose it is, or what must lie beside it.
 *
 * <p>Names are full paths, as {@link ExportFile#fullPath()} gives them. Answers depend on the input alone and not on
 * what was read before, so that files can be read in any order.
 */
public interface Neighbours {
    /** True when a file that is not found is really not there. */
    boolean areKnown() throws IOException;

    /** True when there is a file of this name. */
    boolean has(String fullPath) throws IOException;

    /** Full paths of all files, where they can be listed at once: those of one archive; else none. */
    default Set<String> names() throws IOException {
        return Set.of();
    }

    /** The bytes of the file of this name; empty when there is none. */
    Optional<InputStream> open(String fullPath) throws IOException;

    /** Nothing is known of other files. */
    static Neighbours unknown() {
        return new Neighbours() {
            @Override
            public boolean areKnown() {
                return false;
            }

            @Override
            public boolean has(String fullPath) {
                return false;
            }

            @Override
            public Optional<InputStream> open(String fullPath) {
                return Optional.empty();
            }
        };
    }

    /**
     * Full path of a file named from another's folder, or the empty string when the way leads out of the input.
     *
     * @param relative {@code account.js}, {@code ../account/user.json}
     */
    static String beside(ExportFile file, String relative) {
        String full = file.fullPath();
        Deque<String> parts = new ArrayDeque<>();
        String folder = full.substring(0, Math.max(0, full.lastIndexOf('/')));
        for (String part : (folder + "/" + relative).split("/")) {
            if (part.equals("..")) {
                if (parts.pollLast() == null) {
                    return "";
                }
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return String.join("/", parts);
    }
}
