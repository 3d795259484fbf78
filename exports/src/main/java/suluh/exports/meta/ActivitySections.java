package suluh.exports.meta;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import suluh.core.observation.AccountRef;
import suluh.core.observation.Observation;
import suluh.core.observation.SourcePointer;
import suluh.core.observation.SourceTime;
import suluh.exports.ReadingTally;
import suluh.exports.json.JsonTree;

/** Reads log-ins and other acts that came from an address. */
final class ActivitySections {
    private static final Set<String> ACTIVITY_KEYS = Set.of(
            "action",
            "timestamp",
            "ip_address",
            "user_agent",
            "datr_cookie",
            "city",
            "region",
            "country",
            "ip",
            "site_name",
            "site");

    private final AccountRef holder;
    private final ReadingTally tally;

    ActivitySections(AccountRef holder, ReadingTally tally) {
        this.holder = holder;
        this.tally = tally;
    }

    /** A log-in, or another act with an address; acts without an address are read and say nothing here. */
    boolean takeActivity(JsonTree tree, SourcePointer source) {
        for (String key : tree.fields().keySet()) {
            if (!ACTIVITY_KEYS.contains(key)) {
                tally.unknownKey("account activity", key, source.offset());
            }
        }
        String stated = tree.at("ip_address").text();
        String address = stated == null ? tree.at("ip").text() : stated;
        String time = tree.at("timestamp").text();
        if (address == null && time == null) {
            return false;
        }
        if (address != null && !address.isEmpty()) {
            SourceTime at = MetaTime.seconds(time, source.offset(), tally);
            tally.emit(new Observation.Login(holder, address, at, source));
        }
        return true;
    }

    /**
     * An Instagram log-in. Labels are in the account's language, so that address and time are known by their form: the
     * only value that is an IP address, and the only time.
     */
    boolean takeInstagramLogin(JsonTree tree, SourcePointer source) {
        String address = null;
        String seconds = null;
        for (Map.Entry<String, JsonTree> entry :
                tree.at("string_map_data").fields().entrySet()) {
            String value = entry.getValue().at("value").text();
            if (value != null && isAddress(value)) {
                if (address != null) {
                    return false;
                }
                address = value;
            }
            String time = entry.getValue().at("timestamp").text();
            if (time != null && !time.equals("0")) {
                if (seconds != null && !seconds.equals(time)) {
                    return false;
                }
                seconds = time;
            }
        }
        if (address == null) {
            return false;
        }
        tally.emit(new Observation.Login(holder, address, MetaTime.seconds(seconds, source.offset(), tally), source));
        return true;
    }

    /** True for the form of an IPv4 or IPv6 address. */
    private static boolean isAddress(@Nullable String text) {
        if (text == null || text.length() < 3 || text.length() > 45) {
            return false;
        }
        int dots = 0;
        int colons = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.') {
                dots++;
            } else if (c == ':') {
                colons++;
            } else if (Character.digit(c, 16) < 0 || c > 'f') {
                return false;
            } else if (colons == 0 && dots > 0 && (c < '0' || c > '9')) {
                return false;
            }
        }
        return colons >= 2 || (dots == 3 && colons == 0);
    }
}
