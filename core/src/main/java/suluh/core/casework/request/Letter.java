package suluh.core.casework.request;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import suluh.core.canon.JsonArray;
import suluh.core.canon.JsonObject;
import suluh.core.canon.JsonString;
import suluh.core.casework.Authority;
import suluh.core.casework.Provider;
import suluh.core.casework.course.Sensitivity;
import suluh.core.casework.targets.Target;

/**
 * All that a letter to a provider says: rendered for people by {@link LetterPage}, for machines by {@link #json}.
 *
 * @param kind what is asked
 * @param language {@code ms} or {@code en}
 * @param reference number of case and request
 * @param date day of the letter
 * @param agency full name of the agency that asks
 * @param provider whom it asks
 * @param authority power it rests on
 * @param items the six items, or null for a production or take-down
 * @param asked what it is about
 * @param clock the clock that will run, or null for none
 * @param mustNotTell true when the provider may tell nobody
 * @param sensitivity marking of the case
 * @param unpreserved why content to be taken down was not preserved; empty when it was
 */
public record Letter(
        RequestKind kind,
        String language,
        String reference,
        LocalDate date,
        String agency,
        Provider provider,
        Authority authority,
        @Nullable SixItems items,
        Asked asked,
        @Nullable RequestClock clock,
        boolean mustNotTell,
        Sensitivity sensitivity,
        String unpreserved) {
    /** The machine-readable twin; the format is that of {@code docs/formats/request.md}. */
    public JsonObject json() {
        JsonObject.Builder json = JsonObject.builder()
                .put("v", 1)
                .put("kind", kind.wire())
                .put("language", language)
                .put("reference", reference)
                .put("date", date.toString())
                .put("agency", agency)
                .put("provider", provider.id())
                .put(
                        "authority",
                        JsonObject.builder()
                                .put("reference", authority.reference())
                                .put("citation", authority.source().citation())
                                .put("verified", authority.source().verified())
                                .build())
                .put("mustNotTell", mustNotTell)
                .put("sensitivity", sensitivity.wire())
                .put(
                        "targets",
                        JsonArray.of(asked.targets().stream().map(Letter::json).toList()))
                .put(
                        "records",
                        JsonArray.of(asked.types().stream()
                                .map(type -> new JsonString(type.wire()))
                                .toList()));
        LocalDate from = asked.from();
        LocalDate until = asked.until();
        if (from != null) {
            json.put("from", from.toString());
        }
        if (until != null) {
            json.put("until", until.toString());
        }
        if (items != null) {
            json.put("article29", items.byLetter());
        }
        if (clock != null) {
            json.put(
                    "clock",
                    JsonObject.builder()
                            .put("code", clock.code())
                            .put("period", clock.period().toString())
                            .put("starts", clock.starts().wire())
                            .build());
        }
        if (kind == RequestKind.TAKE_DOWN) {
            json.put("preserved", unpreserved.isEmpty());
            if (!unpreserved.isEmpty()) {
                json.put("notPreservedBecause", unpreserved);
            }
        }
        return json.build();
    }

    private static JsonObject json(Target target) {
        return JsonObject.builder()
                .put("kind", target.kind().wire())
                .put("platform", target.platform())
                .put("normalised", target.normalised())
                .put("asWritten", target.asWritten())
                .build();
    }
}
