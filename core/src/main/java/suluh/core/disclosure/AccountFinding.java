package suluh.core.disclosure;

import java.util.List;
import org.jspecify.annotations.Nullable;
import suluh.core.observation.Platform;

/**
 * One of the leading accounts, and why it stands where it stands.
 *
 * @param key unique key of the account
 * @param name display name, or null
 * @param actor id of the actor it was joined to, or null
 * @param messages messages it wrote
 * @param conversations conversations and groups it takes part in
 * @param priority place in the queue: higher first; orders attention and means nothing else
 * @param position place in the network
 * @param reasons strongest first
 * @param contactPoints identifiers of its own first
 */
public record AccountFinding(
        String key,
        @Nullable String name,
        Platform platform,
        @Nullable String actor,
        long messages,
        long conversations,
        double priority,
        NetworkPosition position,
        List<ReasonFinding> reasons,
        List<ContactFinding> contactPoints) {
    public AccountFinding {
        reasons = List.copyOf(reasons);
        contactPoints = List.copyOf(contactPoints);
    }
}
