package suluh.core.network;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An invitation link that an account posted in one place, and where it may lead.
 *
 * @param value comparable form of the link
 * @param from key of the group it was posted in, or null for conversations of two
 * @param by key of the account that posted it
 * @param observed how often, when, and some of the messages
 * @param into keys of the groups that it may lead into, at most three; empty when nothing says
 * @param basis why it may lead there
 */
public record InvitePost(
        String value, @Nullable String from, String by, Observed observed, List<String> into, Basis basis) {
    /** What says where a link leads: no export names the group behind a secret link. */
    public enum Basis {
        /** Nothing does. */
        UNKNOWN,
        /** The group's own words carry the link. */
        STATED,
        /** Somebody who posts it administers these groups on the platform that it leads to. */
        ADMINISTRATOR_POSTS_IT;

        public String wire() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public InvitePost {
        into = List.copyOf(into);
        if (into.isEmpty() != (basis == Basis.UNKNOWN)) {
            throw new IllegalArgumentException("what leads somewhere leads there for a reason");
        }
    }
}
