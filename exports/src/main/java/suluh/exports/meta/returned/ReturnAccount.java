package suluh.exports.meta.returned;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import suluh.core.observation.AccountRef;
import suluh.core.observation.Platform;

/** Reads how a return names an account: {@code nora.example (Instagram: 123) [Nora]}, {@code Kay (Facebook: 456)}. */
final class ReturnAccount {
    private static final Pattern NAMED = Pattern.compile(
            "(?<name>.*?)\\s*\\((?:(?<service>[A-Za-z ]{1,20}):\\s*)?(?<id>\\d{1,20})\\)\\s*(?:\\[(?<shown>.*)])?",
            Pattern.DOTALL);

    private ReturnAccount() {}

    /**
     * The account of a text.
     *
     * @param platform platform of the return, where the text names none
     * @param scope where the text holds as a bare name when it has no number
     */
    static AccountRef of(String text, Platform platform, String scope) {
        Matcher match = NAMED.matcher(text.strip());
        if (text.length() > 2_000 || !match.matches()) {
            return AccountRef.named(platform, text.strip(), scope);
        }
        String name = match.group("name").strip();
        return AccountRef.identified(
                platform(match.group("service"), platform), match.group("id"), name.isEmpty() ? null : name);
    }

    private static Platform platform(@Nullable String service, Platform other) {
        if (service == null) {
            return other;
        }
        return switch (service.strip().toLowerCase(Locale.ROOT)) {
            case "instagram" -> Platform.INSTAGRAM;
            case "facebook", "messenger" -> Platform.FACEBOOK;
            default -> other;
        };
    }
}
