package suluh.exports.cybertip;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report that somebody may file with the CyberTipline; Suluh writes it and never sends it.
 *
 * @param incidentType category in the schema's own words; {@link #isIncidentType} knows them
 * @param platform name of the application, or empty
 * @param urgency why a child may be at risk now, or empty: only then is the report marked urgent
 * @param at moment of the incident
 * @param atNote how that moment is known
 * @param chats conversations that it is about
 * @param pages web addresses that it is about
 * @param agency agency that has the case already
 * @param caseNumber its number
 * @param filer who files
 * @param reported accounts that are reported
 * @param children accounts held to be a child's; empty when they are left out
 * @param note whatever else must be known
 */
public record TipReport(
        String incidentType,
        String platform,
        String urgency,
        Instant at,
        String atNote,
        List<Chat> chats,
        List<String> pages,
        String agency,
        String caseNumber,
        Filer filer,
        List<TipAccount> reported,
        List<TipAccount> children,
        String note) {
    public TipReport {
        if (!isIncidentType(incidentType)) {
            throw new IllegalArgumentException("no incident type of the schema");
        }
        chats = List.copyOf(chats);
        pages = List.copyOf(pages);
        reported = List.copyOf(reported);
        children = List.copyOf(children);
    }

    /** True for the words that the schema lists. */
    public static boolean isIncidentType(String words) {
        return Form.CYBERTIP.accepts("incidentType", words);
    }

    /**
     * A conversation.
     *
     * @param client program or platform
     * @param room its name or key
     * @param content passages, each with time, sender and pointer
     * @param note what the passages are
     */
    public record Chat(String client, String room, String content, String note) {}

    /** Who files: a name, and a mail address or empty. */
    public record Filer(String firstName, String lastName, String email) {}

    /**
     * An account.
     *
     * @param identifier the platform's own id, or empty
     * @param service platform
     * @param screenName handle, or empty
     * @param displayName shown name, or empty
     * @param profiles addresses of its own
     * @param phones numbers of its own
     * @param emails mail addresses of its own
     * @param sightings sign-ins, oldest first
     * @param note how the account is known
     */
    public record TipAccount(
            String identifier,
            String service,
            String screenName,
            String displayName,
            List<String> profiles,
            List<String> phones,
            List<String> emails,
            List<Sighting> sightings,
            String note) {
        public TipAccount {
            profiles = List.copyOf(profiles);
            phones = List.copyOf(phones);
            emails = List.copyOf(emails);
            sightings = List.copyOf(sightings);
        }
    }

    /** A sign-in: address that the platform saw, and when, or null. */
    public record Sighting(String address, @Nullable Instant at) {}
}
