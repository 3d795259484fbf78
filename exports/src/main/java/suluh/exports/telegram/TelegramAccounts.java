package suluh.exports.telegram;

import org.jspecify.annotations.Nullable;
import suluh.core.observation.AccountRef;
import suluh.core.observation.Platform;

/** Names accounts as Telegram does: {@code user} and a number, or a display name within one chat. */
final class TelegramAccounts {
    private TelegramAccounts() {}

    /**
     * The account of a record, or null when the record names nobody.
     *
     * @param id {@code user123}, {@code channel123}, or the bare number of exports before 2021
     * @param scope conversation that a bare name stays within
     */
    static @Nullable AccountRef account(@Nullable String name, @Nullable String id, String scope) {
        if (id != null && !id.isEmpty()) {
            return AccountRef.identified(Platform.TELEGRAM, normalId(id), name);
        }
        return name == null ? null : AccountRef.named(Platform.TELEGRAM, name, scope);
    }

    /** {@code user} before a bare number; any other id as it is. */
    static String normalId(String id) {
        for (int i = 0; i < id.length(); i++) {
            if (id.charAt(i) < '0' || id.charAt(i) > '9') {
                return id;
            }
        }
        return "user" + id;
    }

    /**
     * A number as Telegram shows it, with the plus that some versions leave out: it keeps numbers with their country.
     * A number that begins with zero is left as it is.
     */
    static String international(String phone) {
        boolean bare = !phone.isEmpty() && phone.charAt(0) >= '1' && phone.charAt(0) <= '9';
        return bare ? "+" + phone : phone;
    }
}
