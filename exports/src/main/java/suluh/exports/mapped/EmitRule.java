package suluh.exports.mapped;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One observation to make of each record.
 *
 * @param kind what
 * @param values where each part comes from, by name such as {@code sender.id}
 * @param time name of the time rule, or empty
 * @param attachments columns that hold addresses of attachments
 * @param words parts of fixed words, such as {@code role}
 * @param optional true when a record that lacks a needed part gives no such observation and is read all the same
 */
record EmitRule(
        Kind kind,
        Map<String, FieldValue> values,
        String time,
        List<String> attachments,
        Map<String, String> words,
        boolean optional) {
    /** Kinds of observation that a mapping can make, with the parts that must be there, may be there, and fixed words. */
    enum Kind {
        MESSAGE("text", "id replyTo conversation.id conversation.name sender.id sender.name", "conversation.type"),
        ACCOUNT("", "account.id account.name", ""),
        LOGIN("address", "account.id account.name", ""),
        CONTACT_POINT("value", "account.id account.name", "contact relation"),
        MEMBERSHIP("", "account.id account.name conversation.id conversation.name", "role conversation.type"),
        ATTRIBUTE("value", "account.id account.name", "attribute");

        private final String needed;
        private final String possible;
        private final String words;

        Kind(String needed, String possible, String words) {
            this.needed = needed;
            this.possible = possible;
            this.words = words;
        }

        /** Parts without which there is no such observation. */
        List<String> needed() {
            return parts(needed);
        }

        /** True for a part that a column or a constant may give. */
        boolean takes(String part) {
            return parts(needed).contains(part) || parts(possible).contains(part);
        }

        /** True for a part that is one word of a fixed list. */
        boolean hasWord(String part) {
            return parts(words).contains(part);
        }

        private static List<String> parts(String text) {
            return text.isEmpty() ? List.of() : List.of(text.split(" "));
        }

        String wire() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Optional<Kind> ofWire(String wire) {
            return Arrays.stream(values())
                    .filter(kind -> kind.wire().equals(wire))
                    .findFirst();
        }
    }

    EmitRule {
        values = new LinkedHashMap<>(values);
        attachments = List.copyOf(attachments);
        words = new LinkedHashMap<>(words);
    }
}
