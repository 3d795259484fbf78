package suluh.exports.synth;

import java.util.Locale;

/**
 * One synthetic person as each platform shows them.
 *
 * @param id person behind it; two personas of one id are two accounts of one person
 * @param role part in the probe
 * @param facebookName display name on the Facebook-like platform
 * @param telegramName display name on Telegram
 * @param telegramId number in {@code from_id}
 * @param whatsappName name under which phones have saved them; empty when nobody has
 * @param phone reserved number in E.164
 * @param email address under a reserved domain
 * @param username account name, the same on each platform that has one
 * @param invite link of the Telegram group that this person leads others to; empty for most
 */
record Persona(
        String id,
        Role role,
        String facebookName,
        String telegramName,
        long telegramId,
        String whatsappName,
        String phone,
        String email,
        String username,
        String invite) {
    /** Part that a person plays in the probe. */
    enum Role {
        ADMINISTRATOR,
        RECRUITER,
        ACCESS_SELLER,
        BROKER,
        CHILD,
        REPORTER,
        MEMBER,
        /** Not in the group; there to be told apart from others. */
        OUTSIDER;

        String wire() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Section of the templates that this part publishes from: sellers name a price, the others invite. */
        String section() {
            return this == ACCESS_SELLER ? "sell" : "promote";
        }

        /** True for those who post invitations and numbers. */
        boolean promotes() {
            return this == ADMINISTRATOR || this == RECRUITER || this == ACCESS_SELLER;
        }
    }

    /** {@code +601555550123} as people write it: {@code +60 15-5555 0123}. */
    String writtenPhone() {
        return phone.substring(0, 3) + " " + phone.substring(3, 5) + "-" + phone.substring(5, 9) + " "
                + phone.substring(9);
    }

    /** The number with spaces only, as Telegram Desktop formats it. */
    String spacedPhone() {
        return writtenPhone().replace('-', ' ');
    }

    /** Address of the account's page, under a reserved domain. */
    String profileUri() {
        return "https://www.facebook.example/" + username;
    }

    /** Saved name, or the number where none is saved. */
    String whatsappLabel() {
        return whatsappName.isEmpty() ? writtenPhone() : whatsappName;
    }
}
