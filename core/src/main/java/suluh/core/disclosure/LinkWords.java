package suluh.core.disclosure;

import java.util.Locale;
import suluh.core.identity.LinkEvidence;

/** English words for the steps of a waterfall. */
final class LinkWords {
    private LinkWords() {}

    /** Bits with their sign, such as {@code +4.2}. */
    static String bits(double bits) {
        return String.format(Locale.ROOT, "%+.1f", bits);
    }

    static String of(LinkEvidence evidence) {
        String level = evidence.field().level(evidence.level()).wire();
        return switch (evidence.field()) {
            case HOLDER -> "the export names both as its holder";
            case PHONE -> "telephone number of their own: " + identifier(level);
            case EMAIL -> "mail address of their own: " + identifier(level);
            case PROFILE_URL -> "profile address of their own: " + identifier(level);
            case DEVICE -> "device: " + identifier(level);
            case NETWORK -> "internet address: " + spaced(level);
            case AVATAR -> "profile picture: " + spaced(level);
            case NAME -> "display name: " + spaced(level);
            case HANDLE -> "account name: " + spaced(level);
            case BIOGRAPHY -> "description: " + spaced(level);
            case RHYTHM -> "hours of writing: " + spaced(level);
            case GROUPS -> "groups in common: " + spaced(level);
            case PASSAGES -> "long passages word for word in common: " + spaced(level);
            case PUBLISHED ->
                evidence.level() == 1
                        ? "one publishes what is recorded as the other's own:"
                        : "both publish the same rare contact:";
            case SERVICE -> evidence.level() == 2 ? "two accounts of one service" : "accounts of two services";
            case MEETING ->
                switch (evidence.level()) {
                    case 1 -> "seen at once in places far apart";
                    case 2 -> "they wrote to each other";
                    default -> "signed in at once from two networks";
                };
            case HOUSEHOLD ->
                evidence.level() == 1
                        ? "what a household shares agrees; mailbox or number, and what they show, differ"
                        : "what a family shares agrees; the names are of one family, the given names differ";
        };
    }

    private static String identifier(String level) {
        return level.equals("same-in-family") ? "same, and of what looks like another person as well" : spaced(level);
    }

    private static String spaced(String level) {
        return level.replace('-', ' ');
    }
}
