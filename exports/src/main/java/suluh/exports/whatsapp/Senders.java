package suluh.exports.whatsapp;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import suluh.exports.text.ByteLines;

/** Tells senders from the beginnings of lines of the platform, and remembers those of one file. Not thread-safe. */
final class Senders {
    /** A group has at most 1,024 members, and names change; more are looked at anew each time. */
    private static final int MAX_KEPT = 20_000;
    /** Longest sender found again by its bytes: 120 characters of three bytes. */
    private static final int MAX_SENDER_BYTES = 3 * Body.MAX_SENDER_CHARS;
    /** First byte of the marks that the platform puts before its own texts. */
    private static final int FIRST_BYTE_OF_MARKS = 0xE2;

    /** A sender as it stands in the file, with the next of the same place in the table. */
    private static final class Met {
        private final byte[] bytes;
        private final int hash;
        private final String sender;
        private final @Nullable Met next;

        Met(byte[] bytes, int hash, String sender, @Nullable Met next) {
            this.bytes = bytes;
            this.hash = hash;
            this.sender = sender;
            this.next = next;
        }
    }

    private final Map<String, Boolean> kept = new HashMap<>();
    private final @Nullable Met[] met = new Met[1_024];
    private int metCount;
    private int colon;
    private int hash;

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

    /**
     * The first line of a message, divided.
     *
     * <p>A sender met before is found by its bytes; {@link Body#of} decides of every other line, and of texts with a mark.
     *
     * @param chat name of the chat
     * @param from index of the first byte behind the head
     */
    Body body(ByteLines line, int from, String chat) {
        boolean named = findColon(line, from);
        String known = named && !isMarked(line) ? known(line, from) : null;
        if (known != null) {
            return new Body(known, line.text(colon + 2, line.length()), false);
        }
        Body body = Body.of(line.text(from, line.length()), chat, this);
        String sender = body.sender();
        if (named && sender != null && metCount < MAX_KEPT) {
            keep(line, from, sender);
        }
        return body;
    }

    /** True when a sender met before stands there, and the text behind has no mark. */
    boolean knows(ByteLines line, int from) {
        return findColon(line, from) && !isMarked(line) && known(line, from) != null;
    }

    private boolean isMarked(ByteLines line) {
        return line.at(colon + 2) == FIRST_BYTE_OF_MARKS;
    }

    /** Moves {@link #colon} to the first colon before a space; false when none stands near enough. */
    private boolean findColon(ByteLines line, int from) {
        int last = Math.min(line.length() - 1, from + MAX_SENDER_BYTES);
        hash = 0;
        for (colon = from; colon < last; colon++) {
            int found = line.at(colon);
            if (found == ':' && line.at(colon + 1) == ' ') {
                return true;
            }
            hash = 31 * hash + found;
        }
        return false;
    }

    private @Nullable String known(ByteLines line, int from) {
        for (Met one = met[place()]; one != null; one = one.next) {
            if (one.hash == hash && one.bytes.length == colon - from && line.holds(one.bytes, from)) {
                return one.sender;
            }
        }
        return null;
    }

    private void keep(ByteLines line, int from, String sender) {
        if (known(line, from) == null) {
            byte[] bytes = new byte[colon - from];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) line.at(from + i);
            }
            met[place()] = new Met(bytes, hash, sender, met[place()]);
            metCount++;
        }
    }

    private int place() {
        return (hash ^ hash >>> 15) & met.length - 1;
    }
}
