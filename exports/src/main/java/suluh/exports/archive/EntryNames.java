package suluh.exports.archive;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipEntry;

/** Gives each entry of one archive a path of its own, the same in every pass over the archive. */
final class EntryNames {
    /** Longest name taken; file systems end at 4,096. */
    private static final int MAX_CHARS = 4_096;

    private final Set<String> given = new HashSet<>();
    private boolean repeated;

    /**
     * Path of the next entry: its name with {@code /} as separator; a name that stood before gets {@code #2} and so on.
     */
    String next(ZipEntry entry) {
        String name = written(entry.getName());
        String path = name;
        repeated = given.contains(name);
        for (int copy = 2; !given.add(path); copy++) {
            path = name + "#" + copy;
        }
        return path;
    }

    /** True when the name that {@link #next} saw last had stood before. */
    boolean wasRepeated() {
        return repeated;
    }

    /** True when a name's bytes, one character for each, are neither ASCII nor UTF-8, so that its characters are a guess. */
    static boolean isForeign(String raw) {
        return text(raw).equals(raw) && raw.chars().anyMatch(c -> c > 0x7F);
    }

    /** True when an entry of this name was there; the name as in the directory, one character for each byte. */
    boolean hasSeen(String raw) {
        // A name that says it is UTF-8 was decoded once before it came here, and again when it still looked packed.
        return given.contains(written(raw)) || given.contains(written(written(raw)));
    }

    private static String written(String raw) {
        return text(raw).replace('\\', '/');
    }

    /** True when a path, taken as a file name, would stay inside the archive's folder and shows what it is. */
    static boolean isSafe(String path) {
        if (path.isEmpty() || path.length() > MAX_CHARS || path.startsWith("/") || path.contains("!/")) {
            return false;
        }
        if (path.length() > 1 && path.charAt(1) == ':') {
            return false;
        }
        for (String part : path.split("/")) {
            if (part.equals("..")) {
                return false;
            }
        }
        return path.chars().noneMatch(Character::isISOControl);
    }

    /** Archives often hold UTF-8 without saying so; what is valid UTF-8 beyond ASCII is hardly anything else. */
    private static String text(String latin) {
        byte[] bytes = new byte[latin.length()];
        for (int i = 0; i < bytes.length; i++) {
            if (latin.charAt(i) > 0xFF) {
                return latin;
            }
            bytes[i] = (byte) latin.charAt(i);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return latin;
        }
    }
}
