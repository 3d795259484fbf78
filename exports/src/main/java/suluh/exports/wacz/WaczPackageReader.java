package suluh.exports.wacz;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import suluh.core.observation.FileReading;
import suluh.core.observation.Observation;
import suluh.core.observation.ObservationSink;
import suluh.core.observation.Platform;
import suluh.core.observation.SignatureStanding;
import suluh.core.observation.SourcePointer;
import suluh.core.observation.SourceTime;
import suluh.exports.ExportFile;
import suluh.exports.KeyNames;
import suluh.exports.Neighbours;
import suluh.exports.ReadingCode;
import suluh.exports.ReadingTally;
import suluh.exports.json.JsonCursor;
import suluh.exports.json.JsonDamage;
import suluh.exports.json.JsonTree;
import suluh.exports.json.RecordKeys;
import suluh.exports.warc.StatedDigest;
import tools.jackson.core.JacksonException;

/**
 * Reads {@code datapackage.json} of a capture and compares every file that it names with its digest.
 *
 * <p>One pass over the capture for each file named. Format page: docs/formats/wacz.md.
 */
public final class WaczPackageReader {
    public static final String FORMAT = "wacz-package";
    public static final String NAME = "datapackage.json";

    private static final RecordKeys RESOURCE = RecordKeys.of("resource")
            .keep("name", "path", "hash", "bytes")
            .pass("title", "mediatype", "format", "description")
            .build();
    private static final Set<String> KNOWN = Set.of(
            "profile",
            "wacz_version",
            "title",
            "description",
            "created",
            "modified",
            "software",
            "mainPageUrl",
            "mainPageURL",
            "mainPageDate",
            "mainPageTS",
            "metadata",
            "keywords",
            "licenses",
            "name");
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,18}");
    private static final int BUFFER_BYTES = 64 << 10;

    private final ExportFile file;
    private final ReadingTally tally;
    private final Set<String> listed = new HashSet<>();
    private boolean insideRecord;

    private WaczPackageReader(ExportFile file, ReadingTally tally) {
        this.file = file;
        this.tally = tally;
    }

    /**
     * True when a JSON file is the list of a capture's files.
     *
     * @param keys first keys of the root
     */
    public static boolean opens(String fileName, Set<String> keys) {
        return keys.contains("wacz_version") || (fileName.equals(NAME) && keys.contains("resources"));
    }

    /** Reads the whole file; a fault of the stream is an {@link IOException}, every other fault an alarm. */
    public static FileReading read(ExportFile file, ObservationSink sink) throws IOException {
        ReadingTally tally = new ReadingTally(file, FORMAT, sink);
        WaczPackageReader reader = new WaczPackageReader(file, tally);
        try (JsonCursor json = JsonCursor.open(file)) {
            json.next();
            reader.readRoot(json);
        } catch (JacksonException e) {
            JsonDamage.tell(e, reader.insideRecord, tally);
        }
        return tally.finish();
    }

    private void readRoot(JsonCursor json) throws IOException {
        long start = json.tokenStart();
        if (!json.atObject()) {
            tally.recordNotUnderstood();
            tally.damaged(ReadingCode.TYPE_UNEXPECTED, "the file does not begin with an object", start);
            return;
        }
        boolean any = false;
        while (json.nextKey()) {
            String key = json.key();
            long at = json.tokenStart();
            json.next();
            if (key.equals("resources") && json.atArray()) {
                any = true;
                readResources(json);
            } else {
                if (!KNOWN.contains(key)) {
                    tally.unknownKey("package", key, at);
                }
                json.skip();
            }
        }
        if (!any) {
            tally.recordNotUnderstood();
            tally.damaged(ReadingCode.RECORD_INCOMPLETE, "the package lists no files", start);
        }
        tellUnlisted();
        tellUnsigned(tally.pointer(start, json.position() - start));
    }

    private void readResources(JsonCursor json) throws IOException {
        while (json.nextElement()) {
            long start = json.tokenStart();
            if (!json.atObject()) {
                json.skip();
                tally.recordNotUnderstood();
                tally.alarmOnce(ReadingCode.TYPE_UNEXPECTED, "resource", "an element of resources is no object", start);
                continue;
            }
            insideRecord = true;
            JsonTree resource = RESOURCE.read(json, tally);
            insideRecord = false;
            compare(resource, tally.pointer(start, json.position() - start));
        }
    }

    private void compare(JsonTree resource, SourcePointer source) throws IOException {
        String path = resource.textAt("path");
        String hash = resource.textAt("hash");
        Optional<StatedDigest> stated = hash == null ? Optional.empty() : StatedDigest.of(hash);
        if (path == null || stated.isEmpty()) {
            tally.recordNotUnderstood();
            tally.alarm(
                    ReadingCode.RECORD_INCOMPLETE,
                    "a file of the package has no path or no digest known here",
                    source.offset());
            return;
        }
        String full = Neighbours.beside(file, path);
        listed.add(full);
        tally.emit(new Observation.Hash(
                Platform.WEB, path, stated.get().algorithm(), stated.get().text(), source));
        tally.recordRead();
        Optional<InputStream> found = file.neighbours().open(full);
        if (found.isEmpty()) {
            tally.alarm(
                    ReadingCode.PART_MISSING,
                    "the package names a file that was not handed in: " + KeyNames.shown(path),
                    source.offset());
            return;
        }
        MessageDigest digest = stated.get().computation();
        long size = digest(found.get(), digest);
        if (!stated.get().matches(digest.digest())) {
            tally.damaged(
                    ReadingCode.DIGEST_DIFFERS,
                    "a file of the package has not the digest that the package states: " + KeyNames.shown(path),
                    source.offset());
        }
        String bytes = resource.textAt("bytes");
        if (bytes != null && !(COUNT.matcher(bytes).matches() && Long.parseLong(bytes) == size)) {
            tally.alarm(
                    ReadingCode.COUNT_DIFFERS,
                    "a file of the package has " + size + " bytes, and the package states another number: "
                            + KeyNames.shown(path),
                    source.offset());
        }
    }

    private static long digest(InputStream stream, MessageDigest digest) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        long size = 0;
        try (InputStream in = stream) {
            for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
                digest.update(buffer, 0, got);
                size += got;
            }
        }
        return size;
    }

    /** What nobody listed is covered by no signature. */
    private void tellUnlisted() throws IOException {
        String folder = Neighbours.beside(file, ".");
        String prefix = folder.isEmpty() ? "" : folder + "/";
        Set<String> own = Set.of(prefix + NAME, prefix + WaczSignatureReader.NAME);
        file.neighbours().names().stream()
                .filter(name -> name.startsWith(prefix) && !listed.contains(name) && !own.contains(name))
                .sorted()
                .forEach(name -> tally.alarm(
                        ReadingCode.CAPTURE_UNLISTED,
                        "a file lies in the package that it does not list, so that no digest covers it: "
                                + KeyNames.shown(name.substring(prefix.length())),
                        -1));
    }

    private void tellUnsigned(SourcePointer root) throws IOException {
        boolean there = file.neighbours().has(Neighbours.beside(file, WaczSignatureReader.NAME));
        if (file.neighbours().areKnown() && !there) {
            absent(root, tally);
        }
    }

    /** A capture that nobody signed. */
    static void absent(SourcePointer root, ReadingTally tally) {
        tally.emit(new Observation.CaptureSignature(
                Platform.WEB, "", SignatureStanding.ABSENT, SourceTime.absent(), root));
        tally.alarm(
                ReadingCode.SIGNATURE_WEAK,
                "the capture is not signed: its digests show that its files belong together, and not who made it",
                root.offset());
    }
}
