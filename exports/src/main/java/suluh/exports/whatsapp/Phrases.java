package suluh.exports.whatsapp;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import suluh.core.observation.Attachment;

/** Recognises by their words what the platform wrote into a chat, and what stands for media, removals and calls. */
final class Phrases {
    private static final List<String> GROUP_EVENTS = PlatformWords.of(PlatformWords.Key.GROUP);
    private static final List<String> NOTICES = PlatformWords.of(PlatformWords.Key.NOTICE);
    private static final List<String> BEHIND = PlatformWords.of(PlatformWords.Key.BEHIND);
    private static final List<String> BEFORE = PlatformWords.of(PlatformWords.Key.BEFORE);
    private static final Set<String> REMOVED = Set.copyOf(PlatformWords.of(PlatformWords.Key.REMOVED));
    private static final Set<String> CALLS = Set.copyOf(PlatformWords.of(PlatformWords.Key.CALL));
    private static final Map<String, Attachment.Kind> OMITTED = omittedPhrases();

    /** Longest text that can be a fixed phrase; longer ones are not compared. */
    private static final int MAX_PHRASE_CHARS = 60;

    /** Characters that every fixed phrase has. */
    private static final int BEGINNING_CHARS = 4;

    private static final int BEGINNINGS = 1 << 14;
    /** First characters of all fixed phrases, each beginning at a place of its own or of few. */
    private static final BitSet BEGIN = beginnings();

    private Phrases() {}

    /** True for a line that the platform writes. */
    static boolean isPlatformLine(String visible) {
        String folded = PlatformWords.folded(visible);
        return containsAny(folded, GROUP_EVENTS) || containsAny(folded, NOTICES);
    }

    /** True for a line that only a group has. */
    static boolean isGroupEvent(String text) {
        return containsAny(PlatformWords.folded(text), GROUP_EVENTS);
    }

    /**
     * A {@linkplain VisibleText visible} line in the form in which it is compared with fixed phrases; empty for one that is
     * too long to be one.
     */
    static String phrase(String visible) {
        String bare = visible.length() > MAX_PHRASE_CHARS ? "" : visible.strip();
        return mayBegin(bare) ? withoutStop(bare.toLowerCase(Locale.ROOT)) : "";
    }

    /** False for most texts that begin like no fixed phrase; no beginning of other than ASCII is ruled out. */
    private static boolean mayBegin(String bare) {
        int place = bare.length() < BEGINNING_CHARS ? -1 : beginning(bare);
        return place >= 0 ? BEGIN.get(place) : bare.length() >= BEGINNING_CHARS;
    }

    /** Place of a text's beginning, upper and lower case alike; -1 when it is not of ASCII characters. */
    private static int beginning(String text) {
        int place = 0;
        for (int i = 0; i < BEGINNING_CHARS; i++) {
            char c = text.charAt(i);
            if (c > 0x7F) {
                return -1;
            }
            place = place * 37 ^ Character.toLowerCase(c);
        }
        return place & BEGINNINGS - 1;
    }

    private static BitSet beginnings() {
        BitSet begin = new BitSet(BEGINNINGS);
        for (Set<String> phrases : List.of(OMITTED.keySet(), REMOVED, CALLS)) {
            for (String phrase : phrases) {
                int place = beginning(phrase);
                if (place >= 0) {
                    begin.set(place);
                }
            }
        }
        return begin;
    }

    /** The kind of media whose place a {@linkplain #phrase phrase} takes, or null when it takes none's. */
    static Attachment.@Nullable Kind omitted(String phrase) {
        return OMITTED.get(phrase);
    }

    /** Name of the file that came with the message, or null. */
    static @Nullable String attachedName(String visible) {
        if (!visible.endsWith(")") && !visible.endsWith(">")) {
            return null;
        }
        String lower = sameLength(visible);
        for (String marker : BEHIND) {
            if (lower.endsWith(" " + marker)) {
                return visible.substring(0, visible.length() - marker.length()).strip();
            }
        }
        for (String marker : BEFORE) {
            int at = lower.indexOf(marker);
            if (at >= 0 && lower.endsWith(">")) {
                return visible.substring(at + marker.length(), visible.length() - 1)
                        .strip();
            }
        }
        return null;
    }

    /** Index where the marker of an attached file begins in a text of brackets, else 0. */
    static int attachedStart(String text) {
        String lower = sameLength(text);
        for (String marker : BEFORE) {
            int at = lower.indexOf(marker);
            if (at >= 0) {
                return at;
            }
        }
        return 0;
    }

    /** True for the {@linkplain #phrase phrase} that stands where a message was removed. */
    static boolean isRemoved(String phrase) {
        return REMOVED.contains(phrase);
    }

    /** True for the {@linkplain #phrase phrase} that stands for a call, alone or before a comma or full stop. */
    static boolean isCall(String phrase) {
        int comma = phrase.indexOf(',');
        int stop = phrase.indexOf(". ");
        return CALLS.contains(phrase)
                || (comma > 0 && CALLS.contains(phrase.substring(0, comma)))
                || (stop > 0 && CALLS.contains(phrase.substring(0, stop)));
    }

    private static Map<String, Attachment.Kind> omittedPhrases() {
        Map<String, Attachment.Kind> phrases = new HashMap<>();
        put(phrases, Attachment.Kind.UNSTATED, PlatformWords.Key.MEDIA);
        put(phrases, Attachment.Kind.PHOTO, PlatformWords.Key.PHOTO);
        put(phrases, Attachment.Kind.VIDEO, PlatformWords.Key.VIDEO);
        put(phrases, Attachment.Kind.AUDIO, PlatformWords.Key.AUDIO);
        put(phrases, Attachment.Kind.STICKER, PlatformWords.Key.STICKER);
        put(phrases, Attachment.Kind.GIF, PlatformWords.Key.GIF);
        put(phrases, Attachment.Kind.FILE, PlatformWords.Key.FILE);
        put(phrases, Attachment.Kind.CONTACT, PlatformWords.Key.CONTACT);
        return Map.copyOf(phrases);
    }

    private static void put(Map<String, Attachment.Kind> phrases, Attachment.Kind kind, PlatformWords.Key key) {
        PlatformWords.of(key).forEach(phrase -> phrases.putIfAbsent(phrase, kind));
    }

    /** Lower case, character by character, so that places in it are places in the text. */
    private static String sameLength(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            out.append(Character.isSpaceChar(c) ? ' ' : Character.toLowerCase(c));
        }
        return out.toString();
    }

    private static String withoutStop(String text) {
        boolean stop = text.endsWith(".") || text.endsWith("\u3002");
        return stop ? text.substring(0, text.length() - 1) : text;
    }

    private static boolean containsAny(String text, List<String> phrases) {
        for (String phrase : phrases) {
            if (text.contains(phrase)) {
                return true;
            }
        }
        return false;
    }
}
