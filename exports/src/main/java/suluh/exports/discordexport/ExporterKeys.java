package suluh.exports.discordexport;

import suluh.exports.json.RecordKeys;

/** Keys of the program's versions 2.30 to 2.46, as its JSON writer names them. */
final class ExporterKeys {
    static final RecordKeys GUILD =
            RecordKeys.of("guild").keep("id", "name").pass("iconUrl").build();

    static final RecordKeys CHANNEL = RecordKeys.of("channel")
            .keep("id", "type", "name", "topic", "category")
            .pass("categoryId", "iconUrl")
            .build();

    static final RecordKeys DATE_RANGE =
            RecordKeys.of("dateRange").keep("after", "before").build();

    private static final RecordKeys.Builder ATTACHMENT =
            RecordKeys.of("attachment").keep("url", "fileName").pass("id", "fileSizeBytes");

    private static final RecordKeys.Builder STICKER =
            RecordKeys.of("sticker").keep("name", "sourceUrl").pass("id", "format");

    private static final RecordKeys.Builder EMBED = RecordKeys.of("embed")
            .keep("url", "title", "description")
            .pass("timestamp", "color", "author", "thumbnail", "image", "images", "video", "footer", "fields")
            .pass("inlineEmojis", "type");

    private static final RecordKeys.Builder REACTION = RecordKeys.of("reaction")
            .keep("emoji", RecordKeys.of("emoji").keep("name").pass("id", "code", "isAnimated", "imageUrl"))
            .keep("count")
            .keep("users", user("user of a reaction"));

    static final RecordKeys MESSAGE = RecordKeys.of("message")
            .keep("id", "type", "timestamp", "content")
            .keep("author", user("author"))
            .keep("attachments", ATTACHMENT)
            .keep("stickers", STICKER)
            .keep("embeds", EMBED)
            .keep("reactions", REACTION)
            .keep("mentions", user("mention"))
            .keep("reference", RecordKeys.of("reference").keep("messageId").pass("channelId", "guildId", "type"))
            .keep(
                    "forwardedMessage",
                    RecordKeys.of("forwardedMessage")
                            .keep("content", "timestamp")
                            .keep("attachments", ATTACHMENT)
                            .keep("stickers", STICKER)
                            .keep("embeds", EMBED)
                            .pass("timestampEdited", "mentions", "inlineEmojis", "id", "channelId"))
            .pass("timestampEdited", "callEndedTimestamp", "isPinned", "interaction", "inlineEmojis", "poll", "flags")
            .build();

    private ExporterKeys() {}

    private static RecordKeys.Builder user(String name) {
        return RecordKeys.of(name)
                .keep("id", "name", "nickname")
                .pass("isBot", "discriminator", "color", "roles", "avatarUrl", "avatarDecoration");
    }
}
