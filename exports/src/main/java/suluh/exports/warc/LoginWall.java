package suluh.exports.warc;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Recognises a page that asks to sign in where something else was asked for.
 *
 * <p>A triage aid with its sign said, not a proof: the page itself is kept. Missing one would pass a form off as a
 * group's content; so one strong sign is enough, or two weak ones.
 */
public final class LoginWall {
    /** Paths of the sign-in pages of the services that complaints concern. */
    private static final List<String> PATHS = List.of(
            "/login",
            "/login.php",
            "/login/",
            "/accounts/login",
            "/i/flow/login",
            "/checkpoint",
            "/signin",
            "/sign-in",
            "/users/sign_in",
            "/authwall",
            "/uas/login");

    private static final Pattern TITLE = Pattern.compile(
            "\\b(?:log ?in|log ?on|sign ?in|sign ?up|log masuk|daftar masuk|masuk|iniciar sesi\u00F3n|entrar)\\b"
                    + "|\u767B\u5F55|\u767B\u9304|\u0B89\u0BB3\u0BCD\u0BA8\u0BC1\u0BB4\u0BC8",
            Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern WORDS =
            Pattern.compile("you must log in to continue|log in to continue|log in to see|sign in to continue"
                    + "|sign up to see|create an account or log in|log masuk untuk meneruskan|anda mesti log masuk"
                    + "|masuk untuk melanjutkan");
    /** A page with a form of sign-in and more text than this holds something else too. */
    private static final int LITTLE_TEXT_CHARS = 1_500;

    private LoginWall() {}

    /** The sign by which an answer of this status is a login wall, or empty when it shows none. */
    static Optional<String> ofAnswer(int status, String location) {
        if (status == 401 || status == 407) {
            return Optional.of("the server answered " + status + ", which asks to sign in");
        }
        boolean redirect = status >= 300 && status < 400;
        return redirect && isLoginAddress(location)
                ? Optional.of("the server sent the browser to a page to sign in")
                : Optional.empty();
    }

    /** The sign by which a page is a login wall, or empty when it shows none. */
    static Optional<String> ofPage(String address, PageScan page) {
        if (isLoginAddress(address)) {
            return Optional.of("the page captured is the address to sign in");
        }
        boolean little = page.text().length() < LITTLE_TEXT_CHARS;
        boolean titled = isLoginTitle(page.title());
        if (page.hasPasswordField() && (little || titled)) {
            return Optional.of("the page asks for a password and holds little else");
        }
        return ofText(page.title(), page.text());
    }

    /** The sign by which text without its markup is that of a login wall, or empty when it shows none. */
    public static Optional<String> ofText(@Nullable String title, String text) {
        boolean little = text.length() < LITTLE_TEXT_CHARS;
        if (little && WORDS.matcher(text.toLowerCase(Locale.ROOT)).find()) {
            return Optional.of("the page says that one must sign in to go on");
        }
        return little && isLoginTitle(title)
                ? Optional.of("the title asks to sign in and the page holds little else")
                : Optional.empty();
    }

    private static boolean isLoginTitle(@Nullable String title) {
        return title != null && TITLE.matcher(title.toLowerCase(Locale.ROOT)).find();
    }

    static boolean isLoginAddress(String address) {
        if (address.isEmpty()) {
            return false;
        }
        try {
            String path = URI.create(address.strip()).getPath();
            String lower = path == null ? "" : path.toLowerCase(Locale.ROOT);
            return PATHS.stream().anyMatch(known -> lower.equals(known) || lower.startsWith(known + "/"));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
