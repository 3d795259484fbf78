package suluh.core.casework.request;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import suluh.core.canon.JsonObject;
import suluh.core.casework.course.Sensitivity;
import suluh.core.kernel.Sha256Digest;

/**
 * A letter that refers a case to another agency or country, with the six items of Article 29(2).
 *
 * @param reference number of case and referral
 * @param date day of the letter
 * @param agency full name of the agency that refers
 * @param recipient agency it goes to
 * @param country where that is
 * @param items the six items (Convention on Cybercrime, Article 29(2)(a) to (f))
 * @param sensitivity marking of the case
 * @param enclosed digest of each file that goes with it, by name
 */
public record Referral(
        String reference,
        LocalDate date,
        String agency,
        String recipient,
        String country,
        SixItems items,
        Sensitivity sensitivity,
        SortedMap<String, Sha256Digest> enclosed) {
    public Referral {
        enclosed = Collections.unmodifiableSortedMap(new TreeMap<>(enclosed));
    }

    /** The machine-readable twin; the format is that of {@code docs/formats/referral.md}. */
    public JsonObject json() {
        JsonObject.Builder files = JsonObject.builder();
        enclosed.forEach((name, digest) -> files.put(name, digest.hex()));
        return JsonObject.builder()
                .put("format", "suluh-referral/1")
                .put("reference", reference)
                .put("date", date.toString())
                .put("agency", agency)
                .put("recipient", recipient)
                .put("country", country)
                .put("sensitivity", sensitivity.wire())
                .put("article29", items.byLetter())
                .put("enclosed", files.build())
                .build();
    }
}
