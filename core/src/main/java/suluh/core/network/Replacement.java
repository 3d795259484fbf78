package suluh.core.network;

import java.time.Instant;
import java.util.List;
import suluh.core.observation.SourcePointer;

/**
 * A group that fell silent, and one that its members and links flowed to.
 *
 * @param silent key of the group that fell silent
 * @param silentSince its last message
 * @param successor key of the other group
 * @param moved accounts of the silent group that first appear in the other around the silence
 * @param activeMembers accounts of the silent group that were seen anywhere around the silence
 * @param expected accounts that would have appeared there anyway, by the flow in the months before
 * @param sharedLinks links that were posted in both
 * @param sources first records of some of the accounts that moved
 */
public record Replacement(
        String silent,
        Instant silentSince,
        String successor,
        long moved,
        long activeMembers,
        double expected,
        List<String> sharedLinks,
        List<SourcePointer> sources) {
    public Replacement {
        sharedLinks = List.copyOf(sharedLinks);
        sources = List.copyOf(sources);
    }
}
