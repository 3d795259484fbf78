package suluh.exports.telegram;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import suluh.core.observation.Attachment;

/** What came with a message, in a fixed order: photo, file, hidden links, contact, place, poll. */
final class TelegramAttachments {
    private TelegramAttachments() {}

    static List<Attachment> of(MessageRecord message) {
        if (message.photo == null
                && message.file == null
                && message.hiddenLinks.isEmpty()
                && !message.hasContact
                && !message.hasLocation
                && !message.hasPoll) {
            return List.of();
        }
        List<Attachment> found = new ArrayList<>(2);
        if (message.photo != null) {
            found.add(stored(Attachment.Kind.PHOTO, message.photo, null));
        }
        if (message.file != null) {
            found.add(stored(fileKind(message.mediaType), message.file, message.fileName));
        }
        for (String link : message.hiddenLinks) {
            found.add(new Attachment(Attachment.Kind.LINK, link, null, Attachment.Presence.REFERENCED));
        }
        if (message.hasContact) {
            found.add(said(Attachment.Kind.CONTACT));
        }
        if (message.hasLocation) {
            found.add(said(Attachment.Kind.LOCATION));
        }
        if (message.hasPoll) {
            found.add(said(Attachment.Kind.POLL));
        }
        return found;
    }

    /** Telegram puts a sentence in brackets where the file was not exported. */
    private static Attachment stored(Attachment.Kind kind, String path, @Nullable String name) {
        boolean omitted = path.startsWith("(");
        return new Attachment(kind, path, name, omitted ? Attachment.Presence.OMITTED : Attachment.Presence.REFERENCED);
    }

    private static Attachment said(Attachment.Kind kind) {
        return new Attachment(kind, null, null, Attachment.Presence.REFERENCED);
    }

    private static Attachment.Kind fileKind(@Nullable String mediaType) {
        if (mediaType == null) {
            return Attachment.Kind.FILE;
        }
        return switch (mediaType) {
            case "sticker" -> Attachment.Kind.STICKER;
            case "video_file", "video_message" -> Attachment.Kind.VIDEO;
            case "audio_file", "voice_message" -> Attachment.Kind.AUDIO;
            case "animation" -> Attachment.Kind.GIF;
            default -> Attachment.Kind.FILE;
        };
    }
}
