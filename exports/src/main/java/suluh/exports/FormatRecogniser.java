package suluh.exports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import suluh.exports.Recognition.Format;
import suluh.exports.cybertip.CybertipReader;
import suluh.exports.discord.DiscordPackageReader;
import suluh.exports.meta.MetaSections;
import suluh.exports.meta.page.MetaPageReader;
import suluh.exports.meta.returned.ReturnReader;
import suluh.exports.signal.SignalReader;
import suluh.exports.telegramhtml.TelegramHtmlReader;
import suluh.exports.whatsapp.WhatsappHeaders;
import suluh.exports.x.XReader;

/** Tells the format of a file from its path and its first bytes. */
final class FormatRecogniser {
    private static final Pattern META_THREAD = Pattern.compile("(?:^|.*/)message_\\d{1,6}\\.json");
    private static final Pattern TELEGRAM_RESULT = Pattern.compile("(?:^|.*/)result(?:_\\d{1,4})?\\.json");
    private static final int SHOWN_KEYS = 6;

    private FormatRecogniser() {}

    static Recognition recognise(ExportFile file, byte[] head) throws IOException {
        if (head.length == 0) {
            return new Recognition(Format.EMPTY, "the file is empty");
        }
        if (startsWith(head, "PK\u0003\u0004") || startsWith(head, "PK\u0005\u0006")) {
            return Recognition.as(Format.ARCHIVE);
        }
        if (MediaTypes.isMedia(file.fileName(), head)) {
            return Recognition.as(Format.MEDIA);
        }
        if (startsWith(head, "%PDF")) {
            return Recognition.none("a PDF document; no reader takes its text yet");
        }
        if (isUtf16(head)) {
            return Recognition.none("text in UTF-16, which no known export uses; expected UTF-8");
        }
        return text(file, head);
    }

    private static Recognition text(ExportFile file, byte[] head) throws IOException {
        String start = new String(head, StandardCharsets.UTF_8);
        String trimmed = (start.startsWith("\uFEFF") ? start.substring(1) : start).stripLeading();
        String path = file.fullPath().toLowerCase(Locale.ROOT);
        if (trimmed.startsWith("<")) {
            return markup(trimmed, path);
        }
        boolean chatName = path.contains("whatsapp") || path.endsWith("_chat.txt");
        if (WhatsappHeaders.opens(trimmed) || (chatName && WhatsappHeaders.holdsHead(trimmed))) {
            return Recognition.as(Format.WHATSAPP);
        }
        if (SignalReader.opens(trimmed)) {
            return Recognition.as(Format.SIGNAL);
        }
        if (XReader.opens(head)) {
            return Recognition.as(Format.X_ARCHIVE);
        }
        if (DiscordPackageReader.isTable(file)) {
            return Recognition.as(Format.DISCORD_PACKAGE);
        }
        if (trimmed.startsWith("{") || trimmed.startsWith("[")) {
            return json(file, path, JsonShape.of(head));
        }
        if (path.endsWith(".json")) {
            return Recognition.none("the name says JSON and the bytes are not");
        }
        return Recognition.none(binary(head) ? "bytes in no known format" : "text in the form of no known export");
    }

    private static Recognition markup(String start, String path) {
        String lower = start.substring(0, Math.min(start.length(), 2_000)).toLowerCase(Locale.ROOT);
        if (!lower.contains("<html") && !lower.contains("<!doctype html")) {
            return CybertipReader.looksLikeReport(start)
                    ? Recognition.as(Format.CYBERTIP_XML)
                    : Recognition.none("XML in the form of no known export");
        }
        if (ReturnReader.looksLikeReturn(path, start)) {
            return Recognition.as(Format.META_RETURN);
        }
        if (MetaPageReader.looksLikeThread(path, start)) {
            return Recognition.as(Format.META_PAGE);
        }
        if (path.contains("your_facebook") || path.contains("your_activity") || path.contains("your_instagram")) {
            return Recognition.none("a page of a Meta export made as HTML, and no thread; ask for the JSON form");
        }
        if (TelegramHtmlReader.opens(path.substring(path.lastIndexOf('/') + 1), lower)) {
            return Recognition.as(Format.TELEGRAM_HTML);
        }
        return Recognition.none("an HTML page; no reader takes it yet");
    }

    private static Recognition json(ExportFile file, String path, JsonShape shape) {
        if (DiscordPackageReader.isPlace(file, shape.rootKeys())) {
            return Recognition.as(Format.DISCORD_PACKAGE);
        }
        if (shape.isObject()) {
            if (shape.hasRoot("guild", "channel")) {
                return Recognition.as(Format.DISCORD_CHAT_EXPORTER);
            }
            if (shape.hasAnyMessageKey("sender_name", "timestamp_ms", "senderName")
                    || shape.hasRoot("participants", "messages")
                    || shape.hasRoot("participants", "threadName")) {
                return Recognition.as(Format.META_MESSAGES);
            }
            if (shape.hasAnyMessageKey("date_unixtime", "from_id", "actor_id", "date", "text_entities")
                    || shape.hasRoot("name", "type", "id", "messages")
                    || shape.hasRoot("personal_information")
                    || shape.hasRoot("chats")) {
                return Recognition.as(Format.TELEGRAM);
            }
            if (MetaSections.isSection(shape.rootKeys())) {
                return Recognition.as(Format.META_SECTION);
            }
        }
        if (!shape.isObject() && MetaSections.isBareList(path, shape.rootKeys())) {
            return Recognition.as(Format.META_SECTION);
        }
        if (META_THREAD.matcher(path).matches()) {
            return Recognition.as(Format.META_MESSAGES);
        }
        if (TELEGRAM_RESULT.matcher(path).matches()) {
            return Recognition.as(Format.TELEGRAM);
        }
        boolean meta =
                path.contains("your_") || path.contains("personal_information/") || path.contains("/connections/");
        String kind =
                meta ? "a section of a Meta export that no reader knows; " : "JSON in the form of no known export; ";
        return Recognition.none(kind + keys(shape));
    }

    private static String keys(JsonShape shape) {
        if (shape.rootKeys().isEmpty()) {
            return "it shows no keys";
        }
        StringBuilder out = new StringBuilder(shape.isObject() ? "its keys: " : "an array of records with the keys: ");
        String comma = "";
        for (String key : shape.rootKeys().stream().limit(SHOWN_KEYS).toList()) {
            out.append(comma).append(KeyNames.shown(key));
            comma = ", ";
        }
        return out.toString();
    }

    private static boolean isUtf16(byte[] head) {
        if (head.length < 2) {
            return false;
        }
        int first = head[0] & 0xFF;
        int second = head[1] & 0xFF;
        return (first == 0xFE && second == 0xFF)
                || (first == 0xFF && second == 0xFE)
                || (first == 0 && second != 0)
                || (first != 0 && second == 0 && first < 0x80);
    }

    private static boolean binary(byte[] head) {
        for (byte b : head) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWith(byte[] head, String latin) {
        if (head.length < latin.length()) {
            return false;
        }
        for (int i = 0; i < latin.length(); i++) {
            if ((head[i] & 0xFF) != latin.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
