package suluh.exports.synth;

import java.util.List;
import java.util.Locale;

/**
 * Forms in which phones write a chat.
 *
 * <p>Source: exports of WhatsApp for Android and iOS, 2021 to 2024, day before month.
 */
enum WhatsappStyle {
    ANDROID_EN_24(false, false, false),
    ANDROID_EN_12(false, true, false),
    ANDROID_MS_24(false, false, true),
    IOS_EN_12(true, true, false),
    IOS_EN_24(true, false, false);

    private static final List<WhatsappStyle> IN_TURN = List.of(values());

    /** Name of the text inside every iOS export. */
    static final String IOS_FILE = "_chat.txt";

    private static final char NARROW_SPACE = '\u202F';
    private static final char LEFT_TO_RIGHT_MARK = '\u200E';

    private final boolean ios;
    private final boolean twelveHours;
    private final boolean malay;

    WhatsappStyle(boolean ios, boolean twelveHours, boolean malay) {
        this.ios = ios;
        this.twelveHours = twelveHours;
        this.malay = malay;
    }

    /** Each form in turn. */
    static WhatsappStyle inTurn(int number) {
        return IN_TURN.get(Math.floorMod(number, IN_TURN.size()));
    }

    boolean isIos() {
        return ios;
    }

    /** {@code 14/03/2023, 21:41 - } or {@code [14/03/23, 9:41:09 PM] }. */
    void header(StringBuilder out, long timeMillis) {
        LocalClock clock = LocalClock.of(timeMillis);
        if (ios) {
            out.append('[');
        }
        LocalClock.two(out, clock.day());
        LocalClock.two(out.append('/'), clock.month());
        out.append('/');
        if (ios && twelveHours) {
            LocalClock.two(out, clock.year() % 100);
        } else {
            out.append(clock.year());
        }
        out.append(", ");
        time(out, clock);
        out.append(ios ? "] " : " - ");
    }

    /** A person as the phone shows them: numbers stand between direction marks on iOS. */
    String label(Persona persona) {
        boolean unsaved = persona.whatsappName().isEmpty();
        return ios && unsaved ? '\u202A' + persona.whatsappLabel() + '\u202C' : persona.whatsappLabel();
    }

    /** The platform's own words for an event of a group; the first line of a chat is {@link #notice()}. */
    String event(Line line, String title) {
        String sender = label(line.sender());
        String object = line.object() == null ? "" : label(line.object());
        return switch (line.kind()) {
            case CREATED ->
                malay ? sender + " mencipta kumpulan \"" + title + "\"" : sender + " created group \"" + title + "\"";
            case ADDED -> malay ? sender + " menambah " + object : sender + " added " + object;
            case JOINED_BY_LINK ->
                sender
                        + (malay
                                ? " menyertai menggunakan pautan jemputan kumpulan ini"
                                : " joined using this group's invite link");
            case LEFT -> sender + (malay ? " keluar" : " left");
            case NOTICE -> notice();
            case TEXT, PHOTO, CALL -> throw new IllegalArgumentException("not an event: " + line.kind());
        };
    }

    /** In the place of a picture that the export leaves out. */
    String omittedPicture() {
        if (ios) {
            return LEFT_TO_RIGHT_MARK + "image omitted";
        }
        return malay ? "<Media disingkirkan>" : "<Media omitted>";
    }

    String mark() {
        return ios ? String.valueOf(LEFT_TO_RIGHT_MARK) : "";
    }

    private String notice() {
        return malay
                ? "Mesej dan panggilan disulitkan hujung ke hujung. Tiada sesiapa di luar sembang ini, termasuk WhatsApp,"
                        + " boleh membaca atau mendengarnya. Ketik untuk ketahui lebih lanjut."
                : "Messages and calls are end-to-end encrypted. No one outside of this chat, not even WhatsApp, can read"
                        + " or listen to them. Tap to learn more.";
    }

    private void time(StringBuilder out, LocalClock clock) {
        if (twelveHours) {
            int hour = clock.hour() % 12;
            out.append(hour == 0 ? 12 : hour);
        } else {
            LocalClock.two(out, clock.hour());
        }
        LocalClock.two(out.append(':'), clock.minute());
        if (ios) {
            LocalClock.two(out.append(':'), clock.second());
        }
        if (twelveHours) {
            String half = clock.hour() < 12 ? "am" : "pm";
            out.append(NARROW_SPACE).append(ios ? half.toUpperCase(Locale.ROOT) : half);
        }
    }
}
