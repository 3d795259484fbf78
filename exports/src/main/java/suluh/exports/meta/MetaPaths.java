package suluh.exports.meta;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import suluh.core.observation.Platform;
import suluh.exports.ExportFile;

/**
 * Where a file stands in its export.
 *
 * <p>The root of an export is the path before its first folder of known name, without the part number of a split
 * archive: parts of one export share it, and two exports do not.
 */
public final class MetaPaths {
    private static final Set<String> TOP_FOLDERS = Set.of(
            "messages",
            "groups",
            "friends",
            "connections",
            "personal_information",
            "profile_information",
            "security_and_login_information",
            "about_you");
    private static final Pattern PART = Pattern.compile("(.*[^0-9-])?(?:[-_.](?:part)?[-_]?\\d{1,2})");
    private static final Pattern ENDS_IN_DATE = Pattern.compile(".*\\d{4}[-_]\\d{2}[-_]\\d{2}");
    private static final Pattern MESSAGE_PART = Pattern.compile("(?:message_\\d{1,6}|(.+))\\.(?:json|html)");
    private static final char SEPARATOR = '|';

    private MetaPaths() {}

    /** Root of the export that a file belongs to; {@code .} when it stands at the top of the input. */
    public static String root(ExportFile file) {
        return root(file.fullPath());
    }

    static String root(String fullPath) {
        String[] parts = fullPath.split("/");
        StringBuilder root = new StringBuilder();
        for (int i = 0; i < parts.length - 1 && !isTop(parts[i]); i++) {
            root.append(root.isEmpty() ? "" : "/").append(withoutPart(parts[i]));
        }
        return root.isEmpty() ? "." : root.toString();
    }

    /** Root of the export that a conversation id of these readers was made of. */
    public static String rootOf(String conversationId) {
        int at = conversationId.lastIndexOf(SEPARATOR);
        return at < 0 ? "" : conversationId.substring(0, at);
    }

    /** Conversation id: the export, and the thread or group within it. */
    public static String conversationId(String root, String thread) {
        return root + SEPARATOR + thread.replace(SEPARATOR, '/');
    }

    /** Thread or group within its export, out of a conversation id of these readers. */
    static String threadOf(String conversationId) {
        return conversationId.substring(conversationId.lastIndexOf(SEPARATOR) + 1);
    }

    /** Thread of a file whose content does not say: its path behind the root without the number of the part. */
    public static String threadPath(ExportFile file) {
        return threadPath(file.fullPath());
    }

    static String threadPath(String fullPath) {
        String[] parts = fullPath.split("/");
        int top = 0;
        while (top < parts.length - 1 && !isTop(parts[top])) {
            top++;
        }
        if (top == parts.length - 1) {
            top = -1;
        }
        while (top + 1 < parts.length - 1 && (isTop(parts[top + 1]) || parts[top + 1].equals("messages"))) {
            top++;
        }
        StringBuilder path = new StringBuilder();
        for (int i = Math.max(top + 1, top < 0 ? parts.length - 1 : 0); i < parts.length - 1; i++) {
            path.append(path.isEmpty() ? "" : "/").append(parts[i]);
        }
        Matcher name = MESSAGE_PART.matcher(parts[parts.length - 1]);
        String own = name.matches() && name.group(1) == null ? "" : parts[parts.length - 1];
        path.append(path.isEmpty() || own.isEmpty() ? "" : "/").append(own);
        return path.isEmpty() ? "thread" : path.toString();
    }

    /** Instagram when the path names it, else Messenger: the threads of both look the same. */
    public static Platform threadPlatform(ExportFile file) {
        return isInstagram(file) ? Platform.INSTAGRAM : Platform.MESSENGER;
    }

    /** Instagram when the path names it, else Facebook. */
    static Platform sectionPlatform(ExportFile file) {
        return isInstagram(file) ? Platform.INSTAGRAM : Platform.FACEBOOK;
    }

    private static boolean isInstagram(ExportFile file) {
        return file.fullPath().toLowerCase(Locale.ROOT).contains("instagram");
    }

    private static boolean isTop(String folder) {
        return TOP_FOLDERS.contains(folder) || folder.startsWith("your_");
    }

    /** {@code facebook-x-2.zip!} becomes {@code facebook-x}; a date at the end is no part number. */
    private static String withoutPart(String folder) {
        if (!folder.endsWith("!")) {
            return folder;
        }
        String name = folder.substring(0, folder.length() - 1);
        name = name.toLowerCase(Locale.ROOT).endsWith(".zip") ? name.substring(0, name.length() - 4) : name;
        Matcher part = PART.matcher(name);
        boolean strip = part.matches()
                && part.group(1) != null
                && !ENDS_IN_DATE.matcher(name).matches();
        return strip ? part.group(1) : name;
    }
}
