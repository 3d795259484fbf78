package suluh.exports.synth;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import suluh.exports.synth.Conversation.Crowd;
import suluh.exports.synth.Conversation.Venue;

/** Where the leading people of a plan can be seen, and which of their accounts an export alone can join. */
final class Sightings {
    /**
     * One account as the exports show it.
     *
     * @param key unique within truth.json
     * @param platform facebook, telegram or whatsapp
     * @param id the platform's id, or empty where exports give names only
     * @param name shown name
     * @param owned identifiers that an export states as the account's own, by kind
     * @param exports paths of exports handed in by the account's holder
     */
    record Account(
            String key, String platform, String id, String name, Map<String, String> owned, List<String> exports) {}

    /** An owned identifier that accounts of one actor share, or one account in two exports. */
    record StrongLink(String kind, String value, List<String> accounts) {}

    private final ProbePlan plan;
    private final Map<Persona, List<String>> facebookExports = new LinkedHashMap<>();
    private final Map<Persona, List<String>> telegramExports = new LinkedHashMap<>();
    private final Map<Persona, TreeMap<Venue, Boolean>> seen = new LinkedHashMap<>();

    Sightings(ProbePlan plan) {
        this.plan = plan;
        plan.cast().leading().values().forEach(persona -> seen.put(persona, new TreeMap<>()));
        for (Export export : plan.exports()) {
            switch (export) {
                case Export.FacebookAccount account -> {
                    facebookExports
                            .computeIfAbsent(account.owner(), owner -> new ArrayList<>())
                            .add(account.path());
                    see(account.owner(), Venue.MESSENGER);
                    account.threads().forEach(thread -> see(thread.conversation()));
                }
                case Export.TelegramAccount account -> {
                    telegramExports
                            .computeIfAbsent(account.owner(), owner -> new ArrayList<>())
                            .add(account.path());
                    see(account.owner(), Venue.TELEGRAM);
                    account.chats().forEach(chat -> see(chat.conversation()));
                }
                case Export.TelegramChat chat -> see(chat.chat().conversation());
                case Export.WhatsappChat chat -> see(chat.chat().conversation());
            }
        }
    }

    /** Personas by actor, in the order of the cast. */
    Map<String, List<Persona>> actors() {
        Map<String, List<Persona>> actors = new LinkedHashMap<>();
        for (Persona persona : plan.cast().leading().values()) {
            actors.computeIfAbsent(persona.id(), id -> new ArrayList<>()).add(persona);
        }
        return actors;
    }

    List<Account> accountsOf(List<Persona> personas) {
        List<Account> accounts = new ArrayList<>();
        for (Persona persona : personas) {
            for (Venue venue : seen.getOrDefault(persona, new TreeMap<>()).keySet()) {
                accounts.add(account(persona, venue));
            }
        }
        return accounts;
    }

    /** Identifiers that join two accounts, or two exports of one account. */
    static List<StrongLink> strongLinks(List<Account> accounts) {
        TreeMap<String, List<String>> holders = new TreeMap<>();
        for (Account account : accounts) {
            int copies = Math.max(1, account.exports().size());
            account.owned().forEach((kind, value) -> {
                List<String> keys = holders.computeIfAbsent(kind + " " + value, identifier -> new ArrayList<>());
                for (int copy = 0; copy < copies; copy++) {
                    keys.add(account.key());
                }
            });
        }
        List<StrongLink> links = new ArrayList<>();
        holders.forEach((identifier, keys) -> {
            if (keys.size() > 1) {
                int space = identifier.indexOf(' ');
                links.add(new StrongLink(
                        identifier.substring(0, space),
                        identifier.substring(space + 1),
                        keys.stream().distinct().toList()));
            }
        });
        return links;
    }

    /** The name or number under which an account's messages stand in exports of {@code venue}. */
    static String shownName(Persona persona, Venue venue) {
        return switch (venue) {
            case MESSENGER -> persona.facebookName();
            case TELEGRAM -> persona.telegramName();
            case WHATSAPP -> persona.whatsappLabel();
        };
    }

    private Account account(Persona persona, Venue venue) {
        String name = shownName(persona, venue);
        TreeMap<String, String> owned = new TreeMap<>();
        return switch (venue) {
            case MESSENGER -> {
                List<String> exports = facebookExports.getOrDefault(persona, List.of());
                if (!exports.isEmpty()) {
                    owned.put("email", persona.email());
                    owned.put("phone", persona.phone());
                    owned.put("profile-url", persona.profileUri());
                }
                yield new Account("facebook:" + persona.username(), "facebook", "", name, owned, exports);
            }
            case TELEGRAM -> {
                List<String> exports = telegramExports.getOrDefault(persona, List.of());
                if (!exports.isEmpty()) {
                    owned.put("phone", persona.phone());
                }
                String id = "user" + persona.telegramId();
                yield new Account("telegram:" + id, "telegram", id, name, owned, exports);
            }
            case WHATSAPP -> {
                boolean byNumber = persona.whatsappName().isEmpty();
                if (byNumber) {
                    owned.put("phone", persona.phone());
                }
                String id = byNumber ? persona.phone() : "";
                yield new Account("whatsapp:" + persona.username(), "whatsapp", id, name, owned, List.of());
            }
        };
    }

    private void see(Conversation conversation) {
        Crowd crowd = conversation.crowd();
        crowd.core().forEach(persona -> see(persona, conversation.venue()));
        crowd.pool().forEach(persona -> see(persona, conversation.venue()));
    }

    private void see(Persona persona, Venue venue) {
        TreeMap<Venue, Boolean> venues = seen.get(persona);
        if (venues != null) {
            venues.put(venue, true);
        }
    }
}
