package suluh.core.casework.targets;

import static suluh.core.casework.targets.TargetKind.ACCOUNT;
import static suluh.core.casework.targets.TargetKind.GROUP;
import static suluh.core.casework.targets.TargetKind.INVITE;
import static suluh.core.casework.targets.TargetKind.PHONE;
import static suluh.core.casework.targets.TargetKind.POST;
import static suluh.core.casework.targets.TargetPlatform.DISCORD;
import static suluh.core.casework.targets.TargetPlatform.FACEBOOK;
import static suluh.core.casework.targets.TargetPlatform.INSTAGRAM;
import static suluh.core.casework.targets.TargetPlatform.MESSENGER;
import static suluh.core.casework.targets.TargetPlatform.SIGNAL;
import static suluh.core.casework.targets.TargetPlatform.SNAPCHAT;
import static suluh.core.casework.targets.TargetPlatform.TELEGRAM;
import static suluh.core.casework.targets.TargetPlatform.TIKTOK;
import static suluh.core.casework.targets.TargetPlatform.WHATSAPP;
import static suluh.core.casework.targets.TargetPlatform.X;
import static suluh.core.casework.targets.TargetPlatform.YOUTUBE;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses of eleven platforms and the one form that each is brought to.
 *
 * <p>The first form that fits counts. Names that a platform compares without case are folded; codes of invitations and
 * posts keep theirs. Sources: the platforms' own addresses as their apps shared them in 2026.
 */
final class AddressForms {
    private static final String NAME = "([A-Za-z0-9_.-]{1,64})";
    private static final String CODE = "([A-Za-z0-9_-]{4,128})";
    private static final String NUMBER = "(\\d{1,24})";
    private static final String FACEBOOK_HOST = "(?:web\\.|mbasic\\.)?(?:facebook\\.com|fb\\.com)";
    private static final String TELEGRAM_HOST = "(?:t\\.me|telegram\\.me|telegram\\.dog)";
    /** {@code m.me}, which the comparable form of an address turns into {@code me}. */
    private static final String MESSENGER_HOST = "me";

    private static final String X_HOST = "(?:x\\.com|(?:mobile\\.)?twitter\\.com)";
    /** What may follow: a query, a fragment, further parts of the path. */
    private static final String REST = "(?:[/?#].*)?";

    /** Pages of a platform that are nobody's account. */
    private static final Pattern NO_ACCOUNT = Pattern.compile(
            "(?:facebook|instagram|x|t|snapchat|youtube)\\.(?:com|me)/(?:groups|share|watch|login|help|about|home|explore|"
                    + "search|settings|i|p|reel|hashtag|intent|proxy|discover|events|marketplace|joinchat|s|c)");

    private static final List<Form> FORMS = List.of(
            form(
                    FACEBOOK,
                    POST,
                    FACEBOOK_HOST + "/groups/" + NAME + "/(?:posts|permalink)/" + NUMBER,
                    "facebook.com/groups/$1/posts/$2",
                    true),
            form(FACEBOOK, GROUP, FACEBOOK_HOST + "/groups/" + NAME, "facebook.com/groups/$1", true),
            form(FACEBOOK, GROUP, FACEBOOK_HOST + "/share/g/" + CODE, "facebook.com/share/g/$1", false),
            form(
                    FACEBOOK,
                    ACCOUNT,
                    FACEBOOK_HOST + "/profile\\.php\\?(?:[^#]*&)?id=" + NUMBER,
                    "facebook.com/$1",
                    true),
            form(FACEBOOK, ACCOUNT, FACEBOOK_HOST + "/people/[^/]{1,200}/" + NUMBER, "facebook.com/$1", true),
            form(
                    FACEBOOK,
                    POST,
                    FACEBOOK_HOST + "/" + NAME + "/(?:posts|videos|photos)/" + CODE,
                    "facebook.com/$1/posts/$2",
                    false),
            form(FACEBOOK, ACCOUNT, FACEBOOK_HOST + "/" + NAME, "facebook.com/$1", true),
            form(MESSENGER, INVITE, MESSENGER_HOST + "/j/" + CODE, "m.me/j/$1", false),
            form(MESSENGER, ACCOUNT, "(?:" + MESSENGER_HOST + "|messenger\\.com/t)/" + NAME, "m.me/$1", true),
            form(
                    INSTAGRAM,
                    POST,
                    "instagram\\.com/(?:[A-Za-z0-9_.]{1,64}/)?(?:p|reel|tv)/" + CODE,
                    "instagram.com/p/$1",
                    false),
            form(INSTAGRAM, ACCOUNT, "instagram\\.com/(?:stories/)?" + NAME, "instagram.com/$1", true),
            form(TELEGRAM, INVITE, TELEGRAM_HOST + "/(?:\\+|joinchat/)" + CODE, "t.me/+$1", false),
            form(TELEGRAM, GROUP, TELEGRAM_HOST + "/c/" + NUMBER, "t.me/c/$1", true),
            form(TELEGRAM, POST, TELEGRAM_HOST + "/(?:s/)?" + NAME + "/" + NUMBER, "t.me/$1/$2", true),
            form(TELEGRAM, ACCOUNT, TELEGRAM_HOST + "/(?:s/)?" + NAME, "t.me/$1", true),
            form(WHATSAPP, INVITE, "chat\\.whatsapp\\.com/(?:invite/)?" + CODE, "chat.whatsapp.com/$1", false),
            form(WHATSAPP, GROUP, "whatsapp\\.com/channel/" + CODE, "whatsapp.com/channel/$1", false),
            form(WHATSAPP, PHONE, "wa\\.me/\\+?" + NUMBER, "+$1", true),
            form(WHATSAPP, PHONE, "api\\.whatsapp\\.com/send/?\\?(?:[^#]*&)?phone=\\+?" + NUMBER, "+$1", true),
            form(X, POST, X_HOST + "/" + NAME + "/status/" + NUMBER, "x.com/$1/status/$2", true),
            form(X, GROUP, X_HOST + "/i/communities/" + NUMBER, "x.com/i/communities/$1", true),
            form(X, ACCOUNT, X_HOST + "/" + NAME, "x.com/$1", true),
            form(
                    DISCORD,
                    INVITE,
                    "(?:discord\\.gg|discord(?:app)?\\.com/invite)/([A-Za-z0-9-]{2,64})",
                    "discord.gg/$1",
                    false),
            form(DISCORD, GROUP, "discord(?:app)?\\.com/channels/" + NUMBER, "discord.com/channels/$1", true),
            form(DISCORD, ACCOUNT, "discord(?:app)?\\.com/users/" + NUMBER, "discord.com/users/$1", true),
            form(TIKTOK, POST, "tiktok\\.com/@" + NAME + "/(?:video|photo)/" + NUMBER, "tiktok.com/@$1/video/$2", true),
            form(TIKTOK, ACCOUNT, "tiktok\\.com/@" + NAME, "tiktok.com/@$1", true),
            form(TIKTOK, POST, "(?:vm|vt)\\.tiktok\\.com/" + CODE, "vm.tiktok.com/$1", false),
            form(YOUTUBE, POST, "youtube\\.com/watch/?\\?(?:[^#]*&)?v=" + CODE, "youtu.be/$1", false),
            form(YOUTUBE, POST, "(?:youtu\\.be|youtube\\.com/(?:shorts|live))/" + CODE, "youtu.be/$1", false),
            form(YOUTUBE, ACCOUNT, "youtube\\.com/channel/" + CODE, "youtube.com/channel/$1", false),
            form(YOUTUBE, ACCOUNT, "youtube\\.com/(?:@|c/|user/)" + NAME, "youtube.com/@$1", true),
            form(SNAPCHAT, ACCOUNT, "(?:story\\.)?snapchat\\.com/(?:add/|@)" + NAME, "snapchat.com/add/$1", true),
            form(SIGNAL, INVITE, "signal\\.group/#" + CODE, "signal.group/#$1", false),
            form(SIGNAL, PHONE, "signal\\.me/#p/\\+?" + NUMBER, "+$1", true),
            form(SIGNAL, ACCOUNT, "signal\\.me/#eu/" + CODE, "signal.me/#eu/$1", false));

    private AddressForms() {}

    private record Form(TargetPlatform platform, TargetKind kind, Pattern pattern, String form, boolean isFolded) {}

    private static Form form(TargetPlatform platform, TargetKind kind, String pattern, String form, boolean isFolded) {
        return new Form(platform, kind, Pattern.compile(pattern + REST), form, isFolded);
    }

    /**
     * The target at this address.
     *
     * @param address without scheme and {@code www.}, its host in lower case
     */
    static Optional<Target> target(String address, String asWritten) {
        for (Form form : FORMS) {
            Matcher matcher = form.pattern().matcher(address);
            if (matcher.matches()
                    && !(form.kind() == ACCOUNT
                            && NO_ACCOUNT.matcher(base(address)).matches())) {
                return Optional.of(made(form, matcher, asWritten));
            }
        }
        return Optional.empty();
    }

    /** A telephone number is one target whichever platform it was found on. */
    private static Target made(Form form, Matcher matcher, String asWritten) {
        String normalised = form.form();
        for (int group = matcher.groupCount(); group >= 1; group--) {
            normalised = normalised.replace("$" + group, matcher.group(group));
        }
        return new Target(
                form.kind(),
                form.kind() == PHONE ? "" : form.platform().wire(),
                form.isFolded() ? normalised.toLowerCase(Locale.ROOT) : normalised,
                asWritten);
    }

    private static String base(String address) {
        int end = address.length();
        for (char mark : new char[] {'?', '#'}) {
            int at = address.indexOf(mark);
            end = at >= 0 ? Math.min(end, at) : end;
        }
        return address.substring(0, end);
    }
}
