package suluh.exports.discordexport;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import suluh.core.observation.ConversationRef;
import suluh.core.observation.ConversationType;
import suluh.core.observation.FileReading;
import suluh.core.observation.Observation;
import suluh.core.observation.ObservationSink;
import suluh.core.observation.Platform;
import suluh.core.observation.SourceTime;
import suluh.exports.ExportFile;
import suluh.exports.ReadingCode;
import suluh.exports.ReadingTally;
import suluh.exports.json.JsonCursor;
import suluh.exports.json.JsonDamage;
import suluh.exports.json.JsonTree;
import tools.jackson.core.JacksonException;

/**
 * Reads all messages of one channel, and checks what the export says of itself.
 *
 * <p>One pass and constant memory. Format page: docs/formats/discord-chat-exporter.md.
 */
public final class DiscordExporterReader {
    public static final String FORMAT = "discord-chat-exporter";

    private final ExportFile file;
    private final ReadingTally tally;
    private final ExportChecks checks;
    private JsonTree guild = JsonTree.EMPTY;
    private @Nullable ConversationRef conversation;
    private boolean insideRecord;
    private boolean hasMessages;
    private long messages;
    private long statedCount = -1;

    private DiscordExporterReader(ExportFile file, ReadingTally tally) {
        this.file = file;
        this.tally = tally;
        this.checks = new ExportChecks(file, tally);
    }

    /** Reads the whole file; a fault of the stream is an {@link IOException}, every other fault an alarm. */
    public static FileReading read(ExportFile file, ObservationSink sink) throws IOException {
        ReadingTally tally = new ReadingTally(file, FORMAT, sink);
        DiscordExporterReader reader = new DiscordExporterReader(file, tally);
        try (JsonCursor json = JsonCursor.open(file)) {
            reader.readRoot(json);
        } catch (JacksonException e) {
            JsonDamage.tell(e, reader.insideRecord, tally);
        }
        reader.checks.parts();
        return tally.finish();
    }

    private void readRoot(JsonCursor json) throws IOException {
        json.next();
        if (!json.atObject()) {
            tally.damaged(ReadingCode.TYPE_UNEXPECTED, "the file does not begin with an object", 0);
            return;
        }
        long start = json.tokenStart();
        while (json.nextKey()) {
            String key = json.key();
            json.next();
            readKey(key, json, start);
        }
        if (!hasMessages) {
            tally.alarm(ReadingCode.RECORD_INCOMPLETE, "the export has no section messages", start);
        }
        checks.count(statedCount, messages);
        if (json.next() != null) {
            tally.damaged(ReadingCode.JSON_INVALID, "something follows the end of the root object", json.tokenStart());
        }
    }

    private void readKey(String key, JsonCursor json, long start) throws IOException {
        switch (key) {
            case "guild" -> guild = isObject(key, json) ? ExporterKeys.GUILD.read(json, tally) : JsonTree.EMPTY;
            case "channel" -> {
                if (isObject(key, json)) {
                    JsonTree channel = ExporterKeys.CHANNEL.read(json, tally);
                    readChannel(channel, start, json.position());
                }
            }
            case "dateRange" -> {
                if (isObject(key, json)) {
                    checks.range(ExporterKeys.DATE_RANGE.read(json, tally), start);
                }
            }
            case "exportedAt" -> json.skip();
            case "messages" -> readMessages(json);
            case "messageCount" -> statedCount = count(json);
            default -> {
                tally.unknownKey("export", key, json.tokenStart());
                json.skip();
            }
        }
    }

    private boolean isObject(String key, JsonCursor json) throws IOException {
        if (json.atObject()) {
            return true;
        }
        tally.unexpectedType("export", key, json.tokenStart());
        json.skip();
        return false;
    }

    private static long count(JsonCursor json) throws IOException {
        String text = json.textOrNull();
        return text != null && text.matches("\\d{1,12}") ? Long.parseLong(text) : -1;
    }

    private void readChannel(JsonTree channel, long start, long end) {
        String id = channel.textAt("id");
        String guildName = guild.textAt("name");
        String name = channel.textAt("name");
        String type = channel.textAt("type");
        boolean isPrivate = type != null && type.startsWith("Direct");
        String title = isPrivate || guildName == null ? name : guildName + (name == null ? "" : " / " + name);
        ConversationRef ref =
                new ConversationRef(Platform.DISCORD, id == null ? "file/" + file.fullPath() : id, title, type(type));
        conversation = ref;
        tally.emit(new Observation.Group(
                ref, channel.textAt("topic"), null, -1, SourceTime.absent(), tally.pointer(start, end - start)));
    }

    private ConversationType type(@Nullable String type) {
        return switch (type) {
            case null -> ConversationType.UNKNOWN;
            case "DirectTextChat" -> ConversationType.DIRECT;
            case "DirectGroupTextChat" -> ConversationType.GROUP;
            case "GuildNews", "GuildNewsThread" -> ConversationType.CHANNEL;
            default -> {
                if (type.startsWith("Guild")) {
                    yield ConversationType.GROUP;
                }
                tally.alarmOnce(
                        ReadingCode.VALUE_UNKNOWN, "channel type", "the channel has a type that is not known", -1);
                yield ConversationType.UNKNOWN;
            }
        };
    }

    private void readMessages(JsonCursor json) throws IOException {
        hasMessages = true;
        if (!json.atArray()) {
            tally.unexpectedType("export", "messages", json.tokenStart());
            tally.recordNotUnderstood();
            json.skip();
            return;
        }
        ExportedMessage reader = new ExportedMessage(channel(), tally);
        while (json.nextElement()) {
            messages++;
            long start = json.tokenStart();
            if (!json.atObject()) {
                json.skip();
                tally.recordNotUnderstood();
                tally.alarmOnce(ReadingCode.TYPE_UNEXPECTED, "element", "an element of messages is no object", start);
                continue;
            }
            insideRecord = true;
            JsonTree message = ExporterKeys.MESSAGE.read(json, tally);
            insideRecord = false;
            reader.read(message, tally.pointer(start, json.position() - start));
        }
    }

    private ConversationRef channel() {
        ConversationRef known = conversation;
        if (known != null) {
            return known;
        }
        tally.alarm(
                ReadingCode.RECORD_INCOMPLETE,
                "messages stand before or without a channel; they are kept as a conversation of this file",
                -1);
        return new ConversationRef(Platform.DISCORD, "file/" + file.fullPath(), null, ConversationType.UNKNOWN);
    }
}
