package suluh.app.media;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Format of a media file, told by its first bytes; names are not believed. */
public enum MediaFormat {
    JPEG(true),
    PNG(true),
    GIF(true),
    WEBP(true),
    BMP(true),
    HEIC(false),
    AVIF(false),
    TIFF(false),
    VIDEO(false),
    AUDIO(false),
    UNKNOWN(false);

    private final boolean isDecoded;

    MediaFormat(boolean isDecoded) {
        this.isDecoded = isDecoded;
    }

    /** True when there is a decoder for it here. */
    public boolean isDecoded() {
        return isDecoded;
    }

    /** Lower-case name: {@code jpeg}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The format that these first bytes state. */
    public static MediaFormat of(byte[] head) {
        if (starts(head, 0, "\u00FF\u00D8\u00FF")) {
            return JPEG;
        }
        if (starts(head, 0, "\u0089PNG\r\n\u001A\n")) {
            return PNG;
        }
        if (starts(head, 0, "GIF87a") || starts(head, 0, "GIF89a")) {
            return GIF;
        }
        if (starts(head, 0, "RIFF")) {
            return riff(head);
        }
        if (starts(head, 0, "BM") && head.length > 26 && head[14] >= 12 && head[15] == 0) {
            return BMP;
        }
        if (starts(head, 0, "II*\0") || starts(head, 0, "MM\0*")) {
            return TIFF;
        }
        return starts(head, 4, "ftyp") ? isoMedia(head) : isVideo(head) ? VIDEO : stream(head);
    }

    private static MediaFormat riff(byte[] head) {
        if (starts(head, 8, "WEBP")) {
            return WEBP;
        }
        return starts(head, 8, "WAVE") ? AUDIO : VIDEO;
    }

    /** ISO base media files (ISO/IEC 14496-12) say by their major brand what they hold. */
    private static MediaFormat isoMedia(byte[] head) {
        for (String brand : new String[] {"heic", "heix", "hevc", "heim", "heis", "mif1", "msf1"}) {
            if (starts(head, 8, brand)) {
                return HEIC;
            }
        }
        if (starts(head, 8, "avif") || starts(head, 8, "avis")) {
            return AVIF;
        }
        return starts(head, 8, "M4A ") ? AUDIO : VIDEO;
    }

    /** Matroska and WebM, Flash, Windows Media, MPEG program and transport streams, QuickTime without a brand. */
    private static boolean isVideo(byte[] head) {
        for (String begin : new String[] {
            "\u001AE\u00DF\u00A3", "FLV\u0001", "0&\u00B2u\u008Ef\u00CF\u0011", "\0\0\u0001\u00BA", "\0\0\u0001\u00B3"
        }) {
            if (starts(head, 0, begin)) {
                return true;
            }
        }
        for (String atom : new String[] {"moov", "mdat", "wide", "skip", "pnot"}) {
            if (starts(head, 4, atom)) {
                return true;
            }
        }
        // Packets of 188 bytes begin with G (ISO/IEC 13818-1, 2.4.3.2); disks put four bytes of time before each.
        return (starts(head, 0, "G") && starts(head, 188, "G") && starts(head, 376, "G"))
                || (starts(head, 4, "G") && starts(head, 196, "G") && starts(head, 388, "G"));
    }

    private static MediaFormat stream(byte[] head) {
        for (String sound : new String[] {"OggS", "ID3", "fLaC", "#!AMR", "\u00FF\u00FB", "\u00FF\u00F1"}) {
            if (starts(head, 0, sound)) {
                return AUDIO;
            }
        }
        return UNKNOWN;
    }

    private static boolean starts(byte[] head, int at, String latin) {
        byte[] expected = latin.getBytes(StandardCharsets.ISO_8859_1);
        return head.length >= at + expected.length
                && java.util.Arrays.equals(head, at, at + expected.length, expected, 0, expected.length);
    }
}
