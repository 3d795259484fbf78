package suluh.exports.discord;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import suluh.core.observation.Attachment;

/** Tells the kind of a file on Discord's servers from its name: neither export states one. */
public final class DiscordFiles {
    private DiscordFiles() {}

    /**
     * The attachment at an address.
     *
     * @param name file name where the source states one beside the address
     */
    public static Attachment attachment(String url, @Nullable String name) {
        return new Attachment(kind(name == null ? url : name), url, name, Attachment.Presence.REFERENCED);
    }

    private static Attachment.Kind kind(String name) {
        int end = name.indexOf('?');
        String path = end < 0 ? name : name.substring(0, end);
        String extension = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (extension) {
            case "jpg", "jpeg", "png", "webp", "heic", "bmp" -> Attachment.Kind.PHOTO;
            case "gif" -> Attachment.Kind.GIF;
            case "mp4", "mov", "webm", "mkv" -> Attachment.Kind.VIDEO;
            case "mp3", "ogg", "m4a", "wav", "flac", "opus" -> Attachment.Kind.AUDIO;
            default -> Attachment.Kind.FILE;
        };
    }
}
