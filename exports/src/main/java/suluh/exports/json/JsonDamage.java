package suluh.exports.json;

import suluh.exports.ReadingCode;
import suluh.exports.ReadingTally;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/** Tells where and how the JSON of a file ends before its time. */
public final class JsonDamage {
    private JsonDamage() {}

    /**
     * Records the damage.
     *
     * @param insideRecord true when a record had begun; it counts as not understood
     */
    public static void tell(JacksonException damage, boolean insideRecord, ReadingTally tally) {
        if (insideRecord) {
            tally.recordNotUnderstood();
        }
        long offset = damage.getLocation() == null ? -1 : damage.getLocation().getByteOffset();
        String where = insideRecord ? "inside a record" : "outside any record";
        switch (damage) {
            case UnexpectedEndOfInputException ignored ->
                tally.damaged(
                        ReadingCode.JSON_CUT,
                        "the file ends at byte " + offset + ", " + where + "; what stood before it was read",
                        offset);
            case StreamConstraintsException ignored ->
                tally.damaged(
                        ReadingCode.JSON_LIMIT,
                        "a value at byte " + offset + " is deeper or longer than the reader's limit, " + where
                                + "; what follows was not read",
                        offset);
            default ->
                tally.damaged(
                        ReadingCode.JSON_INVALID,
                        "the bytes from " + offset + " on are not JSON, " + where + "; what follows was not read",
                        offset);
        }
    }
}
