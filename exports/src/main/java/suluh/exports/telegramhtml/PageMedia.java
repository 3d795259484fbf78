package suluh.exports.telegramhtml;

import java.util.List;
import org.jspecify.annotations.Nullable;
import suluh.core.observation.Attachment;

/** Tells what an element of a message's media is from the class that the writer gives it. */
final class PageMedia {
    private static final String NOT_INCLUDED = "Not included";

    private PageMedia() {}

    /** The attachment of an element inside {@code media_wrap}. */
    static Attachment attachment(Element media) {
        List<Element> titles = media.all("title");
        String title = titles.isEmpty() ? null : titles.getFirst().text().strip();
        String href = media.attribute("href");
        if (href == null) {
            href = firstHref(media);
        }
        boolean omitted = media.text().contains(NOT_INCLUDED);
        return new Attachment(
                kind(media), href, title, omitted ? Attachment.Presence.OMITTED : Attachment.Presence.REFERENCED);
    }

    private static @Nullable String firstHref(Element media) {
        for (Element child : media.children()) {
            if (child.attribute("href") != null) {
                return child.attribute("href");
            }
        }
        return null;
    }

    private static Attachment.Kind kind(Element media) {
        for (String name : media.classes()) {
            switch (name) {
                case "photo_wrap", "media_photo" -> {
                    return Attachment.Kind.PHOTO;
                }
                case "video_file_wrap", "media_video" -> {
                    return Attachment.Kind.VIDEO;
                }
                case "animated_wrap" -> {
                    return Attachment.Kind.GIF;
                }
                case "sticker_wrap" -> {
                    return Attachment.Kind.STICKER;
                }
                case "media_voice_message", "media_audio_file" -> {
                    return Attachment.Kind.AUDIO;
                }
                case "media_file" -> {
                    return Attachment.Kind.FILE;
                }
                case "media_contact" -> {
                    return Attachment.Kind.CONTACT;
                }
                case "media_location", "media_live_location", "media_venue" -> {
                    return Attachment.Kind.LOCATION;
                }
                case "media_poll" -> {
                    return Attachment.Kind.POLL;
                }
                default -> {
                    // Classes of layout say nothing of the kind.
                }
            }
        }
        return Attachment.Kind.UNSTATED;
    }
}
