package suluh.exports.meta;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import suluh.exports.ReadingTally;
import suluh.exports.json.JsonTree;

/**
 * Keys that records of the sections are known to have, at whatever depth.
 *
 * <p>Every other key is told, so that a key with a new name cannot drop what it held without a word. Keys of Instagram's
 * {@code string_map_data} are labels in the account's language: only in a profile, where they are read by their English
 * words, is another one told; elsewhere values are found by their form.
 */
final class SectionKeys {
    private static final String LABELLED = "string_map_data";
    private static final Set<String> KNOWN = Set.of(
            // what records of most sections have
            "name",
            "timestamp",
            "title",
            "data",
            "attachments",
            "media",
            "uri",
            "creation_timestamp",
            "description",
            "external_context",
            "url",
            "href",
            "value",
            "string_list_data",
            LABELLED,
            "media_map_data",
            "media_list_data",
            "label",
            "label_values",
            "tags",
            "text",
            "place",
            "fbid",
            "update_timestamp",
            "media_metadata",
            "source",
            "backup_uri",
            // posts, comments and answers in groups
            "post",
            "comment",
            "comments",
            "author",
            "group",
            "group_name",
            "answers",
            "answer",
            "question",
            "rules_agreement",
            "group_answers",
            // a profile
            "full_name",
            "first_name",
            "middle_name",
            "last_name",
            "emails",
            "previous_emails",
            "pending_emails",
            "ad_account_emails",
            "year",
            "month",
            "day",
            "phone_type",
            "phone_number",
            "verified",
            "start_timestamp",
            "end_timestamp",
            "graduated",
            "concentrations",
            "degree",
            "school_type",
            // acts, sessions and devices
            "action",
            "ip_address",
            "ip",
            "user_agent",
            "datr_cookie",
            "city",
            "region",
            "country",
            "site_name",
            "site",
            "event",
            "session",
            "created_timestamp",
            "updated_timestamp",
            "device",
            "location",
            "app",
            "session_type",
            "type",
            "old_name",
            "new_name",
            "marked_as_spam",
            "contact_info");
    private static final Set<String> PROFILE_LABELS = Set.of(
            "Username",
            "Name",
            "Email",
            "Phone Number",
            "Phone Confirmed",
            "Bio",
            "Gender",
            "Date of birth",
            "Website",
            "Private Account",
            "Profile Photo",
            "Changed",
            "Previous Value",
            "New Value",
            "Change Date",
            // of the registration
            "IP Address",
            "Time",
            "Device");

    /** Keys of one picture of an Instagram profile. */
    private static final Set<String> PICTURE_KEYS = Set.of(
            "uri", "creation_timestamp", "title", "media_metadata", "cross_post_source", "backup_uri", "dubbing_info");

    /** What is read of a Facebook profile and has keys of its own. */
    private static final List<String> READ_OF_PROFILE = List.of(
            "name",
            "emails",
            "birthday",
            "phone_numbers",
            "previous_names",
            "other_names",
            "current_city",
            "hometown",
            "intro_bio",
            "education_experiences");

    private SectionKeys() {}

    /** Tells the keys of a record that are not known. */
    static void tellUnknown(
            MetaSections.Section section, String name, JsonTree record, long offset, ReadingTally tally) {
        if (section == MetaSections.Section.ACTIVITY) {
            return; // compares its keys itself
        }
        boolean profile = section == MetaSections.Section.INSTAGRAM_PROFILE
                || section == MetaSections.Section.INSTAGRAM_PROFILE_CHANGES
                || section == MetaSections.Section.INSTAGRAM_REGISTRATION;
        Deque<JsonTree> left = new ArrayDeque<>();
        if (section == MetaSections.Section.PROFILE) {
            // The reader compares the first level itself.
            READ_OF_PROFILE.forEach(key -> left.add(record.at(key)));
        } else {
            left.add(record);
        }
        while (!left.isEmpty()) {
            JsonTree tree = left.removeLast();
            left.addAll(tree.elements());
            for (Map.Entry<String, JsonTree> field : tree.fields().entrySet()) {
                String key = field.getKey();
                if (!KNOWN.contains(key)) {
                    tally.unknownKey(name, key, offset);
                }
                if (key.equals(LABELLED)) {
                    tellLabels(profile, name, field.getValue(), offset, tally);
                    left.addAll(field.getValue().fields().values());
                } else if (key.equals("media_map_data")) {
                    tellLabels(profile, name, field.getValue(), offset, tally);
                    tellPictures(profile, name, field.getValue(), offset, tally);
                } else {
                    left.add(field.getValue());
                }
            }
        }
    }

    private static void tellPictures(boolean profile, String name, JsonTree pictures, long offset, ReadingTally tally) {
        for (JsonTree picture : pictures.fields().values()) {
            for (String key : picture.fields().keySet()) {
                if (profile && !PICTURE_KEYS.contains(key)) {
                    tally.unknownKey(name, key, offset);
                }
            }
        }
    }

    private static void tellLabels(boolean profile, String name, JsonTree labels, long offset, ReadingTally tally) {
        for (String label : labels.fields().keySet()) {
            if (profile && !PROFILE_LABELS.contains(label)) {
                tally.unknownKey(name, label, offset);
            }
        }
    }
}
