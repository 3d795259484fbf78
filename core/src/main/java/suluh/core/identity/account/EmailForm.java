package suluh.core.identity.account;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Comparable form of a mail address: the differences that a provider itself ignores are taken away.
 *
 * <p>Rules, as the providers publish them (read November 2025): Gmail ignores dots and what follows a plus sign; Outlook,
 * iCloud, Proton and Fastmail ignore what follows a plus sign; each name of one provider is one host. Elsewhere the address
 * stays as it is, since another provider may give {@code a.b} and {@code ab} to two people.
 */
public final class EmailForm {
    private static final Map<String, String> ONE_HOST = Map.of(
            "googlemail.com", "gmail.com",
            "protonmail.com", "proton.me",
            "pm.me", "proton.me",
            "me.com", "icloud.com",
            "mac.com", "icloud.com");
    private static final Set<String> TAGGED =
            Set.of("gmail.com", "proton.me", "icloud.com", "outlook.com", "hotmail.com", "live.com", "fastmail.com");

    private EmailForm() {}

    /** The form of an address in lower case or not; what is no address comes back as it is, in lower case. */
    public static String of(String address) {
        String lower = address.strip().toLowerCase(Locale.ROOT);
        int at = lower.lastIndexOf('@');
        if (at <= 0) {
            return lower;
        }
        String written = lower.substring(at + 1);
        String host = ONE_HOST.getOrDefault(written, written);
        String name = lower.substring(0, at);
        int plus = name.indexOf('+');
        if (plus > 0 && TAGGED.contains(host)) {
            name = name.substring(0, plus);
        }
        String bare = host.equals("gmail.com") ? name.replace(".", "") : name;
        return (bare.isEmpty() ? name : bare) + "@" + host;
    }
}
