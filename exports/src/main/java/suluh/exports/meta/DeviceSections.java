package suluh.exports.meta;

import java.util.List;
import org.jspecify.annotations.Nullable;
import suluh.core.observation.AccountRef;
import suluh.core.observation.AttributeKind;
import suluh.core.observation.Observation;
import suluh.core.observation.SourcePointer;
import suluh.core.observation.SourceTime;
import suluh.exports.ReadingTally;
import suluh.exports.json.JsonTree;

/** Reads sessions, devices and changes of the profile. */
final class DeviceSections {
    private final AccountRef holder;
    private final ReadingTally tally;

    DeviceSections(AccountRef holder, ReadingTally tally) {
        this.holder = holder;
        this.tally = tally;
    }

    /** A session, or an act of the account with the session it was done in. */
    boolean takeSession(JsonTree tree, SourcePointer source) {
        JsonTree session = tree.fields().containsKey("session") ? tree.at("session") : tree;
        String address = session.at("ip_address").text();
        String created = firstText(session, "created_timestamp", "timestamp", "updated_timestamp");
        SourceTime at = MetaTime.seconds(created, source.offset(), tally);
        boolean found = false;
        if (address != null && !address.isEmpty()) {
            tally.emit(new Observation.Login(holder, address, at, source));
            found = true;
        }
        found |= tell(AttributeKind.USER_AGENT, session.at("user_agent").text(), at, source);
        found |= tell(AttributeKind.DEVICE, session.at("device").text(), at, source);
        found |= tell(AttributeKind.PLACE, session.at("location").text(), at, source);
        found |= tell(AttributeKind.PROPERTY, tree.at("event").text(), at, source);
        return found || tell(AttributeKind.DEVICE, tree.at("name").text(), at, source);
    }

    /** Instagram's devices: labels are in the account's language, so every value is told as it stands. */
    boolean takeInstagramDevice(JsonTree tree, SourcePointer source) {
        String seconds = null;
        for (JsonTree entry : tree.at("string_map_data").fields().values()) {
            String time = entry.at("timestamp").text();
            seconds = time == null || time.equals("0") ? seconds : time;
        }
        SourceTime at = MetaTime.seconds(seconds, source.offset(), tally);
        boolean found = false;
        for (JsonTree entry : tree.at("string_map_data").fields().values()) {
            String value = entry.at("value").text();
            boolean agent = value != null && (value.contains("/") || value.contains("Instagram "));
            found |= tell(agent ? AttributeKind.USER_AGENT : AttributeKind.DEVICE, value, at, source);
        }
        return found;
    }

    /** A change of Instagram's profile; the value before it is a former name when the change was one of names. */
    boolean takeInstagramChange(JsonTree tree, SourcePointer source) {
        JsonTree values = tree.at("string_map_data");
        String before = values.at("Previous Value", "value").text();
        String after = values.at("New Value", "value").text();
        String changed = values.at("Changed", "value").text();
        if (changed == null || (before == null && after == null)) {
            return false;
        }
        SourceTime at = MetaTime.seconds(values.at("Change Date", "timestamp").text(), source.offset(), tally);
        boolean name = List.of("Username", "Name", "Profile Name", "Email", "Phone Number")
                .contains(changed);
        tell(name ? AttributeKind.FORMER_NAME : AttributeKind.PROPERTY, before, at, source);
        tell(AttributeKind.PROPERTY, changed + ": " + (after == null ? "" : after), at, source);
        return true;
    }

    /** A sentence about a change of the profile, in the account's language. */
    boolean takeUpdate(JsonTree tree, SourcePointer source) {
        SourceTime at = MetaTime.seconds(tree.at("timestamp").text(), source.offset(), tally);
        return tell(AttributeKind.PROPERTY, tree.at("title").text(), at, source);
    }

    /** Names that the account had before, and what else a profile says of its holder. */
    void takeProfile(JsonTree profile, SourcePointer source) {
        for (JsonTree former : profile.at("previous_names").elements()) {
            SourceTime until = MetaTime.seconds(former.at("timestamp").text(), source.offset(), tally);
            tell(AttributeKind.FORMER_NAME, former.at("name").text(), until, source);
        }
        for (JsonTree other : profile.at("other_names").elements()) {
            tell(AttributeKind.FORMER_NAME, other.at("name").text(), SourceTime.absent(), source);
        }
        tell(AttributeKind.PLACE, profile.at("current_city", "name").text(), SourceTime.absent(), source);
        tell(AttributeKind.PLACE, profile.at("hometown", "name").text(), SourceTime.absent(), source);
        tell(AttributeKind.BIOGRAPHY, profile.at("intro_bio", "name").text(), SourceTime.absent(), source);
        tell(AttributeKind.BIOGRAPHY, profile.at("about_me").text(), SourceTime.absent(), source);
        for (JsonTree school : profile.at("education_experiences").elements()) {
            tell(AttributeKind.SCHOOL, school.at("name").text(), SourceTime.absent(), source);
        }
        JsonTree birthday = profile.at("birthday");
        String year = birthday.at("year").text();
        String month = birthday.at("month").text();
        String day = birthday.at("day").text();
        if (month != null && day != null) {
            String date = (year == null ? "" : year + " ") + month + " " + day;
            tell(AttributeKind.BIRTH_DATE, date, SourceTime.absent(), source);
        }
    }

    private boolean tell(AttributeKind kind, @Nullable String value, SourceTime at, SourcePointer source) {
        if (value == null || value.isBlank()) {
            return false;
        }
        tally.emit(new Observation.Attribute(holder, kind, Mojibake.repaired(value), at, source));
        return true;
    }

    private static @Nullable String firstText(JsonTree tree, String... keys) {
        for (String key : keys) {
            String text = tree.at(key).text();
            if (text != null) {
                return text;
            }
        }
        return null;
    }
}
