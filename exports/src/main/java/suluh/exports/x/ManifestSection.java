package suluh.exports.x;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import suluh.core.observation.AccountRef;
import suluh.core.observation.Observation;
import suluh.core.observation.Platform;
import suluh.core.observation.SourceTime;
import suluh.exports.ExportFile;
import suluh.exports.KeyNames;
import suluh.exports.Neighbours;
import suluh.exports.ReadingCode;
import suluh.exports.ReadingTally;
import suluh.exports.json.JsonCursor;
import suluh.exports.json.JsonTree;
import tools.jackson.core.JacksonException;

/** The archive's own list of its files and of the records in each: what must be there. */
final class ManifestSection {
    /** A manifest names some hundred files. */
    private static final int MAX_BYTES = 4 << 20;

    private final ExportFile file;
    private final ReadingTally tally;

    ManifestSection(ExportFile file, ReadingTally tally) {
        this.file = file;
        this.tally = tally;
    }

    /** Reads the manifest; each file it names is a record, and one that is not there is told. */
    void read(JsonCursor json) throws IOException {
        long start = json.tokenStart();
        JsonTree root = tree(json, tally);
        String id = root.textAt("userInfo", "accountId");
        if (id != null) {
            tally.emit(new Observation.Account(
                    AccountRef.identified(Platform.X, id, root.textAt("userInfo", "displayName")),
                    true,
                    SourceTime.absent(),
                    tally.pointer(start, json.position() - start)));
        }
        if ("true".equals(root.textAt("archiveInfo", "isPartialArchive"))) {
            tally.alarm(ReadingCode.EXPORT_LIMITED, "the archive says of itself that it is a part only", start);
        }
        boolean known = file.neighbours().areKnown();
        for (JsonTree type : root.at("dataTypes").fields().values()) {
            for (JsonTree named : type.at("files").elements()) {
                String name = named.textAt("fileName");
                if (name == null) {
                    tally.recordNotUnderstood();
                    tally.alarmOnce(
                            ReadingCode.RECORD_INCOMPLETE,
                            "fileName",
                            "the manifest lists a file without a name",
                            start);
                    continue;
                }
                tally.recordRead();
                if (known && !file.neighbours().has(Neighbours.beside(file, "../" + name))) {
                    tally.alarm(
                            ReadingCode.PART_MISSING,
                            "the manifest names a file that was not handed in: " + KeyNames.shown(name),
                            start);
                }
            }
        }
    }

    /**
     * Compares the records of a file with the count that the manifest beside it states, if there is one.
     *
     * @param records records found
     */
    static void compareCount(ExportFile file, long records, ReadingTally tally) throws IOException {
        Optional<InputStream> manifest = file.neighbours().open(Neighbours.beside(file, "manifest.js"));
        if (manifest.isEmpty()) {
            return;
        }
        String stated = null;
        try (InputStream in = manifest.get()) {
            stated = stated(in.readNBytes(MAX_BYTES), file.fileName(), tally);
        } catch (JacksonException e) {
            // The manifest's damage is told by its own reading; it states no count that could be compared.
            return;
        }
        if (stated != null && !stated.equals(String.valueOf(records))) {
            tally.alarm(
                    ReadingCode.COUNT_DIFFERS,
                    "the manifest states " + KeyNames.shown(stated) + " records of this file; " + records
                            + " were found",
                    -1);
        }
    }

    private static @Nullable String stated(byte[] bytes, String fileName, ReadingTally tally) throws IOException {
        Optional<ScriptHead> head = ScriptHead.of(bytes);
        if (head.isEmpty()) {
            return null;
        }
        try (JsonCursor json = head.get().open(new ByteArrayInputStream(bytes))) {
            json.next();
            for (JsonTree type : tree(json, tally).at("dataTypes").fields().values()) {
                for (JsonTree named : type.at("files").elements()) {
                    String name = named.textAt("fileName");
                    if (name != null
                            && name.substring(name.lastIndexOf('/') + 1).equals(fileName)) {
                        return named.textAt("count");
                    }
                }
            }
        }
        return null;
    }

    private static JsonTree tree(JsonCursor json, ReadingTally tally) throws IOException {
        return JsonTree.read(
                json,
                () -> tally.alarmOnce(
                        ReadingCode.JSON_LIMIT, "manifest", "the manifest is longer than the reader's limit", -1));
    }
}
