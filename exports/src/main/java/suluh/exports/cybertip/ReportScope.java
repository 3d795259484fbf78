package suluh.exports.cybertip;

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
import suluh.exports.ReadingTally;
import suluh.exports.StatedTime;
import suluh.exports.markup.Element;

/**
 * Where the names of one report hold, and how its facts are told.
 *
 * <p>What a report says of nobody in particular goes to "the report", an account without id and name.
 */
final class ReportScope {
    private final String name;
    private final String countryCode;
    private final ReadingTally tally;

    ReportScope(String fullPath, String countryCode, ReadingTally tally) {
        this.name = "report " + fullPath;
        this.countryCode = countryCode;
        this.tally = tally;
    }

    String name() {
        return name;
    }

    AccountRef report() {
        return AccountRef.named(Platform.CYBERTIP, null, name);
    }

    void note(String text, SourcePointer source) {
        attribute(report(), AttributeKind.NOTE, text, SourceTime.absent(), source);
    }

    void attribute(
            AccountRef account, AttributeKind kind, @Nullable String value, SourceTime at, SourcePointer source) {
        if (value != null && !value.isBlank()) {
            tally.emit(new Observation.Attribute(account, kind, value, at, source));
        }
    }

    /** A property under the element's own name. */
    void property(AccountRef account, String element, @Nullable String value, SourcePointer source) {
        if (value != null) {
            attribute(account, AttributeKind.PROPERTY, element + ": " + value, SourceTime.absent(), source);
        }
    }

    void contact(
            AccountRef account,
            ContactPointKind kind,
            ContactRelation relation,
            @Nullable String value,
            SourcePointer source) {
        if (value == null || value.isBlank()) {
            return;
        }
        String text = value.strip();
        String normalised = switch (kind) {
            case PHONE -> ContactPoints.phone(text, countryCode);
            case EMAIL -> ContactPoints.email(text);
            case HANDLE -> ContactPoints.handle(text);
            case PROFILE_URL, INVITE_LINK -> ContactPoints.url(text);
        };
        tally.emit(new Observation.ContactPoint(account, kind, relation, text, normalised, source));
    }

    /** Phones and mails of a person, a block or an associated account. */
    void contacts(AccountRef account, Element holder, ContactRelation relation, SourcePointer source) {
        for (Element phone : holder.children("phone")) {
            String calling = phone.attributes().get("countryCallingCode");
            String number = phone.text().strip();
            String whole = calling == null ? number : calling + number;
            tally.emit(new Observation.ContactPoint(
                    account,
                    ContactPointKind.PHONE,
                    relation,
                    number,
                    ContactPoints.phone(whole, countryCode),
                    source));
        }
        for (Element email : holder.children("email")) {
            contact(account, ContactPointKind.EMAIL, relation, email.text(), source);
        }
    }

    /** Addresses at which an account was seen, and devices it was seen on. */
    void captures(AccountRef account, Element block, SourcePointer source) {
        for (Element event : block.children("ipCaptureEvent")) {
            String address = event.textOf("ipAddress");
            if (address != null) {
                tally.emit(new Observation.Login(account, address, time(event.textOf("dateTime"), event), source));
            }
        }
        for (Element device : block.children("deviceId")) {
            String type = device.textOf("idType");
            String value = device.textOf("idValue");
            String whole = (type == null ? "" : type + " ") + (value == null ? "" : value);
            attribute(account, AttributeKind.DEVICE, whole, time(device.textOf("dateTime"), device), source);
        }
    }

    /** A place or postal address, its parts on one line. */
    void place(AccountRef account, Element place, SourcePointer source) {
        StringBuilder parts = new StringBuilder();
        for (Element part : place.children()) {
            String text = part.text().strip();
            parts.append(parts.isEmpty() || text.isEmpty() ? "" : " ").append(text);
        }
        attribute(account, AttributeKind.PLACE, parts.toString(), SourceTime.absent(), source);
    }

    SourceTime time(@Nullable String text, Element where) {
        if (text == null) {
            return SourceTime.absent();
        }
        SourceTime time = StatedTime.iso(text);
        return time == null ? StatedTime.unreadable(text, where.start(), tally) : time;
    }
}
