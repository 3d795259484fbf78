package suluh.core.disclosure;

import java.util.List;
import org.jspecify.annotations.Nullable;
import suluh.core.observation.ConversationRef;

/**
 * What the records say of one group or channel.
 *
 * @param messages messages read
 * @param members accounts seen as members or writing
 * @param administrators accounts that the source calls creator or administrator
 * @param statedPrivacy what it says of its own openness, or null
 * @param statedMembers members it claims, or -1
 * @param description its own words, or null
 * @param community number of its community in the network, or -1 when it has no ties
 * @param links contact points written in it, most frequent first
 */
public record GroupFinding(
        ConversationRef conversation,
        long messages,
        long members,
        long administrators,
        @Nullable String statedPrivacy,
        long statedMembers,
        @Nullable String description,
        int community,
        List<PublishedLink> links) {
    public GroupFinding {
        links = List.copyOf(links);
    }
}
