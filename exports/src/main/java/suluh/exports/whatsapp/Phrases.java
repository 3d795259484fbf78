package suluh.exports.whatsapp;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Words that WhatsApp itself puts into exports, in English, Malay and Indonesian.
 *
 * <p>Compared in lower case without invisible marks. Source: exports of both systems, 2017 to 2024.
 */
final class Phrases {
    private static final List<String> GROUP_EVENTS = List.of(
            "created group \"",
            "created this group",
            "changed the subject",
            "changed this group's",
            "changed the group",
            "changed the settings",
            "joined using this group's invite link",
            "joined using an invite link",
            "joined using your invite",
            "joined from the community",
            "you're now an admin",
            "is now an admin",
            "was added",
            "were added",
            "added you",
            "removed you",
            "reset this group's invite link",
            "mencipta kumpulan",
            "menukar subjek",
            "menukar ikon kumpulan",
            "menukar perihalan kumpulan",
            "menyertai menggunakan pautan",
            "kini pentadbir",
            "anda telah ditambah",
            "membuat grup",
            "mengubah subjek",
            "mengganti subjek",
            "mengubah deskripsi grup",
            "mengganti ikon grup",
            "bergabung menggunakan tautan",
            "sekarang admin",
            "anda ditambahkan");

    private static final List<String> NOTICES = List.of(
            "messages and calls are end-to-end encrypted",
            "messages to this chat and calls are now secured",
            "messages to this group are now secured",
            "your security code with",
            "security code changed",
            "changed their phone number",
            "changed to a new number",
            "this business",
            "you blocked this contact",
            "you unblocked this contact",
            "disappearing messages",
            "mesej dan panggilan disulitkan",
            "kod keselamatan anda dengan",
            "menukar nombor telefon",
            "mesej sementara",
            "pesan dan panggilan terenkripsi",
            "pesan dan telepon terenkripsi",
            "kode keamanan anda dengan",
            "mengganti nomor telepon",
            "pesan sementara");

    private static final List<String> OMITTED = List.of(
            "<media omitted>",
            "<media dikecualikan>",
            "<media disingkirkan>",
            "<media tidak disertakan>",
            "image omitted",
            "photo omitted",
            "video omitted",
            "video note omitted",
            "audio omitted",
            "voice message omitted",
            "sticker omitted",
            "gif omitted",
            "document omitted",
            "contact card omitted",
            "imej disingkirkan",
            "imej dikecualikan",
            "video disingkirkan",
            "video dikecualikan",
            "audio disingkirkan",
            "audio dikecualikan",
            "pelekat disingkirkan",
            "pelekat dikecualikan",
            "dokumen disingkirkan",
            "dokumen dikecualikan",
            "gambar tidak disertakan",
            "video tidak disertakan",
            "audio tidak disertakan",
            "stiker tidak disertakan",
            "gif tidak disertakan",
            "dokumen tidak disertakan",
            "kartu kontak tidak disertakan");

    private static final List<String> FILE_ATTACHED =
            List.of(" (file attached)", " (fail dilampirkan)", " (fail terlampir)", " (file terlampir)");
    private static final List<String> ATTACHED_BRACKETS = List.of("<attached: ", "<dilampirkan: ", "<terlampir: ");

    private static final List<String> REMOVED = List.of(
            "this message was deleted",
            "you deleted this message",
            "mesej ini telah dipadam",
            "mesej ini telah dipadamkan",
            "anda memadam mesej ini",
            "anda telah memadam mesej ini",
            "pesan ini telah dihapus",
            "pesan ini dihapus",
            "anda menghapus pesan ini",
            "anda telah menghapus pesan ini");

    private static final List<String> CALLS = List.of(
            "missed voice call",
            "missed video call",
            "missed group voice call",
            "missed group video call",
            "voice call",
            "video call",
            "panggilan suara tidak dijawab",
            "panggilan video tidak dijawab",
            "panggilan suara terlepas",
            "panggilan video terlepas",
            "panggilan suara tak terjawab",
            "panggilan video tak terjawab",
            "panggilan suara",
            "panggilan video");

    /** Longest text that can be a fixed phrase; longer ones are not compared. */
    private static final int MAX_PHRASE_CHARS = 60;

    private Phrases() {}

    /** True for a line that the platform writes. */
    static boolean isPlatformLine(String visible) {
        String lower = visible.toLowerCase(Locale.ROOT);
        return containsAny(lower, GROUP_EVENTS) || containsAny(lower, NOTICES);
    }

    /** True for a line that only a group has. */
    static boolean isGroupEvent(String text) {
        return containsAny(WhatsappHeaders.visible(text).toLowerCase(Locale.ROOT), GROUP_EVENTS);
    }

    /** The marker that stands for media left out, as written, or null. */
    static @Nullable String omitted(String visible) {
        String stripped = visible.strip();
        return stripped.length() <= MAX_PHRASE_CHARS && OMITTED.contains(stripped.toLowerCase(Locale.ROOT))
                ? stripped
                : null;
    }

    /** Name of the file that came with the message, or null. */
    static @Nullable String attachedName(String visible) {
        String lower = visible.toLowerCase(Locale.ROOT);
        for (String marker : FILE_ATTACHED) {
            if (lower.endsWith(marker) && lower.length() == visible.length()) {
                return visible.substring(0, visible.length() - marker.length()).strip();
            }
        }
        for (String marker : ATTACHED_BRACKETS) {
            int at = lower.indexOf(marker);
            if (at >= 0 && lower.endsWith(">") && lower.length() == visible.length()) {
                return visible.substring(at + marker.length(), visible.length() - 1)
                        .strip();
            }
        }
        return null;
    }

    /** Index where the marker of an attached file begins in a text of brackets, else 0. */
    static int attachedStart(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (String marker : ATTACHED_BRACKETS) {
            int at = lower.indexOf(marker);
            if (at >= 0 && lower.length() == text.length()) {
                return at;
            }
        }
        return 0;
    }

    /** True for the line that stands where a message was removed. */
    static boolean isRemoved(String visible) {
        String lower = visible.strip().toLowerCase(Locale.ROOT);
        if (lower.length() > MAX_PHRASE_CHARS) {
            return false;
        }
        return REMOVED.contains(lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower);
    }

    /** True for the line that stands for a call. */
    static boolean isCall(String visible) {
        String lower = visible.strip().toLowerCase(Locale.ROOT);
        if (lower.length() > MAX_PHRASE_CHARS) {
            return false;
        }
        for (String call : CALLS) {
            if (lower.equals(call) || lower.startsWith(call + ",") || lower.startsWith(call + ". ")) {
                return true;
            }
        }
        return false;
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
