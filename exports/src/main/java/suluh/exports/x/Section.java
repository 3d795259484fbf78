package suluh.exports.x;

import java.io.IOException;
import java.util.function.BiConsumer;
import suluh.core.observation.SourcePointer;
import suluh.exports.ReadingCode;
import suluh.exports.ReadingTally;
import suluh.exports.json.JsonCursor;
import suluh.exports.json.JsonTree;
import suluh.exports.json.RecordKeys;

/** Turns the records of one section into observations, and counts each of them. */
@FunctionalInterface
interface Section {
    /** Reads the object at the cursor, an element of the section's array, to its end. */
    void read(JsonCursor json) throws IOException;

    /**
     * A section of small records, each wrapped in an object of one key.
     *
     * @param wrapper that key
     * @param keys keys of the record inside
     * @param record takes the record and where its element stands
     */
    static Section of(
            String wrapper, RecordKeys.Builder keys, ReadingTally tally, BiConsumer<JsonTree, SourcePointer> record) {
        RecordKeys element =
                RecordKeys.of("element of " + wrapper).keep(wrapper, keys).build();
        return json -> {
            long start = json.tokenStart();
            JsonTree tree = element.read(json, tally).at(wrapper);
            if (tree.fields().isEmpty()) {
                tally.recordNotUnderstood();
                tally.alarmOnce(
                        ReadingCode.RECORD_INCOMPLETE,
                        wrapper,
                        "a record has no " + wrapper + ", or nothing known in it",
                        start);
                return;
            }
            record.accept(tree, tally.pointer(start, json.position() - start));
            tally.recordRead();
        };
    }
}
