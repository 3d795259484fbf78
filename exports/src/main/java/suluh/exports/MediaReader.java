package suluh.exports;

import java.util.Locale;
import suluh.core.observation.FileReading;
import suluh.core.observation.Observation;
import suluh.core.observation.ObservationSink;
import suluh.core.observation.Platform;

/** Notes that a media file lies in the input; decodes nothing. */
final class MediaReader {
    static final String FORMAT = "media";

    private MediaReader() {}

    static FileReading read(ExportFile file, byte[] head, ObservationSink sink) {
        ReadingTally tally = new ReadingTally(file, FORMAT, sink);
        tally.emit(new Observation.Media(
                platform(file.fullPath().toLowerCase(Locale.ROOT)),
                file.fullPath(),
                file.sizeBytes(),
                tally.pointer(0, file.sizeBytes())));
        tally.recordRead();
        if (!MediaTypes.hasSignature(head)) {
            tally.alarm(
                    ReadingCode.VALUE_UNKNOWN,
                    "the file has a media name and its first bytes are of no media format known here",
                    0);
        }
        return tally.finish();
    }

    /** Service whose export the file lies in, by the folders around it; {@code WEB} when they name none. */
    private static Platform platform(String path) {
        if (path.contains("instagram")) {
            return Platform.INSTAGRAM;
        }
        if (path.contains("whatsapp")) {
            return Platform.WHATSAPP;
        }
        if (path.contains("telegram") || path.contains("chatexport")) {
            return Platform.TELEGRAM;
        }
        if (path.contains("tweets_media") || path.contains("direct_messages_media") || path.contains("twitter")) {
            return Platform.X;
        }
        if (path.contains("discord")) {
            return Platform.DISCORD;
        }
        if (path.contains("signal")) {
            return Platform.SIGNAL;
        }
        if (path.contains("messages/") || path.contains("messages.zip")) {
            return Platform.MESSENGER;
        }
        return path.contains("facebook") ? Platform.FACEBOOK : Platform.WEB;
    }
}
