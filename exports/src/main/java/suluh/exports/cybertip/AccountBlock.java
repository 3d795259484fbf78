package suluh.exports.cybertip;

import java.util.List;
import org.jspecify.annotations.Nullable;
import suluh.core.observation.AccountRef;
import suluh.core.observation.AttributeKind;
import suluh.core.observation.ContactPointKind;
import suluh.core.observation.ContactPoints;
import suluh.core.observation.ContactRelation;
import suluh.core.observation.Observation;
import suluh.core.observation.Platform;
import suluh.core.observation.RelationKind;
import suluh.core.observation.SourcePointer;
import suluh.core.observation.SourceTime;
import suluh.exports.ReadingContext;
import suluh.exports.ReadingTally;
import suluh.exports.xml.XmlElement;

/** Reads what a report states of one account: the reported one, a recipient, a victim, or one associated with them. */
final class AccountBlock {
    private final String scope;
    private final ReadingContext context;
    private final ReadingTally tally;

    /** @param scope report within which an account without the platform's id is told from others */
    AccountBlock(String scope, ReadingContext context, ReadingTally tally) {
        this.scope = scope;
        this.context = context;
        this.tally = tally;
    }

    /** Emits the account and everything that the block states of it. */
    AccountRef read(XmlElement block) {
        AccountRef account = account(block);
        SourcePointer whole = pointer(block);
        tally.emit(new Observation.Account(account, false, SourceTime.absent(), whole));
        attribute(account, AttributeKind.STANDING, block.name(), SourceTime.absent(), whole);
        for (XmlElement child : block.children()) {
            field(account, block, child);
        }
        return account;
    }

    /** The account that an element of a file's details speaks of without naming it. */
    AccountRef unnamed(XmlElement element) {
        return AccountRef.named(Platform.CYBERTIP, null, scope + "#" + element.start());
    }

    /**
     * An account id of the reporting platform holds within its service only, so the service is part of it; where the
     * report names no service the account stays within the report.
     */
    private AccountRef account(XmlElement block) {
        String id = block.textOf("espIdentifier");
        String service = block.textOf("espService");
        String name = name(block);
        return id.isEmpty() || service.isEmpty()
                ? AccountRef.named(Platform.CYBERTIP, name, scope + "#" + block.start())
                : AccountRef.identified(Platform.CYBERTIP, service + "/" + id, name);
    }

    private static @Nullable String name(XmlElement block) {
        for (String key : List.of("displayName", "screenName")) {
            if (!block.textOf(key).isEmpty()) {
                return block.textOf(key);
            }
        }
        return null;
    }

    private void field(AccountRef account, XmlElement block, XmlElement field) {
        String value = field.text().strip();
        switch (field.name()) {
            case "personOrUserReportedPerson", "intendedRecipientPerson", "victimPerson" ->
                field.children().forEach(inner -> field(account, block, inner));
            case "associatedAccount" -> associated(account, block, field);
            case "ipCaptureEvent" -> login(account, field);
            case "deviceId" -> device(account, field);
            case "phone" -> phone(account, field);
            case "email" -> contact(account, ContactPointKind.EMAIL, ContactPoints.email(value), field);
            case "screenName" -> contact(account, ContactPointKind.HANDLE, ContactPoints.handle(value), field);
            case "profileUrl" -> contact(account, ContactPointKind.PROFILE_URL, ContactPoints.url(value), field);
            case "address", "estimatedLocation" ->
                attribute(
                        account,
                        AttributeKind.PLACE,
                        joined(field),
                        time(field.attribute("timestamp"), field),
                        pointer(field));
            case "espService", "platform" -> attribute(account, AttributeKind.SERVICE, field);
            case "profileBio" -> attribute(account, AttributeKind.BIOGRAPHY, field);
            case "schoolName" -> attribute(account, AttributeKind.SCHOOL, field);
            case "age", "approximateAge" -> attribute(account, AttributeKind.AGE, field);
            case "dateOfBirth" -> attribute(account, AttributeKind.BIRTH_DATE, field);
            case "priorCTReports", "priorCTReport" -> attribute(account, AttributeKind.PRIOR_REPORT, field);
            case "groupIdentifier" -> attribute(account, AttributeKind.GROUP_NUMBER, field);
            case "additionalInfo" -> attribute(account, AttributeKind.NOTE, field);
            case "compromisedAccount",
                    "thirdPartyUserReported",
                    "allEmailsReported",
                    "accountTemporarilyDisabled",
                    "accountPermanentlyDisabled" -> standing(account, field);
            default -> attribute(account, AttributeKind.PROPERTY, stated(field), SourceTime.absent(), pointer(field));
        }
    }

    private void associated(AccountRef account, XmlElement block, XmlElement field) {
        AccountRef other = read(field);
        attribute(
                other, AttributeKind.PROPERTY, "type: " + field.attribute("type"), SourceTime.absent(), pointer(field));
        tally.emit(
                new Observation.Relation(account, other, RelationKind.ASSOCIATED, SourceTime.absent(), pointer(block)));
    }

    /** Address, and beside it what the event was. */
    void login(AccountRef account, XmlElement event) {
        SourceTime at = time(event.textOf("dateTime"), event);
        tally.emit(new Observation.Login(account, event.textOf("ipAddress"), at, pointer(event)));
        StringBuilder rest = new StringBuilder();
        for (XmlElement child : event.children()) {
            if (!child.name().equals("ipAddress") && !child.name().equals("dateTime")) {
                rest.append(rest.isEmpty() ? "" : " ").append(stated(child));
            }
        }
        if (!rest.isEmpty()) {
            attribute(account, AttributeKind.PROPERTY, rest.toString(), at, pointer(event));
        }
    }

    /** Kind and number of a device, and what happened with it. */
    void device(AccountRef account, XmlElement device) {
        SourceTime at = time(device.textOf("dateTime"), device);
        String number = device.textOf("idType") + " " + device.textOf("idValue");
        attribute(account, AttributeKind.DEVICE, number.strip(), at, pointer(device));
        device.first("eventName")
                .ifPresent(event -> attribute(account, AttributeKind.PROPERTY, stated(event), at, pointer(device)));
    }

    private void phone(AccountRef account, XmlElement field) {
        String value = field.text().strip();
        String code = field.attribute("countryCallingCode");
        String digits = value.startsWith("0") ? value.substring(1) : value;
        String whole = code.isEmpty() || value.startsWith("+") ? value : code + digits;
        contact(account, ContactPointKind.PHONE, ContactPoints.phone(whole, context.defaultCountryCode()), field);
    }

    private void contact(AccountRef account, ContactPointKind kind, String normalised, XmlElement field) {
        tally.emit(new Observation.ContactPoint(
                account, kind, ContactRelation.OWNED, field.text().strip(), normalised, pointer(field)));
        if (!field.attributes().isEmpty()) {
            attribute(account, AttributeKind.PROPERTY, stated(field), SourceTime.absent(), pointer(field));
        }
    }

    private void standing(AccountRef account, XmlElement field) {
        SourceTime at = time(field.attribute("disabledDate"), field);
        attribute(account, AttributeKind.STANDING, stated(field), at, pointer(field));
    }

    private void attribute(AccountRef account, AttributeKind kind, XmlElement field) {
        attribute(account, kind, field.text().strip(), SourceTime.absent(), pointer(field));
    }

    private void attribute(AccountRef account, AttributeKind kind, String value, SourceTime at, SourcePointer source) {
        tally.emit(new Observation.Attribute(account, kind, value, at, source));
    }

    private SourceTime time(String text, XmlElement field) {
        return ReportTime.of(text, context.assumedZone(), field.start(), tally);
    }

    private SourcePointer pointer(XmlElement element) {
        return tally.pointer(element.start(), element.length());
    }

    /** Name, value and attributes of an element without others inside. */
    private static String stated(XmlElement field) {
        String value = field.text().strip();
        StringBuilder text = new StringBuilder(field.name()).append(value.isEmpty() ? "" : ": " + value);
        field.attributes()
                .forEach((name, stated) ->
                        text.append(' ').append(name).append(": ").append(stated));
        return text.toString();
    }

    private static String joined(XmlElement place) {
        StringBuilder text = new StringBuilder();
        for (XmlElement part : place.children()) {
            if (!part.text().isBlank()) {
                text.append(text.isEmpty() ? "" : " ").append(part.text().strip());
            }
        }
        return text.toString();
    }
}
