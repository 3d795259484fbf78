package suluh.exports;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** Tells pictures, videos and sound from other files by their first bytes, or by name where bytes say nothing. */
public final class MediaTypes {
    /** Bytes from the start of a file that recognition looks at. */
    public static final int HEAD_BYTES = 32 << 10;

    private static final Set<String> EXTENSIONS = Set.of(
            "jpg", "jpeg", "png", "gif", "webp", "heic", "heif", "bmp", "tif", "tiff", "avif", "mp4", "mov", "m4v",
            "3gp", "avi", "mkv", "webm", "mp3", "m4a", "aac", "ogg", "oga", "opus", "wav", "amr", "flac", "tgs");

    private MediaTypes() {}

    /** True for a media file. */
    public static boolean isMedia(String name, byte[] head) {
        return hasSignature(head) || (hasMediaName(name) && !looksLikeText(head));
    }

    /** True when the first bytes are those of a media format. */
    public static boolean hasSignature(byte[] head) {
        return starts(head, 0, 0xFF, 0xD8, 0xFF)
                || starts(head, 0, 0x89, 'P', 'N', 'G')
                || starts(head, 0, 'G', 'I', 'F', '8')
                || (starts(head, 0, 'R', 'I', 'F', 'F') && riffMedia(head))
                || starts(head, 4, 'f', 't', 'y', 'p')
                || starts(head, 0, 'O', 'g', 'g', 'S')
                || starts(head, 0, 'I', 'D', '3')
                || starts(head, 0, 'f', 'L', 'a', 'C')
                || starts(head, 0, '#', '!', 'A', 'M', 'R')
                || starts(head, 0, 0x1A, 0x45, 0xDF, 0xA3)
                || starts(head, 0, 'I', 'I', 0x2A, 0)
                || starts(head, 0, 'M', 'M', 0, 0x2A);
    }

    private static boolean riffMedia(byte[] head) {
        return starts(head, 8, 'W', 'E', 'B', 'P')
                || starts(head, 8, 'W', 'A', 'V', 'E')
                || starts(head, 8, 'A', 'V', 'I');
    }

    private static boolean hasMediaName(String name) {
        int dot = name.lastIndexOf('.');
        return dot >= 0 && EXTENSIONS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    /** A page or a JSON file under a picture's name is a page or a JSON file; so are archives and documents. */
    private static boolean looksLikeText(byte[] head) {
        String text = new String(head, 0, Math.min(head.length, 64), StandardCharsets.ISO_8859_1).stripLeading();
        return text.startsWith("{")
                || text.startsWith("[")
                || text.startsWith("<")
                || text.startsWith("PK\u0003\u0004")
                || text.startsWith("%PDF");
    }

    private static boolean starts(byte[] head, int at, int... expected) {
        if (head.length < at + expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if ((head[at + i] & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }
}
