package suluh.exports.meta.returned;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import suluh.core.observation.AccountRef;
import suluh.core.observation.AttributeKind;
import suluh.core.observation.ContactPointKind;
import suluh.core.observation.Observation;
import suluh.core.observation.RelationKind;
import suluh.core.observation.SourceTime;

/** Reads the sections about the account itself: who, since when, from where, with whom. */
final class AccountSections {
    private static final Pattern PHONE = Pattern.compile("\\+?\\d[\\d ()\\-]{5,20}\\d");
    private static final Map<String, RelationKind> LISTS = Map.of(
            "followers", RelationKind.FOLLOWS,
            "following", RelationKind.FOLLOWS,
            "friends", RelationKind.FRIEND,
            "removed_friends", RelationKind.FORMER_FRIEND,
            "friend_requests", RelationKind.FRIEND_REQUEST,
            "incoming_follow_requests", RelationKind.FOLLOW_REQUEST,
            "privacy_blocks", RelationKind.BLOCKS,
            "blocked_users", RelationKind.BLOCKS);
    private static final Set<String> CHANGES =
            Set.of("name_changes", "email_changes", "vanity_changes", "phone_number_changes");
    private static final Set<String> PROPERTIES = Set.of(
            "gender",
            "website",
            "account_end_date",
            "account_status_history",
            "linked_accounts",
            "privacy_settings",
            "account_read_receipts",
            "popular_block",
            "password_changes",
            "currency",
            "locale",
            "time_zone");
    private static final Set<String> ADDRESS_LABELS = Set.of(
            "IP Address",
            "Ip Address",
            "IP",
            "Registration Ip",
            "Registration IP",
            "Time",
            "Date Created",
            "Timestamp",
            "Action",
            "Logins",
            "Ip Addresses",
            "IP Addresses");
    private static final Set<String> REPORT_LABELS =
            Set.of("CyberTip ID", "Time", "Responsible Id", "Linked Media File:", "NCMEC Cybertips");
    private static final Set<String> DEVICES =
            Set.of("devices", "devices_info", "encrypted_connection_info", "machine_cookies");
    private static final Set<String> MEDIA = Set.of(
            "photos", "videos", "profile_picture", "archived_stories", "direct_stories", "live_videos", "stories");
    private static final Set<String> PLACES =
            Set.of("last_location", "locations", "address", "current_city", "hometown");
    private static final Set<String> OTHERS = Set.of(
            "request_parameters",
            "name",
            "emails",
            "vanity",
            "registration_date",
            "registration_ip",
            "phone_numbers",
            "logins",
            "ip_addresses",
            "about_me",
            "date_of_birth",
            "ncmec_reports");

    private final ReturnScope scope;
    private final LabelCoverage coverage;

    AccountSections(ReturnScope scope, LabelCoverage coverage) {
        this.scope = scope;
        this.coverage = coverage;
    }

    static boolean isKnown(String section) {
        return OTHERS.contains(section)
                || LISTS.containsKey(section)
                || CHANGES.contains(section)
                || PROPERTIES.contains(section)
                || DEVICES.contains(section)
                || MEDIA.contains(section)
                || PLACES.contains(section);
    }

    /** True when the section is known and the record is one of it. */
    boolean take(String section, ReturnRecord record) {
        if (!isKnown(section)) {
            return false;
        }
        record.fields()
                .forEach(field ->
                        coverage.saw(section, field.label(), isKnownLabel(section, field.label()), record.start()));
        RelationKind list = LISTS.get(section);
        if (list != null) {
            return takeList(section, list, record);
        }
        if (CHANGES.contains(section)) {
            return takeChange(record);
        }
        return switch (section) {
            case "request_parameters" -> takeRequest(record);
            case "emails" -> takeEach(record, ContactPointKind.EMAIL);
            case "phone_numbers" -> takeEach(record, ContactPointKind.PHONE);
            case "vanity" -> takeEach(record, ContactPointKind.HANDLE);
            case "registration_date" -> takeRegistration(record);
            case "registration_ip", "logins", "ip_addresses" -> takeAddress(record);
            case "ncmec_reports" -> takeReport(record);
            default -> takeWords(section, record);
        };
    }

    /** Most sections keep every label with its value; these take some values only. */
    private static boolean isKnownLabel(String section, String label) {
        return switch (section) {
            case "registration_ip", "logins", "ip_addresses" ->
                ADDRESS_LABELS.contains(label) || label.endsWith("Definition");
            case "ncmec_reports" -> REPORT_LABELS.contains(label) || label.endsWith("Definition");
            default -> true;
        };
    }

    private boolean takeRequest(ReturnRecord record) {
        String handle = record.firstOf("Account Identifier", "Vanity Name");
        scope.setTarget(record.firstOf("Service", "Account Type"), record.value("Target"));
        scope.emit(new Observation.Account(scope.target(), false, SourceTime.absent(), scope.pointer(record)));
        if (handle != null) {
            boolean address = handle.contains("/");
            scope.contact(address ? ContactPointKind.PROFILE_URL : ContactPointKind.HANDLE, handle, record);
        }
        for (ReturnRecord.Field field : record.fields()) {
            scope.attribute(AttributeKind.PROPERTY, field.label() + ": " + field.value(), SourceTime.absent(), record);
        }
        return !record.fields().isEmpty();
    }

    private boolean takeEach(ReturnRecord record, ContactPointKind kind) {
        boolean found = false;
        for (ReturnRecord.Field field : record.fields()) {
            for (String line : lines(field.value())) {
                String value = kind == ContactPointKind.PHONE ? phone(line) : line;
                boolean fits = value != null && (kind != ContactPointKind.EMAIL || value.contains("@"));
                if (fits && value != null) {
                    scope.contact(kind, value, record);
                    found = true;
                }
            }
        }
        return found;
    }

    private boolean takeRegistration(ReturnRecord record) {
        String text = anyValue(record);
        if (text == null) {
            return false;
        }
        SourceTime at = scope.time(text, record);
        scope.emit(new Observation.Account(scope.target(), false, at, scope.pointer(record)));
        return true;
    }

    /** {@code 192.0.2.7:4711} and {@code [2001:db8::7]:4711} carry a port. */
    private boolean takeAddress(ReturnRecord record) {
        String text = record.firstOf("IP Address", "Ip Address", "IP", "Registration Ip", "Registration IP");
        if (text == null) {
            return false;
        }
        String address = text.startsWith("[") && text.contains("]")
                ? text.substring(1, text.indexOf(']'))
                : text.matches("[\\d.]+:\\d+") ? text.substring(0, text.indexOf(':')) : text;
        SourceTime at = scope.time(record.firstOf("Time", "Date Created", "Timestamp"), record);
        scope.emit(new Observation.Login(scope.target(), address, at, scope.pointer(record)));
        return true;
    }

    private boolean takeChange(ReturnRecord record) {
        String before = null;
        for (ReturnRecord.Field field : record.fields()) {
            before = field.label().startsWith("Old") || field.label().startsWith("Previous") ? field.value() : before;
        }
        String value = before == null ? record.firstOf("Name", "Email", "Vanity", "Phone Number") : before;
        if (value == null) {
            return false;
        }
        SourceTime at = scope.time(record.firstOf("Time", "Date", "Date Created", "Timestamp"), record);
        scope.attribute(AttributeKind.FORMER_NAME, value, at, record);
        return true;
    }

    private boolean takeList(String section, RelationKind kind, ReturnRecord record) {
        boolean found = false;
        for (ReturnRecord.Field field : record.fields()) {
            for (String line : lines(field.value())) {
                AccountRef other = scope.account(line);
                boolean towards = section.equals("followers")
                        || section.startsWith("incoming")
                        || field.label().equals("Blocker");
                if (!other.equals(scope.target())) {
                    scope.emit(new Observation.Relation(
                            towards ? other : scope.target(),
                            towards ? scope.target() : other,
                            kind,
                            SourceTime.absent(),
                            scope.pointer(record)));
                }
                found = true;
            }
        }
        return found;
    }

    private boolean takeReport(ReturnRecord record) {
        String id = record.value("CyberTip ID");
        if (id == null) {
            return false;
        }
        SourceTime at = scope.time(record.value("Time"), record);
        scope.emit(new Observation.Report(scope.platform(), id, null, at, scope.pointer(record)));
        String responsible = record.value("Responsible Id");
        if (responsible != null) {
            AccountRef account = scope.account("(" + responsible + ")");
            scope.emit(new Observation.Attribute(account, AttributeKind.PRIOR_REPORT, id, at, scope.pointer(record)));
        }
        return true;
    }

    private boolean takeWords(String section, ReturnRecord record) {
        String words = record.fields().stream()
                .map(field -> field.label() + ": " + field.value())
                .collect(Collectors.joining("\n"));
        if (words.isEmpty()) {
            return !record.linked().isEmpty() || !record.nested().isEmpty();
        }
        AttributeKind kind = switch (section) {
            case "about_me" -> AttributeKind.BIOGRAPHY;
            case "date_of_birth" -> AttributeKind.BIRTH_DATE;
            default ->
                DEVICES.contains(section)
                        ? AttributeKind.DEVICE
                        : PLACES.contains(section) ? AttributeKind.PLACE : AttributeKind.PROPERTY;
        };
        String time = record.firstOf("Time", "Date Created", "Timestamp");
        scope.attribute(kind, words, time == null ? SourceTime.absent() : scope.time(time, record), record);
        return true;
    }

    private static @Nullable String phone(String line) {
        Matcher match = PHONE.matcher(line);
        return match.find() ? match.group() : null;
    }

    private static @Nullable String anyValue(ReturnRecord record) {
        for (ReturnRecord.Field field : record.fields()) {
            if (!field.value().isEmpty() && !field.label().endsWith("Definition")) {
                return field.value();
            }
        }
        return null;
    }

    private static List<String> lines(String value) {
        return value.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
