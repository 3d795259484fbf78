package suluh.exports.meta;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import suluh.core.observation.RelationKind;

/** Sections of an export that a reader knows, by the key at their root. */
public final class MetaSections {
    /** What a section holds. */
    enum Section {
        PROFILE,
        PROFILE_UPDATES,
        INSTAGRAM_PROFILE,
        INSTAGRAM_PROFILE_CHANGES,
        GROUPS_JOINED,
        GROUPS_ADMINISTERED,
        GROUP_POSTS,
        GROUP_COMMENTS,
        GROUP_ANSWERS,
        FACEBOOK_LIST,
        INSTAGRAM_LIST,
        ACTIVITY,
        SESSIONS,
        INSTAGRAM_LOGINS,
        INSTAGRAM_REGISTRATION,
        INSTAGRAM_DEVICES
    }

    private static final Map<String, Section> SECTIONS = new HashMap<>();
    private static final Map<String, RelationKind> RELATIONS = new HashMap<>();
    /** Sections whose records stand one level below the root key. */
    private static final Map<String, String> WRAPPED = Map.of("group_membership_questions_answers_v2", "group_answers");

    static {
        put(Section.PROFILE, "profile_v2", "profile");
        put(Section.PROFILE_UPDATES, "profile_updates_v2", "profile_updates");
        put(Section.INSTAGRAM_PROFILE, "profile_user");
        put(Section.INSTAGRAM_PROFILE_CHANGES, "profile_profile_change");
        put(Section.GROUPS_JOINED, "groups_joined_v2", "groups_joined");
        put(Section.GROUPS_ADMINISTERED, "groups_admined_v2", "groups_admined");
        put(Section.GROUP_POSTS, "group_posts_v2", "group_posts", "pending_posts_v2");
        put(Section.GROUP_COMMENTS, "group_comments_v2", "group_comments");
        put(Section.GROUP_ANSWERS, "group_membership_questions_answers_v2");
        put(Section.ACTIVITY, "account_activity_v2", "account_activity", "account_accesses_v2", "account_accesses");
        put(Section.ACTIVITY, "used_ip_address_v2", "used_ip_address");
        put(Section.SESSIONS, "active_sessions_v2", "active_sessions", "admin_records_v2", "administrative_records_v2");
        put(Section.SESSIONS, "login_protection_data_v2", "recognized_devices_v2", "recognized_devices");
        put(Section.INSTAGRAM_LOGINS, "account_history_login_history", "account_history_logout_history");
        put(Section.INSTAGRAM_REGISTRATION, "account_history_registration_info");
        put(Section.INSTAGRAM_DEVICES, "devices_devices", "devices_camera");
        facebook(RelationKind.FRIEND, "friends_v2", "friends");
        facebook(RelationKind.FORMER_FRIEND, "deleted_friends_v2", "deleted_friends", "removed_friends_v2");
        facebook(RelationKind.FRIEND_REQUEST, "received_requests_v2", "received_requests");
        facebook(RelationKind.FRIEND_REQUEST, "sent_requests_v2", "sent_requests");
        facebook(RelationKind.FRIEND_REFUSED, "rejected_requests_v2", "rejected_requests");
        facebook(RelationKind.FOLLOWS, "following_v3", "following_v2", "following", "followers_v2", "followers");
        facebook(RelationKind.BLOCKS, "blocked_users_v2", "blocked_users", "blocked_profiles_v2");
        instagram(RelationKind.FOLLOWS, "relationships_followers", "relationships_following");
        instagram(RelationKind.FORMERLY_FOLLOWED, "relationships_unfollowed_users");
        instagram(RelationKind.BLOCKS, "relationships_blocked_users");
        instagram(RelationKind.RESTRICTS, "relationships_restricted_users");
        instagram(RelationKind.FRIEND, "relationships_close_friends");
        instagram(
                RelationKind.FOLLOW_REQUEST,
                "relationships_follow_requests_sent",
                "relationships_permanent_follow_requests",
                "relationships_follow_requests_received");
    }

    /** Lists of accounts that act towards the holder; in all others the holder acts. */
    private static final Set<String> TOWARDS_HOLDER = Set.of(
            "received_requests_v2",
            "received_requests",
            "followers_v2",
            "followers",
            "relationships_followers",
            "relationships_follow_requests_received");

    private MetaSections() {}

    /** True when a root key names a section that is read. */
    public static boolean isSection(Set<String> rootKeys) {
        return rootKeys.stream().anyMatch(SECTIONS::containsKey);
    }

    /** True for the form of a list that stands at the root without a key: Instagram's {@code followers_1.json}. */
    public static boolean isBareList(String path, Set<String> recordKeys) {
        return bareList(path) != null && recordKeys.contains("string_list_data");
    }

    /** True for a photo album, which stands at the root without a key of its own: {@code posts/album/0.json}. */
    public static boolean isAlbum(String path, Set<String> rootKeys) {
        return isAlbum(path) && rootKeys.contains("photos");
    }

    static boolean isAlbum(String path) {
        return path.matches("(?:.*/)?album/[^/]{1,100}\\.json");
    }

    /** The key that a list without one would have, told by the platform's own name of the file; null for others. */
    static @Nullable String bareList(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (name.matches("followers(_\\d{1,4})?\\.json")) {
            return "relationships_followers";
        }
        return name.matches("following(_\\d{1,4})?\\.json") ? "relationships_following" : null;
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

    /** Key below the root key under which the records stand, or null when they stand there directly. */
    static @Nullable String wrapper(String key) {
        return WRAPPED.get(key);
    }

    /** What a list says of the accounts in it; throws for a key that names no list. */
    static RelationKind relation(String key) {
        RelationKind relation = RELATIONS.get(key);
        if (relation == null) {
            throw new IllegalArgumentException("no list has this key");
        }
        return relation;
    }

    static boolean actsTowardsHolder(String key) {
        return TOWARDS_HOLDER.contains(key);
    }

    private static void put(Section section, String... keys) {
        for (String key : keys) {
            SECTIONS.put(key, section);
        }
    }

    private static void facebook(RelationKind relation, String... keys) {
        put(Section.FACEBOOK_LIST, keys);
        for (String key : keys) {
            RELATIONS.put(key, relation);
        }
    }

    private static void instagram(RelationKind relation, String... keys) {
        put(Section.INSTAGRAM_LIST, keys);
        for (String key : keys) {
            RELATIONS.put(key, relation);
        }
    }
}
