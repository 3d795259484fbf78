package suluh.exports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import suluh.exports.Recognition.Format;
import suluh.exports.archive.ExportArchive;
import suluh.exports.cybertip.CybertipReader;
import suluh.exports.discord.DiscordPackageReader;
import suluh.exports.meta.MetaSections;
import suluh.exports.meta.page.MetaPageReader;
import suluh.exports.meta.returned.ReturnReader;
import suluh.exports.pdf.PdfPages;
import suluh.exports.signal.SignalReader;
import suluh.exports.telegramhtml.TelegramHtmlReader;
import suluh.exports.wacz.WaczPackageReader;
import suluh.exports.wacz.WaczPagesReader;
import suluh.exports.wacz.WaczSignatureReader;
import suluh.exports.warc.WarcReader;
import suluh.exports.whatsapp.WhatsappHeaders;
import suluh.exports.x.XReader;

/** Tells the format of a file from its path and its first bytes. */
final class FormatRecogniser {
    private static final Pattern META_THREAD = Pattern.compile("(?:^|.*/)message_\\d{1,6}\\.json");
    private static final Pattern TELEGRAM_RESULT = Pattern.compile("(?:^|.*/)result(?:_\\d{1,4})?\\.json");
    /** A line of CDX or CDXJ: key, time and a JSON object; or the head of a packed index. */
    private static final Pattern CAPTURE_INDEX =
            Pattern.compile("(?:[^\\s{}]+ \\d{14} \\{|!meta \\d+ \\{| CDX [A-Za-z ]+)");

    private static final int LONG_HEAD_BYTES = 4 << 20;
    private static final int SHOWN_KEYS = 6;

    private FormatRecogniser() {}

    static Recognition recognise(ExportFile file, byte[] head) throws IOException {
        if (head.length == 0) {
            return new Recognition(Format.ASIDE, "the file is empty");
        }
        if (startsWith(head, "PK\u0003\u0004") || startsWith(head, "PK\u0005\u0006")) {
            return Recognition.as(Format.ARCHIVE);
        }
        if (ExportArchive.opensGzip(head)) {
            return Recognition.as(Format.GZIP);
        }
        if (WarcReader.opens(head)) {
            return Recognition.as(Format.WARC);
        }
        if (MediaTypes.isMedia(file.fileName(), head)) {
            return Recognition.as(Format.MEDIA);
        }
        if (PdfPages.opens(head)) {
            return Recognition.as(Format.PDF);
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
        if (WaczPagesReader.opens(trimmed)) {
            return Recognition.as(Format.WACZ_PAGES);
        }
        if (CAPTURE_INDEX.matcher(trimmed).lookingAt()) {
            return new Recognition(Format.ASIDE, "an index of a capture; the records themselves are read");
        }
        if (trimmed.startsWith("{") || trimmed.startsWith("[")) {
            return json(file, path, head);
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

    /** A name of a megabyte can push the keys that tell a format out of the head; then more of the file is looked at. */
    private static Recognition json(ExportFile file, String path, byte[] head) throws IOException {
        Recognition found = json(file, path, JsonShape.of(head));
        if (found.format() != Format.NONE || head.length < MediaTypes.HEAD_BYTES) {
            return found;
        }
        try (InputStream in = file.open()) {
            return json(file, path, JsonShape.of(in.readNBytes(LONG_HEAD_BYTES)));
        }
    }

    private static Recognition json(ExportFile file, String path, JsonShape shape) {
        if (DiscordPackageReader.isPlace(file, shape.rootKeys())) {
            return Recognition.as(Format.DISCORD_PACKAGE);
        }
        if (shape.isObject()) {
            if (WaczPackageReader.opens(file.fileName(), shape.rootKeys())) {
                return Recognition.as(Format.WACZ_PACKAGE);
            }
            if (WaczSignatureReader.opens(file.fileName(), shape.rootKeys())) {
                return Recognition.as(Format.WACZ_SIGNATURE);
            }
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
            if (MetaSections.isSection(shape.rootKeys()) || MetaSections.isAlbum(path, shape.rootKeys())) {
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
