package suluh.core.network;

import java.util.List;
import java.util.Locale;
import suluh.core.observation.SourcePointer;

/**
 * Why a node is given a role.
 *
 * @param figure count that the code speaks of
 * @param sources records to check it by; empty only where the structure of the whole network is the reason
 */
public record RoleEvidence(Role role, Code code, double figure, List<SourcePointer> sources) {
    /** What was observed. */
    public enum Code {
        ADMINISTERS_GROUPS,
        SENT_INVITATIONS,
        PUBLISHED_LINKS_TO_OTHER_PLATFORM,
        MOVED_A_CONTACT_TO_OTHER_PLATFORM,
        OFFERED_ACCESS_AT_A_PRICE,
        WROTE_MOST_OF_A_GROUP,
        TAKES_PART_IN_COMMUNITIES,
        WAS_WRITTEN_CUES,
        /** Pairs of others that only paths through the node join. */
        PARTS_THE_NETWORK,
        HAS_TIES;

        public String wire() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public RoleEvidence {
        sources = List.copyOf(sources);
    }
}
