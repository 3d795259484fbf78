package suluh.exports.discord;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import suluh.core.observation.AccountRef;
import suluh.core.observation.ConversationRef;
import suluh.core.observation.ConversationType;
import suluh.core.observation.FileFate;
import suluh.core.observation.FileReading;
import suluh.core.observation.MembershipRole;
import suluh.core.observation.Observation;
import suluh.core.observation.ObservationSink;
import suluh.core.observation.Platform;
import suluh.core.observation.SourcePointer;
import suluh.core.observation.SourceTime;
import suluh.exports.ExportFile;
import suluh.exports.Neighbours;
import suluh.exports.ReadingCode;
import suluh.exports.ReadingContext;
import suluh.exports.ReadingTally;
import suluh.exports.json.JsonCursor;
import suluh.exports.json.JsonDamage;
import suluh.exports.json.JsonTree;
import suluh.exports.json.RecordKeys;
import suluh.exports.text.CsvRows;
import tools.jackson.core.JacksonException;

/** Reads one file of a Discord package; which one, its place says. Format page: docs/formats/discord-package.md. */
public final class DiscordPackageReader {
    public static final String FORMAT = "discord-package";

    private static final List<String> COLUMNS = List.of("ID", "Timestamp", "Contents", "Attachments");
    private static final RecordKeys MESSAGE = RecordKeys.of("message")
            .keep("ID", "Timestamp", "Contents", "Attachments")
            .build();
    private static final RecordKeys CHANNEL = RecordKeys.of("channel")
            .keep("id", "type", "name", "recipients")
            .keep("guild", RecordKeys.of("guild").keep("id", "name"))
            .build();
    private static final String DIRECT = "Direct Message with ";

    private final ExportFile file;
    private final PackageFile place;
    private final ReadingContext context;
    private final ReadingTally tally;
    private boolean insideRecord;

    private DiscordPackageReader(ExportFile file, PackageFile place, ReadingContext context, ReadingTally tally) {
        this.file = file;
        this.place = place;
        this.context = context;
        this.tally = tally;
    }

    /** True when the file stands where a package has its tables of messages. */
    public static boolean isTable(ExportFile file) {
        return PackageFile.of(file)
                .filter(place -> place.kind() == PackageFile.Kind.MESSAGES_CSV)
                .isPresent();
    }

    /**
     * True when a JSON file stands where a package has one of its own, and begins as that one does.
     *
     * @param keys first keys of the root, or of the first records of a root array
     */
    public static boolean isPlace(ExportFile file, Set<String> keys) {
        Optional<PackageFile> place = PackageFile.of(file);
        return place.isPresent()
                && switch (place.get().kind()) {
                    case USER -> keys.contains("id") && keys.contains("username");
                    case CHANNEL_INDEX ->
                        keys.stream().allMatch(key -> key.chars().allMatch(Character::isDigit));
                    case CHANNEL, MESSAGES_JSON, ASIDE -> true;
                    case MESSAGES_CSV -> false;
                };
    }

    /** Reads the whole file; a fault of the stream is an {@link IOException}, every other fault an alarm. */
    public static FileReading read(ExportFile file, ReadingContext context, ObservationSink sink) throws IOException {
        ReadingTally tally = new ReadingTally(file, FORMAT, sink);
        Optional<PackageFile> place = PackageFile.of(file);
        if (place.isEmpty()) {
            return tally.finish(FileFate.NOT_UNDERSTOOD, "the file stands at no place of a Discord package");
        }
        return new DiscordPackageReader(file, place.get(), context, tally).read();
    }

    private FileReading read() throws IOException {
        switch (place.kind()) {
            case ASIDE -> {
                return tally.finish(FileFate.SKIPPED, "servers, events or settings; no observation says that");
            }
            case MESSAGES_CSV -> readTable();
            case USER, CHANNEL, CHANNEL_INDEX, MESSAGES_JSON -> readJson();
        }
        return tally.finish();
    }

    private void readJson() throws IOException {
        try (JsonCursor json = JsonCursor.open(file)) {
            json.next();
            readRoot(json);
            if (json.next() != null) {
                tally.damaged(ReadingCode.JSON_INVALID, "something follows the end of the root", json.tokenStart());
            }
        } catch (JacksonException e) {
            JsonDamage.tell(e, insideRecord, tally);
        }
    }

    private void readRoot(JsonCursor json) throws IOException {
        boolean messages = place.kind() == PackageFile.Kind.MESSAGES_JSON;
        if (messages ? !json.atArray() : !json.atObject()) {
            tally.recordNotUnderstood();
            tally.damaged(
                    ReadingCode.TYPE_UNEXPECTED,
                    "the file does not begin with " + (messages ? "an array" : "an object"),
                    json.tokenStart());
            json.skip();
            return;
        }
        switch (place.kind()) {
            case USER -> {
                insideRecord = true;
                new UserFile(context, tally).read(json);
                insideRecord = false;
            }
            case CHANNEL -> readChannel(json);
            case CHANNEL_INDEX -> readIndex(json);
            case MESSAGES_JSON -> readMessages(json);
            case MESSAGES_CSV, ASIDE -> throw new IllegalStateException("no JSON is read of " + place.kind());
        }
    }

    private void readChannel(JsonCursor json) throws IOException {
        long start = json.tokenStart();
        insideRecord = true;
        Channel channel = Channel.of(CHANNEL.read(json, tally), place.channel());
        insideRecord = false;
        SourcePointer source = tally.pointer(start, json.position() - start);
        tally.emit(new Observation.Group(channel.conversation(), null, null, -1, SourceTime.absent(), source));
        for (String recipient : channel.recipients()) {
            tally.emit(new Observation.Membership(
                    AccountRef.identified(Platform.DISCORD, recipient, null),
                    channel.conversation(),
                    MembershipRole.MEMBER,
                    SourceTime.absent(),
                    source));
        }
        tally.recordRead();
        boolean hasMessages = file.neighbours().has(Neighbours.beside(file, "messages.json"))
                || file.neighbours().has(Neighbours.beside(file, "messages.csv"));
        if (file.neighbours().areKnown() && !hasMessages) {
            tally.alarm(ReadingCode.PART_MISSING, "the channel's folder holds no messages.json and no messages.csv", 0);
        }
    }

    /** Names of all channels by id; each must have its folder. */
    private void readIndex(JsonCursor json) throws IOException {
        while (json.nextKey()) {
            long start = json.tokenStart();
            String id = json.key();
            json.next();
            String name = json.textOrNull();
            SourcePointer source = tally.pointer(start, json.position() - start);
            ConversationType type = name != null && name.startsWith(DIRECT)
                    ? ConversationType.DIRECT
                    : name == null ? ConversationType.UNKNOWN : ConversationType.GROUP;
            if (id.isEmpty()) {
                tally.recordNotUnderstood();
                tally.alarmOnce(
                        ReadingCode.RECORD_INCOMPLETE, "index", "the index lists a channel without an id", start);
                continue;
            }
            tally.emit(new Observation.Group(
                    new ConversationRef(Platform.DISCORD, id, name, type),
                    null,
                    null,
                    -1,
                    SourceTime.absent(),
                    source));
            tally.recordRead();
            if (file.neighbours().areKnown() && !hasFolder(id)) {
                tally.alarmOnce(
                        ReadingCode.PART_MISSING,
                        "",
                        "the index names channels whose folders were not handed in; the first stands at this byte",
                        start);
            }
        }
    }

    private boolean hasFolder(String id) throws IOException {
        return file.neighbours().has(Neighbours.beside(file, "c" + id + "/channel.json"))
                || file.neighbours().has(Neighbours.beside(file, id + "/channel.json"));
    }

    private void readMessages(JsonCursor json) throws IOException {
        PackageMessages messages = PackageMessages.of(file, place.channel(), tally);
        while (json.nextElement()) {
            long start = json.tokenStart();
            if (!json.atObject()) {
                json.skip();
                tally.recordNotUnderstood();
                tally.alarmOnce(ReadingCode.TYPE_UNEXPECTED, "element", "an element of messages is no object", start);
                continue;
            }
            insideRecord = true;
            JsonTree message = MESSAGE.read(json, tally);
            insideRecord = false;
            messages.message(
                    message.textAt("ID"),
                    message.textAt("Timestamp"),
                    message.textAt("Contents"),
                    message.textAt("Attachments"),
                    tally.pointer(start, json.position() - start));
        }
    }

    private void readTable() throws IOException {
        try (InputStream in = file.open()) {
            CsvRows rows = new CsvRows(in, ',');
            if (!rows.next().equals(COLUMNS)) {
                tally.recordNotUnderstood();
                tally.damaged(
                        ReadingCode.KEY_UNKNOWN,
                        "the table's head is not ID,Timestamp,Contents,Attachments; no row was read",
                        0);
                return;
            }
            PackageMessages messages = PackageMessages.of(file, place.channel(), tally);
            for (List<String> row = rows.next(); !row.isEmpty(); row = rows.next()) {
                readRow(rows, row, messages);
            }
        }
    }

    private void readRow(CsvRows rows, List<String> row, PackageMessages messages) {
        if (row.size() != COLUMNS.size() || rows.isCut() || rows.isTooLong()) {
            tally.recordNotUnderstood();
            tally.alarmOnce(
                    ReadingCode.ROW_UNEVEN,
                    "",
                    "a row has " + row.size() + " fields where the head has " + COLUMNS.size()
                            + ", is too long, or ends inside a field",
                    rows.start());
            return;
        }
        messages.message(
                row.get(0).isEmpty() ? null : row.get(0),
                row.get(1).isEmpty() ? null : row.get(1),
                row.get(2),
                row.get(3),
                tally.pointer(rows.start(), rows.length()));
    }
}
