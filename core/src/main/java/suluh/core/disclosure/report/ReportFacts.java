package suluh.core.disclosure.report;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import suluh.core.canon.JsonObject;
import suluh.core.disclosure.ReceivedItem;
import suluh.core.disclosure.ReportHeading;
import suluh.core.kernel.Sha256Digest;
import suluh.core.observation.SourcePointer;

/**
 * All that a report for a court says: a function of the payload it describes.
 *
 * @param heading case, mandate, agency, moment
 * @param findings the object of findings.json, redacted or not
 * @param readingReport the object of reading-report.json
 * @param items what was received, in the order of sealing; number n is exhibit E-n
 * @param times time of records by {@link #key}, as the source states it
 * @param picture the network as an {@code <svg>} element made by core, or empty
 * @param described digest of the payload that the report describes
 * @param label words for a code, such as {@code band.look-now}, in the report's language
 */
public record ReportFacts(
        ReportHeading heading,
        JsonObject findings,
        JsonObject readingReport,
        List<ReceivedItem> items,
        SortedMap<String, String> times,
        String picture,
        Sha256Digest described,
        UnaryOperator<String> label) {
    public ReportFacts {
        items = List.copyOf(items);
        times = Collections.unmodifiableSortedMap(new TreeMap<>(times));
    }

    /** True when the report is of a disclosure, and its facts are those of the records disclosed. */
    boolean isDisclosure() {
        return findings.member("disclosure").isPresent();
    }

    /** The file in which the whole of a table stands: this one, or the records of a disclosure. */
    String whole(String file) {
        return isDisclosure() ? "records.jsonl" : file;
    }

    /** Key of a record among the times. */
    public static String key(SourcePointer source) {
        return source.item().value() + '|' + source.path() + '|' + source.offset();
    }
}
