package suluh.exports.meta;

import java.io.IOException;
import suluh.core.observation.AccountRef;
import suluh.core.observation.FileReading;
import suluh.core.observation.ObservationSink;
import suluh.core.observation.SourcePointer;
import suluh.exports.ExportFile;
import suluh.exports.KeyNames;
import suluh.exports.ReadingCode;
import suluh.exports.ReadingContext;
import suluh.exports.ReadingTally;
import suluh.exports.json.JsonCursor;
import suluh.exports.json.JsonDamage;
import suluh.exports.json.JsonTree;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;

/**
 * Reads sections about an account: profile, groups, posts and comments in groups, friends, log-ins.
 *
 * <p>What these files say of their holder without naming them goes to the account "holder of this export", known by
 * the export's root alone. Format page: docs/formats/meta-sections.md.
 */
public final class MetaSectionReader {
    public static final String FORMAT = "meta-section";

    private final ReadingContext context;
    private final ReadingTally tally;
    private final String root;
    private final AccountRef holder;
    private final ExportFile file;
    private boolean insideRecord;

    private MetaSectionReader(ExportFile file, ReadingContext context, ReadingTally tally) {
        this.file = file;
        this.context = context;
        this.tally = tally;
        this.root = MetaPaths.root(file);
        this.holder = AccountRef.named(MetaPaths.sectionPlatform(file), null, root);
    }

    /** Reads the whole file; a fault of the stream is an {@link IOException}, every other fault an alarm. */
    public static FileReading read(ExportFile file, ReadingContext context, ObservationSink sink) throws IOException {
        ReadingTally tally = new ReadingTally(file, FORMAT, sink);
        MetaSectionReader reader = new MetaSectionReader(file, context, tally);
        try (JsonCursor json = JsonCursor.open(file)) {
            reader.readFile(json);
        } catch (JacksonException e) {
            JsonDamage.tell(e, reader.insideRecord, tally);
        }
        return tally.finish();
    }

    private void readFile(JsonCursor json) throws IOException {
        JsonToken first = json.next();
        String bare = MetaSections.bareList(file.fullPath());
        if (first == JsonToken.START_ARRAY && bare != null) {
            readRecords(MetaSections.of(bare), bare, json);
            return;
        }
        if (first != JsonToken.START_OBJECT) {
            tally.damaged(ReadingCode.TYPE_UNEXPECTED, "the file does not begin with an object", 0);
            return;
        }
        if (MetaSections.isAlbum(file.fullPath())) {
            readAlbum(json);
        } else {
            while (json.nextKey()) {
                String key = json.key();
                json.next();
                readRootKey(key, json);
            }
        }
        if (json.next() != null) {
            tally.damaged(ReadingCode.JSON_INVALID, "something follows the end of the root object", json.tokenStart());
        }
    }

    /** An album is one record: the whole file. */
    private void readAlbum(JsonCursor json) throws IOException {
        insideRecord = true;
        long start = json.tokenStart();
        JsonTree album = tree(json, start);
        SourcePointer source = tally.pointer(start, json.position() - start);
        if (new ProfileSection(holder, context, tally).takeAlbum(album, source)) {
            tally.recordRead();
        } else {
            tally.recordNotUnderstood();
            tally.alarmOnce(ReadingCode.RECORD_INCOMPLETE, "album", "an album has no name", start);
        }
        insideRecord = false;
    }

    private JsonTree tree(JsonCursor json, long start) throws IOException {
        return JsonTree.read(
                json,
                () -> tally.alarm(ReadingCode.JSON_LIMIT, "a record holds too many values; some were left out", start));
    }

    private void readRootKey(String key, JsonCursor json) throws IOException {
        if (!MetaSections.isKnown(key)) {
            tally.recordNotUnderstood();
            tally.alarmOnce(
                    ReadingCode.SECTION_UNKNOWN,
                    key,
                    "an unknown section stands in the file; it was not read: " + KeyNames.shown(key),
                    json.tokenStart());
            json.skip();
            return;
        }
        String wrapper = MetaSections.wrapper(key);
        if (wrapper == null || !json.atObject()) {
            readRecords(MetaSections.of(key), key, json);
            return;
        }
        while (json.nextKey()) {
            String inner = json.key();
            json.next();
            if (inner.equals(wrapper)) {
                readRecords(MetaSections.of(key), key, json);
            } else {
                tally.unknownKey(key, inner, json.tokenStart());
                json.skip();
            }
        }
    }

    private void readRecords(MetaSections.Section section, String key, JsonCursor json) throws IOException {
        if (!json.atArray()) {
            readRecord(section, key, json);
            return;
        }
        while (json.nextElement()) {
            readRecord(section, key, json);
        }
    }

    private void readRecord(MetaSections.Section section, String key, JsonCursor json) throws IOException {
        insideRecord = true;
        long start = json.tokenStart();
        boolean object = json.atObject();
        JsonTree tree = tree(json, start);
        SourcePointer source = tally.pointer(start, json.position() - start);
        SectionKeys.tellUnknown(section, key, tree, start, tally);
        if (object && take(section, key, tree, source)) {
            tally.recordRead();
        } else {
            tally.recordNotUnderstood();
            tally.alarmOnce(
                    ReadingCode.RECORD_INCOMPLETE, key, "a record of " + key + " lacks what makes it one", start);
        }
        insideRecord = false;
    }

    private boolean take(MetaSections.Section section, String key, JsonTree tree, SourcePointer source) {
        return switch (section) {
            case PROFILE -> takeProfile(tree, source);
            case PROFILE_UPDATES -> new DeviceSections(holder, tally).takeUpdate(tree, source);
            case INSTAGRAM_PROFILE -> new ProfileSection(holder, context, tally).takeInstagram(tree, source);
            case INSTAGRAM_PROFILE_CHANGES -> new DeviceSections(holder, tally).takeInstagramChange(tree, source);
            case GROUPS_JOINED -> new GroupSections(file, holder, root, tally).takeJoined(tree, source);
            case GROUPS_ADMINISTERED -> new GroupSections(file, holder, root, tally).takeAdministered(tree, source);
            case GROUP_POSTS -> new GroupSections(file, holder, root, tally).takePost(tree, source);
            case GROUP_COMMENTS -> new GroupSections(file, holder, root, tally).takeComment(tree, source);
            case GROUP_ANSWERS -> new AnswerSection(holder, root, tally).take(tree, source);
            case FACEBOOK_LIST -> new RelationSections(holder, root, tally).takeFacebook(key, tree, source);
            case INSTAGRAM_LIST -> new RelationSections(holder, root, tally).takeInstagram(key, tree, source);
            case ACTIVITY -> new ActivitySections(holder, tally).takeActivity(tree, source);
            case SESSIONS -> new DeviceSections(holder, tally).takeSession(tree, source);
            case INSTAGRAM_LOGINS -> new ActivitySections(holder, tally).takeInstagramLogin(tree, source);
            case INSTAGRAM_REGISTRATION -> takeRegistration(tree, source);
            case INSTAGRAM_DEVICES -> new DeviceSections(holder, tally).takeInstagramDevice(tree, source);
        };
    }

    private boolean takeProfile(JsonTree tree, SourcePointer source) {
        boolean taken = new ProfileSection(holder, context, tally).takeFacebook(tree, source);
        if (taken) {
            new DeviceSections(holder, tally).takeProfile(tree, source);
        }
        return taken;
    }

    private boolean takeRegistration(JsonTree tree, SourcePointer source) {
        boolean person = new ProfileSection(holder, context, tally).takeInstagram(tree, source);
        return new ActivitySections(holder, tally).takeInstagramLogin(tree, source) || person;
    }
}
