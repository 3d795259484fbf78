package suluh.exports.cybertip;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import suluh.core.observation.AccountRef;
import suluh.core.observation.AttributeKind;
import suluh.core.observation.ContactPointKind;
import suluh.core.observation.ContactRelation;
import suluh.core.observation.Observation;
import suluh.core.observation.Platform;
import suluh.core.observation.RelationKind;
import suluh.core.observation.SourcePointer;
import suluh.core.observation.SourceTime;
import suluh.exports.ReadingTally;
import suluh.exports.markup.Element;

/**
 * Reads a person or account that a report speaks of: reported, intended recipient, victim, associated account.
 *
 * <p>An account is known by the platform's number together with the name of the service; without a number it is known
 * within its block alone, so that two blocks never become one by a shared name.
 */
final class PersonBlock {
    private static final List<String> TRUTHS = List.of(
            "compromisedAccount", "thirdPartyUserReported", "accountTemporarilyDisabled", "accountPermanentlyDisabled");
    private static final List<String> PROPERTIES = List.of("vehicleDescription", "allEmailsReported", "platform");

    private final ReportScope scope;
    private final ReadingTally tally;

    PersonBlock(ReportScope scope, ReadingTally tally) {
        this.scope = scope;
        this.tally = tally;
    }

    void take(Element block, SourcePointer source) {
        AccountRef account = account(block, source);
        tally.emit(new Observation.Account(account, false, SourceTime.absent(), source));
        scope.attribute(account, AttributeKind.PROPERTY, block.name(), SourceTime.absent(), source);
        takeAccount(account, block, source);
        for (Element person : block.children()) {
            if (person.name().endsWith("Person")) {
                takePerson(account, person, source);
            }
        }
        for (Element other : block.children("associatedAccount")) {
            SourcePointer own = tally.pointer(other.start(), other.end() - other.start());
            AccountRef associated = account(other, own);
            tally.emit(new Observation.Account(associated, false, SourceTime.absent(), own));
            tally.emit(new Observation.Relation(
                    account, associated, RelationKind.ASSOCIATED, SourceTime.absent(), source));
            takeAccount(associated, other, own);
            takePerson(associated, other, own);
        }
    }

    private AccountRef account(Element block, SourcePointer source) {
        String shown = block.textOf("screenName") == null ? block.textOf("displayName") : block.textOf("screenName");
        String number = block.textOf("espIdentifier");
        String service = firstOf(block.textOf("espService"), block.textOf("platform"));
        if (number == null) {
            return AccountRef.named(
                    Platform.CYBERTIP, shown, scope.name() + "/" + block.name() + "@" + source.offset());
        }
        String named = service == null ? scope.name() : service.toLowerCase(Locale.ROOT);
        return AccountRef.identified(Platform.CYBERTIP, named + "/" + number, shown);
    }

    private void takeAccount(AccountRef account, Element block, SourcePointer source) {
        scope.contact(account, ContactPointKind.HANDLE, ContactRelation.OWNED, block.textOf("screenName"), source);
        for (Element name : block.children("displayName")) {
            scope.property(account, "displayName", name.text().strip(), source);
        }
        for (Element url : block.children("profileUrl")) {
            scope.contact(account, ContactPointKind.PROFILE_URL, ContactRelation.OWNED, url.text(), source);
        }
        SourceTime none = SourceTime.absent();
        scope.attribute(account, AttributeKind.SERVICE, block.textOf("espService"), none, source);
        scope.attribute(account, AttributeKind.BIOGRAPHY, block.textOf("profileBio"), none, source);
        scope.attribute(account, AttributeKind.SCHOOL, block.textOf("schoolName"), none, source);
        scope.attribute(account, AttributeKind.GROUP_NUMBER, block.textOf("groupIdentifier"), none, source);
        for (Element earlier : block.children()) {
            if (earlier.name().startsWith("priorCTReport")) {
                scope.attribute(
                        account, AttributeKind.PRIOR_REPORT, earlier.text().strip(), none, source);
            }
        }
        for (Element note : block.children("additionalInfo")) {
            scope.attribute(account, AttributeKind.NOTE, note.text().strip(), none, source);
        }
        for (String property : PROPERTIES) {
            scope.property(account, property, block.textOf(property), source);
        }
        for (String truth : TRUTHS) {
            takeStanding(account, block.child(truth), source);
        }
        block.child("estimatedLocation").ifPresent(place -> scope.place(account, place, source));
        scope.captures(account, block, source);
    }

    /** {@code accountPermanentlyDisabled: true}, at the date that the element carries. */
    private void takeStanding(AccountRef account, Optional<Element> standing, SourcePointer source) {
        standing.ifPresent(element -> scope.attribute(
                account,
                AttributeKind.STANDING,
                element.name() + ": " + element.text().strip(),
                scope.time(element.attributes().get("disabledDate"), element),
                source));
    }

    private void takePerson(AccountRef account, Element person, SourcePointer source) {
        String first = person.textOf("firstName");
        String middle = person.textOf("middleName");
        String last = person.textOf("lastName");
        String name = join(join(first, middle), last);
        scope.property(account, person.name(), name, source);
        scope.contacts(account, person, ContactRelation.OWNED, source);
        SourceTime none = SourceTime.absent();
        scope.attribute(
                account,
                AttributeKind.AGE,
                firstOf(person.textOf("age"), person.textOf("approximateAge")),
                none,
                source);
        scope.attribute(account, AttributeKind.BIRTH_DATE, person.textOf("dateOfBirth"), none, source);
        for (Element address : person.children("address")) {
            scope.place(account, address, source);
        }
    }

    private static @Nullable String join(@Nullable String first, @Nullable String second) {
        return first == null ? second : second == null ? first : first + " " + second;
    }

    private static @Nullable String firstOf(@Nullable String first, @Nullable String second) {
        return first == null ? second : first;
    }
}
