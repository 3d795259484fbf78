package suluh.exports.whatsapp;

import java.util.List;
import java.util.Locale;
import suluh.exports.ExportFile;

/** Finds the name of a chat in the names of the file, its folder or its archive. */
final class ChatName {
    private static final List<String> PREFIXES = PlatformWords.of(PlatformWords.Key.CHAT);

    private ChatName() {}

    /** Name without the words around it; empty when no name says any. */
    static String of(ExportFile file) {
        String[] parts = file.fullPath().split("/");
        for (int i = parts.length - 1; i >= 0; i--) {
            String part = stem(parts[i]);
            String lower = part.toLowerCase(Locale.ROOT);
            for (String prefix : PREFIXES) {
                if (lower.startsWith(prefix + " ")) {
                    return part.substring(prefix.length()).strip();
                }
            }
            if (!lower.equals("_chat")) {
                return part;
            }
        }
        return "";
    }

    private static String stem(String part) {
        String name = part.endsWith("!") ? part.substring(0, part.length() - 1) : part;
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".txt") || lower.endsWith(".zip") ? name.substring(0, name.length() - 4) : name;
    }
}
