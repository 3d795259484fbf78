package suluh.exports.meta;

import java.util.Map;
import java.util.Set;

/** Sections of an export that a reader knows, by the key at their root. */
public final class MetaSections {
    /** What a section holds. */
    enum Section {
        PROFILE,
        INSTAGRAM_PROFILE,
        GROUPS_JOINED,
        GROUP_POSTS,
        GROUP_COMMENTS,
        FRIENDS,
        ACTIVITY,
        INSTAGRAM_LOGINS
    }

    private static final Map<String, Section> SECTIONS = Map.ofEntries(
            Map.entry("profile_v2", Section.PROFILE),
            Map.entry("profile", Section.PROFILE),
            Map.entry("profile_user", Section.INSTAGRAM_PROFILE),
            Map.entry("groups_joined_v2", Section.GROUPS_JOINED),
            Map.entry("groups_joined", Section.GROUPS_JOINED),
            Map.entry("group_posts_v2", Section.GROUP_POSTS),
            Map.entry("group_posts", Section.GROUP_POSTS),
            Map.entry("group_comments_v2", Section.GROUP_COMMENTS),
            Map.entry("group_comments", Section.GROUP_COMMENTS),
            Map.entry("friends_v2", Section.FRIENDS),
            Map.entry("friends", Section.FRIENDS),
            Map.entry("account_activity_v2", Section.ACTIVITY),
            Map.entry("account_activity", Section.ACTIVITY),
            Map.entry("account_accesses_v2", Section.ACTIVITY),
            Map.entry("account_accesses", Section.ACTIVITY),
            Map.entry("account_history_login_history", Section.INSTAGRAM_LOGINS));

    private MetaSections() {}

    /** True when a root key names a section that is read. */
    public static boolean isSection(Set<String> rootKeys) {
        return rootKeys.stream().anyMatch(SECTIONS::containsKey);
    }

    /** The section of a key; throws for a key that names none. */
    static Section of(String key) {
        Section section = SECTIONS.get(key);
        if (section == null) {
            throw new IllegalArgumentException("no section has this key");
        }
        return section;
    }

    static boolean isKnown(String key) {
        return SECTIONS.containsKey(key);
    }
}
