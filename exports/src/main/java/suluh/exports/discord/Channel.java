package suluh.exports.discord;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import suluh.core.observation.ConversationRef;
import suluh.core.observation.ConversationType;
import suluh.core.observation.Platform;
import suluh.exports.ExportFile;
import suluh.exports.Neighbours;
import suluh.exports.json.JsonCursor;
import suluh.exports.json.JsonTree;
import tools.jackson.core.JacksonException;

/**
 * A channel as {@code channel.json} states it.
 *
 * @param conversation the channel; its id is Discord's own and the same in every export
 * @param recipients ids of those who take part in a private channel
 */
record Channel(ConversationRef conversation, List<String> recipients) {
    /** Threads of large groups name up to some hundred recipients. */
    private static final int MAX_BYTES = 4 << 20;

    Channel {
        recipients = List.copyOf(recipients);
    }

    /** The channel of this record; {@code folderId} stands in where the record states no id. */
    static Channel of(JsonTree record, String folderId) {
        String id = record.textAt("id") == null ? folderId : record.textAt("id");
        String guild = record.textAt("guild", "name");
        String name = record.textAt("name");
        String title = guild == null ? name : guild + (name == null ? "" : " / " + name);
        List<String> recipients = record.at("recipients").elements().stream()
                .map(JsonTree::text)
                .filter(text -> text != null && !text.isEmpty() && text.chars().allMatch(Character::isDigit))
                .map(String::valueOf)
                .toList();
        return new Channel(
                new ConversationRef(Platform.DISCORD, id == null ? folderId : id, title, type(record.textAt("type"))),
                recipients);
    }

    /** The channel whose folder the file lies in; empty when its {@code channel.json} is not there or not readable. */
    static Optional<Channel> beside(ExportFile file, String folderId) throws IOException {
        Optional<InputStream> found = file.neighbours().open(Neighbours.beside(file, "channel.json"));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = found.get();
                JsonCursor json = JsonCursor.of(new java.io.ByteArrayInputStream(in.readNBytes(MAX_BYTES)))) {
            json.next();
            return Optional.of(of(JsonTree.read(json, () -> {}), folderId));
        } catch (JacksonException e) {
            // Its damage is told by its own reading.
            return Optional.empty();
        }
    }

    /** Numbers of Discord's API until 2023, words since. */
    private static ConversationType type(@Nullable String type) {
        if (type == null) {
            return ConversationType.UNKNOWN;
        }
        return switch (type) {
            case "1", "DM" -> ConversationType.DIRECT;
            case "5", "GUILD_ANNOUNCEMENT", "GUILD_NEWS" -> ConversationType.CHANNEL;
            case "0", "2", "3", "10", "11", "12", "13", "15", "16" -> ConversationType.GROUP;
            default ->
                type.startsWith("GUILD_") || type.equals("GROUP_DM") || type.endsWith("_THREAD")
                        ? ConversationType.GROUP
                        : ConversationType.UNKNOWN;
        };
    }
}
