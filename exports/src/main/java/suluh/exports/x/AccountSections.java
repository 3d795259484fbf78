package suluh.exports.x;

import java.util.List;
import org.jspecify.annotations.Nullable;
import suluh.core.observation.AccountRef;
import suluh.core.observation.AttributeKind;
import suluh.core.observation.ContactPointKind;
import suluh.core.observation.ContactPoints;
import suluh.core.observation.ContactRelation;
import suluh.core.observation.Observation;
import suluh.core.observation.Platform;
import suluh.core.observation.SourcePointer;
import suluh.core.observation.SourceTime;
import suluh.exports.ReadingContext;
import suluh.exports.ReadingTally;
import suluh.exports.StatedTime;
import suluh.exports.json.JsonTree;
import suluh.exports.json.RecordKeys;

/** Sections about the holder: account, addresses, devices, former names. */
final class AccountSections {
    private final AccountRef holder;
    private final ReadingContext context;
    private final ReadingTally tally;

    AccountSections(AccountRef holder, ReadingContext context, ReadingTally tally) {
        this.holder = holder;
        this.context = context;
        this.tally = tally;
    }

    /** The section of this name, or null when it is none of these. */
    @Nullable
    Section of(String name) {
        return switch (name) {
            case "account" ->
                Section.of(
                        "account",
                        keys("account")
                                .keep("email", "username", "accountId", "createdAt", "accountDisplayName")
                                .pass("createdVia"),
                        tally,
                        this::account);
            case "account-creation-ip" ->
                Section.of(
                        "accountCreationIp",
                        keys("accountCreationIp").keep("accountId", "userCreationIp"),
                        tally,
                        (record, source) -> login(record, "userCreationIp", null, source));
            case "ip-audit" ->
                Section.of(
                        "ipAudit",
                        keys("ipAudit")
                                .keep("accountId", "createdAt", "loginIp")
                                .pass("loginPortInfo"),
                        tally,
                        (record, source) -> login(record, "loginIp", "createdAt", source));
            case "account-suspension" ->
                Section.of(
                        "accountSuspension",
                        keys("accountSuspension").keep("timeStamp", "action"),
                        tally,
                        (record, source) -> attribute(AttributeKind.STANDING, record, "action", "timeStamp", source));
            case "ageinfo" -> ageInfo();
            case "device-token" ->
                Section.of(
                        "deviceToken",
                        keys("deviceToken")
                                .keep("token", "createdAt", "lastSeenAt", "clientApplicationName")
                                .pass("clientApplicationId"),
                        tally,
                        this::device);
            case "email-address-change" -> change("emailAddressChange", "emailChange", ContactPointKind.EMAIL);
            case "screen-name-change" -> change("screenNameChange", "screenNameChange", ContactPointKind.HANDLE);
            case "phone-number" ->
                Section.of(
                        "device",
                        keys("device").keep("phoneNumber"),
                        tally,
                        (record, source) -> owned(ContactPointKind.PHONE, record.textAt("phoneNumber"), source));
            case "ni-devices" -> messagingDevices();
            case "profile" -> profile();
            default -> null;
        };
    }

    private static RecordKeys.Builder keys(String name) {
        return RecordKeys.of(name);
    }

    private void account(JsonTree record, SourcePointer source) {
        String id = record.textAt("accountId");
        String shown = record.textAt("accountDisplayName");
        AccountRef account = id == null
                ? holder
                : AccountRef.identified(Platform.X, id, shown == null ? record.textAt("username") : shown);
        tally.emit(new Observation.Account(account, true, time(record, "createdAt", source), source));
        owned(account, ContactPointKind.EMAIL, record.textAt("email"), source);
        owned(account, ContactPointKind.HANDLE, record.textAt("username"), source);
        String handle = record.textAt("username");
        if (handle != null) {
            tally.emit(new Observation.ContactPoint(
                    account,
                    ContactPointKind.PROFILE_URL,
                    ContactRelation.OWNED,
                    handle,
                    "x.com/" + ContactPoints.handle(handle),
                    source));
        }
    }

    private void login(JsonTree record, String addressKey, @Nullable String timeKey, SourcePointer source) {
        String address = record.textAt(addressKey);
        if (address != null) {
            SourceTime at = timeKey == null ? SourceTime.absent() : time(record, timeKey, source);
            tally.emit(new Observation.Login(subject(record), address, at, source));
        }
    }

    private void attribute(AttributeKind kind, JsonTree record, String valueKey, String timeKey, SourcePointer source) {
        String value = record.textAt(valueKey);
        if (value != null) {
            tally.emit(new Observation.Attribute(subject(record), kind, value, time(record, timeKey, source), source));
        }
    }

    private Section ageInfo() {
        RecordKeys.Builder stated = keys("ageInfo").keep("age", "birthDate");
        RecordKeys.Builder inferred = keys("inferredAgeInfo").keep("age").pass("birthDate");
        return Section.of(
                "ageMeta",
                keys("ageMeta").keep("ageInfo", stated).keep("inferredAgeInfo", inferred),
                tally,
                (record, source) -> {
                    String birth = record.textAt("ageInfo", "birthDate");
                    if (birth != null) {
                        tally.emit(new Observation.Attribute(
                                holder, AttributeKind.BIRTH_DATE, birth, SourceTime.absent(), source));
                    }
                    ages(record.at("ageInfo", "age"), source);
                    ages(record.at("inferredAgeInfo", "age"), source);
                });
    }

    /** One age, or a list of bands. */
    private void ages(JsonTree age, SourcePointer source) {
        List<JsonTree> values = age.elements().isEmpty() ? List.of(age) : age.elements();
        for (JsonTree value : values) {
            if (value.text() != null && !value.text().isEmpty()) {
                tally.emit(new Observation.Attribute(
                        holder, AttributeKind.AGE, value.text(), SourceTime.absent(), source));
            }
        }
    }

    private void device(JsonTree record, SourcePointer source) {
        String token = record.textAt("token");
        if (token != null) {
            String application = record.textAt("clientApplicationName");
            String value = application == null ? token : application + " " + token;
            String when = record.textAt("lastSeenAt") == null ? "createdAt" : "lastSeenAt";
            tally.emit(
                    new Observation.Attribute(holder, AttributeKind.DEVICE, value, time(record, when, source), source));
        }
    }

    /** The former value is still the account's own: whoever has it too is worth a look. */
    private Section change(String wrapper, String inner, ContactPointKind kind) {
        RecordKeys.Builder change = keys(inner).keep("changedAt", "changedFrom", "changedTo");
        return Section.of(wrapper, keys(wrapper).keep("accountId").keep(inner, change), tally, (record, source) -> {
            JsonTree values = record.at(inner);
            owned(subject(record), kind, values.textAt("changedFrom"), source);
            owned(subject(record), kind, values.textAt("changedTo"), source);
            String former = values.textAt("changedFrom");
            if (former != null) {
                tally.emit(new Observation.Attribute(
                        subject(record), AttributeKind.FORMER_NAME, former, time(values, "changedAt", source), source));
            }
        });
    }

    private Section messagingDevices() {
        RecordKeys.Builder messaging = keys("messagingDevice")
                .keep("phoneNumber", "carrier", "deviceType", "createdDate")
                .pass("updatedDate");
        RecordKeys.Builder push = keys("pushDevice")
                .keep("deviceType", "deviceVersion", "udid", "token", "createdDate")
                .pass("updatedDate");
        return Section.of(
                "niDeviceResponse",
                keys("niDeviceResponse").keep("messagingDevice", messaging).keep("pushDevice", push),
                tally,
                (record, source) -> {
                    owned(ContactPointKind.PHONE, record.textAt("messagingDevice", "phoneNumber"), source);
                    for (String key : List.of("udid", "token")) {
                        String value = record.textAt("pushDevice", key);
                        if (value != null) {
                            tally.emit(new Observation.Attribute(
                                    holder, AttributeKind.DEVICE, value, SourceTime.absent(), source));
                        }
                    }
                });
    }

    private Section profile() {
        RecordKeys.Builder description = keys("description").keep("bio", "website", "location");
        return Section.of(
                "profile",
                keys("profile").keep("description", description).pass("avatarMediaUrl", "headerMediaUrl"),
                tally,
                (record, source) -> {
                    JsonTree texts = record.at("description");
                    about(AttributeKind.BIOGRAPHY, texts.textAt("bio"), source);
                    about(AttributeKind.PLACE, texts.textAt("location"), source);
                    String website = texts.textAt("website");
                    if (website != null) {
                        tally.emit(new Observation.ContactPoint(
                                holder,
                                ContactPointKind.PROFILE_URL,
                                ContactRelation.PUBLISHED,
                                website,
                                ContactPoints.url(website),
                                source));
                    }
                });
    }

    private void about(AttributeKind kind, @Nullable String value, SourcePointer source) {
        if (value != null) {
            tally.emit(new Observation.Attribute(holder, kind, value, SourceTime.absent(), source));
        }
    }

    private AccountRef subject(JsonTree record) {
        String id = record.textAt("accountId");
        return id == null || id.equals(holder.id()) ? holder : AccountRef.identified(Platform.X, id, null);
    }

    private void owned(ContactPointKind kind, @Nullable String value, SourcePointer source) {
        owned(holder, kind, value, source);
    }

    private void owned(AccountRef account, ContactPointKind kind, @Nullable String value, SourcePointer source) {
        if (value == null) {
            return;
        }
        String normalised = switch (kind) {
            case EMAIL -> ContactPoints.email(value);
            case PHONE -> ContactPoints.phone(value, context.defaultCountryCode());
            case HANDLE -> ContactPoints.handle(value);
            case PROFILE_URL, INVITE_LINK -> ContactPoints.url(value);
        };
        tally.emit(new Observation.ContactPoint(account, kind, ContactRelation.OWNED, value, normalised, source));
    }

    private SourceTime time(JsonTree record, String key, SourcePointer source) {
        String text = record.textAt(key);
        if (text == null) {
            return SourceTime.absent();
        }
        SourceTime time = StatedTime.iso(text);
        return time == null ? StatedTime.unreadable(text, source.offset(), tally) : time;
    }
}
