package suluh.exports.synth;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import suluh.exports.synth.Conversation.Excerpt;
import suluh.exports.synth.Conversation.Shape;
import suluh.exports.synth.JsonText.Escaping;

/** Writes {@code result.json} as Telegram Desktop does: one space a level, local time beside Unix time. */
final class TelegramWriter {
    private static final String NOT_INCLUDED = "(File not included. Change data exporting settings to download.)";
    private static final int REPLIES_PERMILLE = 60;
    private static final int EDITED_PERMILLE = 10;
    private static final int HIGHEST_FIRST_ID = 900_000;

    private static final String PICTURE = "profile_pictures/photo_1.png";

    private final Narrator narrator;
    private final Outsiders outsiders;
    private final OutputFolder folder;
    private final Tally tally;

    /** @param outsiders who of them has a profile picture */
    TelegramWriter(Narrator narrator, Outsiders outsiders, OutputFolder folder, Tally tally) {
        this.narrator = narrator;
        this.outsiders = outsiders;
        this.folder = folder;
        this.tally = tally;
    }

    /** Id of a message: counted by group, and by account in direct chats. */
    static long messageId(Conversation conversation, int index) {
        int first = conversation.shape() == Shape.DIRECT ? Draw.below(conversation.seed(), HIGHEST_FIRST_ID) : 0;
        return first + index + 1L;
    }

    void write(Export.TelegramChat export) throws IOException {
        try (JsonText json = new JsonText(folder.create(export.path()), Escaping.UTF8)) {
            writeChat(json, export.chat(), "\n");
            json.raw("\n");
        }
        tally.fileWritten();
        tally.count("telegram-json", export.path(), export.chat().count());
    }

    void write(Export.TelegramAccount export) throws IOException {
        long messages = 0;
        Optional<ProfilePicture> picture = outsiders.pictureOf(export.owner());
        if (picture.isPresent()) {
            String beside = export.path().substring(0, export.path().lastIndexOf('/') + 1);
            try (OutputStream out = folder.create(beside + PICTURE)) {
                out.write(picture.get().png());
            }
            tally.fileWritten();
        }
        try (JsonText json = new JsonText(folder.create(export.path()), Escaping.UTF8)) {
            json.raw("{\n \"about\": \"Here is the data you requested.\",\n");
            writeOwner(json, export.owner());
            if (picture.isPresent()) {
                writePicture(json, export.owner());
            }
            writeContacts(json, export);
            writeSession(json, export.owner());
            json.raw(" \"chats\": {\n  \"about\": \"This page lists all chats from this export.\",\n  \"list\": [");
            String comma = "";
            for (Excerpt chat : export.chats()) {
                writeChat(json.raw(comma).raw("\n   "), chat, "\n   ");
                messages += chat.count();
                comma = ",";
            }
            json.raw("\n  ]\n }\n}\n");
        }
        tally.fileWritten();
        tally.count("telegram-json", export.path(), messages);
    }

    private static void writeOwner(JsonText json, Persona owner) throws IOException {
        json.raw(" \"personal_information\": {\n  \"user_id\": ").number(owner.telegramId());
        json.raw(",\n  \"first_name\": ").string(owner.telegramName());
        json.raw(",\n  \"last_name\": \"\",\n  \"phone_number\": ").string(owner.spacedPhone());
        json.raw(",\n  \"username\": ").string("@" + owner.username()).raw(",\n  \"bio\": \"\"\n },\n");
    }

    private static void writePicture(JsonText json, Persona owner) throws IOException {
        json.raw(" \"profile_pictures\": [\n  {");
        long set = GroupProfile.FIRST_MILLIS + owner.telegramId() % 900 * LocalClock.DAY_MILLIS;
        json.raw("\n   \"date\": ").string(LocalClock.of(set).iso());
        json.raw(",\n   \"date_unixtime\": \"").number(set / 1000);
        json.raw("\",\n   \"photo\": ").string(PICTURE).raw("\n  }\n ],\n");
    }

    private static void writeContacts(JsonText json, Export.TelegramAccount export) throws IOException {
        json.raw(" \"contacts\": {\n  \"about\": \"Your contacts.\",\n  \"list\": [");
        String comma = "";
        for (Persona contact : export.contacts()) {
            json.raw(comma).raw("\n   {\n    \"user_id\": ").number(contact.telegramId());
            json.raw(",\n    \"first_name\": ").string(contact.telegramName());
            json.raw(",\n    \"last_name\": \"\",\n    \"phone_number\": ").string(contact.spacedPhone());
            writeDate(json, "\n    ", GroupProfile.FIRST_MILLIS + contact.telegramId() % 1000 * LocalClock.DAY_MILLIS);
            json.raw("\n   }");
            comma = ",";
        }
        json.raw("\n  ]\n },\n");
    }

    /** One sign-in, from an address of the documentation block 203.0.113.0/24 (RFC 5737). */
    private static void writeSession(JsonText json, Persona owner) throws IOException {
        long seen = GroupProfile.LAST_MILLIS - owner.telegramId() % 100 * LocalClock.DAY_MILLIS;
        json.raw(" \"sessions\": {\n  \"about\": \"Your sessions.\",\n  \"list\": [\n   {\n    \"last_active\": ");
        json.string(LocalClock.of(seen).iso()).raw(",\n    \"last_active_unixtime\": \"");
        json.number(seen / 1000).raw("\",\n    \"last_ip\": ");
        json.string("203.0.113." + (1 + owner.telegramId() % 250));
        json.raw(",\n    \"last_country\": \"Malaysia\",\n    \"application_name\": \"Telegram Desktop\",\n")
                .raw("    \"device_model\": \"PC\"\n   }\n  ]\n },\n");
    }

    /**
     * Writes one chat.
     *
     * @param indent line break and the spaces before the chat's braces
     */
    private void writeChat(JsonText json, Excerpt chat, String indent) throws IOException {
        Conversation conversation = chat.conversation();
        String key = indent + " ";
        String message = indent + "  ";
        json.raw("{").raw(key).raw("\"name\": ").string(conversation.title());
        json.raw(",").raw(key).raw("\"type\": ").string(type(conversation.shape()));
        json.raw(",").raw(key).raw("\"id\": ").number(conversation.chatId());
        json.raw(",").raw(key).raw("\"messages\": [");
        for (int index = chat.from(); index < chat.to(); index++) {
            json.raw(message).raw("{");
            writeMessage(json, conversation, narrator.line(conversation, index), message + " ");
            json.raw(message).raw(index + 1 == chat.to() ? "}" : "},");
        }
        json.raw(key).raw("]").raw(indent).raw("}");
    }

    private static String type(Shape shape) {
        return switch (shape) {
            case DIRECT -> "personal_chat";
            case GROUP -> "private_supergroup";
            case CHANNEL -> "private_channel";
        };
    }

    private static void writeMessage(JsonText json, Conversation conversation, Line line, String key)
            throws IOException {
        boolean service = line.kind() != Line.Kind.TEXT && line.kind() != Line.Kind.PHOTO;
        json.raw(key).raw("\"id\": ").number(messageId(conversation, line.index()));
        json.raw(",").raw(key).raw(service ? "\"type\": \"service\"" : "\"type\": \"message\"");
        writeDate(json, key, line.timeMillis());
        if (service) {
            writeAction(json, conversation, line, key);
        } else {
            writeContent(json, conversation, line, key);
        }
    }

    private static void writeDate(JsonText json, String key, long timeMillis) throws IOException {
        json.raw(",")
                .raw(key)
                .raw("\"date\": ")
                .string(LocalClock.of(timeMillis).iso());
        json.raw(",")
                .raw(key)
                .raw("\"date_unixtime\": \"")
                .number(timeMillis / 1000)
                .raw("\"");
    }

    private static void writeContent(JsonText json, Conversation conversation, Line line, String key)
            throws IOException {
        if (line.kind() == Line.Kind.TEXT && line.happens(2, EDITED_PERMILLE)) {
            long edited = line.timeMillis() + 60_000;
            json.raw(",")
                    .raw(key)
                    .raw("\"edited\": ")
                    .string(LocalClock.of(edited).iso());
            json.raw(",")
                    .raw(key)
                    .raw("\"edited_unixtime\": \"")
                    .number(edited / 1000)
                    .raw("\"");
        }
        boolean channel = conversation.shape() == Shape.CHANNEL;
        String name = channel ? conversation.title() : line.sender().telegramName();
        json.raw(",").raw(key).raw("\"from\": ").string(name);
        json.raw(",").raw(key).raw(channel ? "\"from_id\": \"channel" : "\"from_id\": \"user");
        json.number(channel ? conversation.chatId() : line.sender().telegramId())
                .raw("\"");
        if (line.index() > 0 && line.happens(3, REPLIES_PERMILLE)) {
            json.raw(",").raw(key).raw("\"reply_to_message_id\": ");
            json.number(messageId(conversation, line.index() - 1));
        }
        if (line.kind() == Line.Kind.PHOTO) {
            json.raw(",").raw(key).raw("\"photo\": ").string(NOT_INCLUDED);
            json.raw(",").raw(key).raw("\"width\": 1280,").raw(key).raw("\"height\": 960");
        }
        TelegramText.of(line.text()).write(json, key);
    }

    private static void writeAction(JsonText json, Conversation conversation, Line line, String key)
            throws IOException {
        json.raw(",").raw(key).raw("\"actor\": ").string(line.sender().telegramName());
        json.raw(",")
                .raw(key)
                .raw("\"actor_id\": \"user")
                .number(line.sender().telegramId())
                .raw("\"");
        json.raw(",").raw(key).raw("\"action\": ");
        switch (line.kind()) {
            case NOTICE, CREATED -> {
                json.string("create_channel").raw(",").raw(key).raw("\"title\": ");
                json.string(conversation.title());
            }
            case ADDED -> writeMembers(json.string("invite_members"), line.object(), line.sender(), key);
            case JOINED_BY_LINK ->
                json.string("join_group_by_link").raw(",").raw(key).raw("\"inviter\": \"Group\"");
            case LEFT -> writeMembers(json.string("remove_members"), null, line.sender(), key);
            case CALL -> {
                json.string("phone_call").raw(",").raw(key).raw("\"duration_seconds\": ");
                json.number(1 + Draw.below(line.bits(), 900));
                json.raw(",").raw(key).raw("\"discard_reason\": \"hangup\"");
            }
            case TEXT, PHOTO -> throw new IllegalArgumentException("not an action: " + line.kind());
        }
        TelegramText.of("").write(json, key);
    }

    private static void writeMembers(JsonText json, @Nullable Persona member, Persona otherwise, String key)
            throws IOException {
        Persona person = member == null ? otherwise : member;
        json.raw(",").raw(key).raw("\"members\": [").raw(key).raw(" ").string(person.telegramName());
        json.raw(key).raw("]");
    }
}
