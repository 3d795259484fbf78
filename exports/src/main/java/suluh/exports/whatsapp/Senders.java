package suluh.exports.whatsapp;

import java.util.HashMap;
import java.util.Map;

/** Tells senders from the beginnings of lines of the platform, and remembers those of one file. Not thread-safe. */
final class Senders {
    /** A group has at most 1,024 members, and names change; more are looked at anew each time. */
    private static final int MAX_KEPT = 20_000;

    private final Map<String, Boolean> kept = new HashMap<>();

    /** False when the words before a colon are the platform's. */
    boolean isSender(String words) {
        Boolean known = kept.get(words);
        if (known != null) {
            return known;
        }
        boolean sender = !Phrases.isPlatformLine(words);
        if (kept.size() < MAX_KEPT) {
            kept.put(words, sender);
        }
        return sender;
    }
}
