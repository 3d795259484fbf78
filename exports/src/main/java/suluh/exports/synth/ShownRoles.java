package suluh.exports.synth;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import suluh.exports.synth.Conversation.Excerpt;
import suluh.exports.synth.ProbePlan.Marked;

/**
 * Roles in the network that each leading person plays in what is written, in the words of findings.
 *
 * <p>Administrator: made a group. Offers access: publishes prices. Recruiter: publishes invitations, brings
 * others into groups, or goes on with a child on a second platform. Broker: leads or connects two groups or more. Possibly
 * targeted child: is written cues.
 */
final class ShownRoles {
    private final SortedMap<String, SortedSet<String>> roles = new TreeMap<>();

    private ShownRoles() {}

    /** Roles by the id of the person, in the order of words. */
    static SortedMap<String, SortedSet<String>> of(ProbePlan plan) {
        ShownRoles shown = new ShownRoles();
        Map<String, Set<String>> groupsOf = new HashMap<>();
        for (Conversation group : groups(plan)) {
            List<Persona> core = group.crowd().core();
            shown.add(core.getFirst().id(), "administrator");
            core.forEach(one -> shown.leads(one, group.title(), groupsOf));
        }
        groupsOf.forEach((person, groups) -> {
            if (groups.size() > 1) {
                shown.add(person, "broker");
            }
        });
        shown.staged(plan.marked());
        return shown.roles;
    }

    private static List<Conversation> groups(ProbePlan plan) {
        List<Conversation> groups = new ArrayList<>();
        for (Export export : plan.exports()) {
            List<Excerpt> excerpts = switch (export) {
                case Export.FacebookAccount account -> account.threads();
                case Export.TelegramAccount account -> account.chats();
                case Export.TelegramChat chat -> List.of(chat.chat());
                case Export.WhatsappChat chat -> List.of(chat.chat());
            };
            excerpts.stream()
                    .map(Excerpt::conversation)
                    .filter(conversation -> conversation.shape() != Conversation.Shape.DIRECT)
                    .forEach(groups::add);
        }
        return groups;
    }

    private void leads(Persona person, String group, Map<String, Set<String>> groupsOf) {
        groupsOf.computeIfAbsent(person.id(), ignored -> new HashSet<>()).add(group);
        if (person.role() == Persona.Role.ACCESS_SELLER) {
            add(person.id(), "offers-access");
        } else if (person.role().promotes() || person.role() == Persona.Role.BROKER) {
            add(person.id(), "recruiter");
        }
    }

    private void staged(List<Marked> marked) {
        Map<String, Set<Conversation.Venue>> venues = new HashMap<>();
        for (Marked one : marked) {
            if (one.conversation().script() instanceof Script.Staged script) {
                Persona child = one.conversation().peerOf(script.actor());
                add(child.id(), "possibly-targeted-child");
                Set<Conversation.Venue> seen =
                        venues.computeIfAbsent(script.actor().id() + " " + child.id(), ignored -> new HashSet<>());
                seen.add(one.conversation().venue());
                if (seen.size() > 1) {
                    add(script.actor().id(), "recruiter");
                }
            }
        }
    }

    private void add(String person, String role) {
        roles.computeIfAbsent(person, ignored -> new TreeSet<>()).add(role);
    }
}
