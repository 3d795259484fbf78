package suluh.exports.synth;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A text in the two forms that Telegram Desktop writes: plain or mixed {@code text}, and {@code text_entities}.
 *
 * @param entities parts in order; joined, their texts are the message
 */
record TelegramText(List<Entity> entities) {
    /** A part of a text; {@code type} is plain, link, phone or mention. */
    record Entity(String type, String text) {}

    /** Splits a text at addresses, telephone numbers and account names. */
    static TelegramText of(String text) {
        if (text.isEmpty()) {
            return new TelegramText(List.of());
        }
        List<Entity> entities = new ArrayList<>(3);
        int plainFrom = 0;
        int at = 0;
        while (at < text.length()) {
            int end = entityEnd(text, at);
            if (end == at) {
                at++;
                continue;
            }
            if (at > plainFrom) {
                entities.add(new Entity("plain", text.substring(plainFrom, at)));
            }
            entities.add(new Entity(type(text.charAt(at)), text.substring(at, end)));
            plainFrom = end;
            at = end;
        }
        if (plainFrom < text.length()) {
            entities.add(new Entity("plain", text.substring(plainFrom)));
        }
        return new TelegramText(entities);
    }

    /** Appends both keys, each on a line of its own after {@code key}. */
    void write(JsonText json, String key) throws IOException {
        json.raw(",").raw(key).raw("\"text\": ");
        if (entities.isEmpty()) {
            json.string("").raw(",").raw(key).raw("\"text_entities\": []");
            return;
        }
        if (entities.size() == 1 && entities.get(0).type().equals("plain")) {
            json.string(entities.get(0).text());
        } else {
            writeList(json, key, false);
        }
        json.raw(",").raw(key).raw("\"text_entities\": ");
        writeList(json, key, true);
    }

    private void writeList(JsonText json, String key, boolean plainAsObject) throws IOException {
        json.raw("[");
        String comma = "";
        for (Entity entity : entities) {
            json.raw(comma).raw(key).raw(" ");
            if (!plainAsObject && entity.type().equals("plain")) {
                json.string(entity.text());
            } else {
                json.raw("{").raw(key).raw("  \"type\": ").string(entity.type());
                json.raw(",").raw(key).raw("  \"text\": ").string(entity.text());
                json.raw(key).raw(" }");
            }
            comma = ",";
        }
        json.raw(key).raw("]");
    }

    private static String type(char first) {
        return switch (first) {
            case '+' -> "phone";
            case '@' -> "mention";
            default -> "link";
        };
    }

    /** End of the address, number or account name that begins at {@code at}, or {@code at} when none does. */
    private static int entityEnd(String text, int at) {
        char c = text.charAt(at);
        if (c == '+' && text.startsWith("+60 15-5555 ", at)) {
            return at + "+60 15-5555 0000".length();
        }
        boolean starts = c == '@' || (c == 'h' && text.startsWith("https://", at));
        if (!starts) {
            return at;
        }
        int end = at;
        while (end < text.length() && " ,\n".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }
}
