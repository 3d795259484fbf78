package suluh.exports.meta.returned;

import java.util.Locale;
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
import suluh.exports.ExportFile;
import suluh.exports.ReadingContext;
import suluh.exports.ReadingTally;

/** Whose return a page is, and how its facts are told. */
final class ReturnScope {
    private final String root;
    private final String countryCode;
    private final ReadingTally tally;
    private Platform platform = Platform.FACEBOOK;
    private AccountRef target;

    ReturnScope(ExportFile file, ReadingContext context, ReadingTally tally) {
        String full = file.fullPath();
        this.root = full.substring(0, Math.max(0, full.lastIndexOf('/') + 1)) + "return";
        this.countryCode = context.defaultCountryCode();
        this.tally = tally;
        this.target = AccountRef.named(platform, null, root);
    }

    /** What the request named: service, and number of the account. */
    void setTarget(@Nullable String service, @Nullable String number) {
        boolean instagram = service != null && service.toLowerCase(Locale.ROOT).contains("instagram");
        platform = instagram ? Platform.INSTAGRAM : Platform.FACEBOOK;
        target = number != null && number.matches("\\d{1,20}")
                ? AccountRef.identified(platform, number, null)
                : AccountRef.named(platform, null, root);
    }

    AccountRef target() {
        return target;
    }

    Platform platform() {
        return platform;
    }

    Platform threadPlatform() {
        return platform == Platform.INSTAGRAM ? Platform.INSTAGRAM : Platform.MESSENGER;
    }

    String root() {
        return root;
    }

    AccountRef account(String text) {
        return ReturnAccount.of(text, platform, root);
    }

    SourcePointer pointer(ReturnRecord record) {
        return tally.pointer(record.start(), record.length());
    }

    SourceTime time(@Nullable String text, ReturnRecord record) {
        return ReturnTime.of(text, record.start(), tally);
    }

    void emit(Observation observation) {
        tally.emit(observation);
    }

    void attribute(AttributeKind kind, String value, SourceTime at, ReturnRecord record) {
        tally.emit(new Observation.Attribute(target, kind, value, at, pointer(record)));
    }

    void contact(ContactPointKind kind, String value, ReturnRecord record) {
        String normalised = switch (kind) {
            case PHONE -> ContactPoints.phone(value, countryCode);
            case EMAIL -> ContactPoints.email(value);
            case HANDLE -> ContactPoints.handle(value);
            case PROFILE_URL, INVITE_LINK -> ContactPoints.url(value);
        };
        tally.emit(
                new Observation.ContactPoint(target, kind, ContactRelation.OWNED, value, normalised, pointer(record)));
    }

    /** Linked media lie beside the page and are read as files; here stands which record they belong to. */
    void tellLinked(ReturnRecord record) {
        for (String path : record.linked()) {
            tally.emit(new Observation.Media(platform, path, -1, pointer(record)));
        }
    }
}
