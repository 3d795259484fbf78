package suluh.exports.contact;

import org.jspecify.annotations.Nullable;
import suluh.core.observation.ContactPointKind;

/** Hosts whose addresses name an account or let a person join a group. */
enum KnownHost {
    T_ME("t.me"),
    TELEGRAM_ME("telegram.me"),
    CHAT_WHATSAPP_COM("chat.whatsapp.com"),
    WA_ME("wa.me"),
    DISCORD_GG("discord.gg"),
    DISCORD_COM("discord.com"),
    FACEBOOK_COM("facebook.com"),
    FB_COM("fb.com"),
    M_ME("m.me"),
    INSTAGRAM_COM("instagram.com");

    private static final KnownHost[] ALL = values();
    private static final int MIN_PHONE_DIGITS = 8;

    private final String host;

    KnownHost(String host) {
        this.host = host;
    }

    /** Characters of the host. */
    int length() {
        return host.length();
    }

    /** The host that ends right before the slash, at a boundary of names; null when there is none. */
    static @Nullable KnownHost endingAt(String text, int slash) {
        if (slash < 4) {
            return null;
        }
        char last = text.charAt(slash - 1);
        if (last != 'e' && last != 'm' && last != 'g' && last != 'E' && last != 'M' && last != 'G') {
            return null;
        }
        for (KnownHost known : ALL) {
            int start = slash - known.host.length();
            if (start >= 0
                    && text.regionMatches(true, start, known.host, 0, known.host.length())
                    && (start == 0 || isBoundary(text, start))) {
                return known;
            }
        }
        return null;
    }

    /** A name before the host makes it another host, but for the usual {@code www.} and {@code m.} and the like. */
    private static boolean isBoundary(String text, int start) {
        char before = text.charAt(start - 1);
        if (before != '.') {
            return !isAsciiWord(before);
        }
        return endsWith(text, start, "www.") || endsWith(text, start, "m.") || endsWith(text, start, "web.");
    }

    private static boolean endsWith(String text, int end, String prefix) {
        int start = end - prefix.length();
        boolean matches = start >= 0 && text.regionMatches(true, start, prefix, 0, prefix.length());
        return matches && (start == 0 || !isAsciiWord(text.charAt(start - 1)));
    }

    /** Scripts that write no spaces set an address right behind a word, so only ASCII joins names. */
    private static boolean isAsciiWord(char c) {
        return c < 128 && (Character.isLetterOrDigit(c) || c == '-' || c == '_');
    }

    /** What the address names, or null when it names neither account nor group. */
    ContactScan.@Nullable Found read(String hostAsWritten, String path) {
        String value = hostAsWritten + "/" + path;
        String bare = withoutQuery(path);
        String first = firstSegment(bare);
        if (first.isEmpty()) {
            return null;
        }
        return switch (this) {
            case T_ME, TELEGRAM_ME -> telegram(value, bare, first);
            case WA_ME -> phone(value, first);
            case CHAT_WHATSAPP_COM -> found(ContactPointKind.INVITE_LINK, value, host + "/" + last(bare));
            case DISCORD_GG -> found(ContactPointKind.INVITE_LINK, value, host + "/" + first);
            case DISCORD_COM ->
                bare.startsWith("invite/")
                        ? found(ContactPointKind.INVITE_LINK, value, "discord.gg/" + last(bare))
                        : null;
            case FACEBOOK_COM, FB_COM -> facebook(value, path, bare, first);
            case M_ME -> found(ContactPointKind.PROFILE_URL, value, "facebook.com/" + first);
            case INSTAGRAM_COM ->
                first.equals("p") || first.equals("reel")
                        ? null
                        : found(ContactPointKind.PROFILE_URL, value, host + "/" + ContactScan.lower(first));
        };
    }

    /** Names of Telegram are the same in upper and lower case; codes of invitations are not. */
    private static ContactScan.@Nullable Found telegram(String value, String bare, String first) {
        if (first.startsWith("+")) {
            return found(ContactPointKind.INVITE_LINK, value, "t.me/" + first);
        }
        if (first.equals("joinchat")) {
            return found(ContactPointKind.INVITE_LINK, value, "t.me/+" + last(bare));
        }
        return first.equals("c") || first.equals("addstickers") || first.equals("share")
                ? null
                : found(ContactPointKind.PROFILE_URL, value, "t.me/" + ContactScan.lower(first));
    }

    private static ContactScan.@Nullable Found phone(String value, String first) {
        String digits = first.startsWith("+") ? first.substring(1) : first;
        boolean number = digits.length() >= MIN_PHONE_DIGITS && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? found(ContactPointKind.PHONE, value, "+" + digits) : null;
    }

    private static ContactScan.@Nullable Found facebook(String value, String path, String bare, String first) {
        if (first.equals("groups")) {
            String group = firstSegment(bare.substring(Math.min(bare.length(), "groups/".length())));
            return group.isEmpty() ? null : found(ContactPointKind.INVITE_LINK, value, "facebook.com/groups/" + group);
        }
        if (first.equals("profile.php")) {
            int id = path.indexOf("id=");
            int end = id < 0 ? -1 : path.indexOf('&', id);
            String query = id < 0 ? "" : path.substring(id, end < 0 ? path.length() : end);
            return query.isEmpty()
                    ? null
                    : found(ContactPointKind.PROFILE_URL, value, "facebook.com/profile.php?" + query);
        }
        boolean other = first.equals("watch")
                || first.equals("photo")
                || first.equals("photo.php")
                || first.equals("events")
                || first.equals("story.php")
                || first.equals("share");
        return other ? null : found(ContactPointKind.PROFILE_URL, value, "facebook.com/" + first);
    }

    private static ContactScan.Found found(ContactPointKind kind, String value, String normalised) {
        return new ContactScan.Found(kind, value, normalised);
    }

    private static String withoutQuery(String path) {
        int end = path.length();
        for (int i = 0; i < path.length(); i++) {
            if (path.charAt(i) == '?' || path.charAt(i) == '#') {
                end = i;
                break;
            }
        }
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }

    private static String firstSegment(String path) {
        int slash = path.indexOf('/');
        return slash < 0 ? path : path.substring(0, slash);
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
