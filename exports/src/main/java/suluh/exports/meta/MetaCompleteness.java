package suluh.exports.meta;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import suluh.core.observation.ConversationType;
import suluh.core.observation.FileFate;
import suluh.core.observation.FileReading;
import suluh.core.observation.Observation;
import suluh.core.observation.ObservationSink;
import suluh.core.observation.Platform;
import suluh.core.observation.ReadingAlarm;
import suluh.core.observation.SourcePointer;
import suluh.exports.ReadingCode;

/**
 * Sees to it that the parts of one Meta export are whole together, which no reader of one file can know.
 *
 * <p>Passes observations on but for messages that stand in the encrypted backup and in {@code e2ee_cutover}: the second
 * copy, by sender, time and text, is left out and counted as skipped. Equal messages within one of the two are no copies:
 * the n-th of one matches the n-th of the other. At the end it tells missing numbered parts, and an encrypted part that
 * was not handed in although the export speaks of it or its direct threads end unusually early. One object for
 * all that is read together; exports of two holders must lie in two folders, or the copy of the second is taken for one.
 * Not thread-safe.
 */
public final class MetaCompleteness implements ObservationSink {
    /** Why a second copy of a message is left out. A purge looks for it in stored readings, so it never changes. */
    public static final String COPY = "the same message stands in another part of the export";

    /** Meta began to encrypt direct threads by default on 6 December 2023. */
    private static final Instant ENCRYPTED_BY_DEFAULT = Instant.parse("2023-12-06T00:00:00Z");
    /** Equal messages of one millisecond that are told apart by their number; more are passed on uncompared. */
    private static final int MAX_EQUAL = 1_000;

    private static final String CUTOVER = "e2ee_cutover/";
    private static final Pattern PART = Pattern.compile("(.*)message_(\\d{1,6})\\.json");

    private final ObservationSink next;
    private final Map<String, Holding> holdings = new TreeMap<>();
    private final Map<String, Long> copies = new HashMap<>();
    private final Map<String, Long> leftOut = new HashMap<>();
    /** Files to which something certainly belongs that was not handed in; a mere sign of it is an alarm alone. */
    private final Set<String> notWhole = new HashSet<>();

    private @Nullable SourcePointer copy;

    /** What is known of all exports in one folder. */
    private static final class Holding {
        private final Fingerprints inBackup = new Fingerprints();
        private final Fingerprints inCutover = new Fingerprints();
        private final DirectDays days = new DirectDays();
        private boolean backup;
        private boolean cutover;
        private boolean threads;
        private @Nullable Instant newest;
        private @Nullable Instant newestDirect;
        private @Nullable SourcePointer newestDirectAt;
    }

    public MetaCompleteness(ObservationSink next) {
        this.next = next;
    }

    @Override
    public void accept(Observation observation) {
        switch (observation) {
            case Observation.Message message when isMeta(message.platform()) -> takeMessage(message);
            case Observation.Reaction reaction when reaction.messageSource().equals(copy) -> leaveOut(reaction);
            default -> {
                if (observation.source().equals(copy)) {
                    leaveOut(observation);
                    return;
                }
                if (observation instanceof Observation.Login login && isMeta(login.platform())) {
                    age(holding(login.account().scope()), login.at().instant());
                }
                next.accept(observation);
            }
        }
    }

    /** The readings, with what is known only after all of them. */
    public List<FileReading> completed(List<FileReading> readings) {
        Map<String, List<ReadingAlarm>> alarms = new HashMap<>();
        notWhole.clear();
        holdings.values().forEach(holding -> tellMissingBackup(holding, alarms));
        tellMissingParts(readings, alarms);
        List<FileReading> completed = new ArrayList<>();
        for (FileReading reading : readings) {
            String place = reading.item().value() + reading.path();
            completed.add(amended(reading, place, alarms.getOrDefault(place, List.of())));
        }
        return completed;
    }

    private void takeMessage(Observation.Message message) {
        copy = null;
        String id = message.conversation().id();
        Holding holding = holding(MetaPaths.rootOf(id));
        Instant at = message.sentAt().instant();
        String thread = MetaPaths.threadOf(id);
        boolean encrypted = thread.startsWith(ThreadHeader.ENCRYPTED);
        boolean cutover = thread.startsWith(CUTOVER);
        holding.backup |= encrypted;
        holding.cutover |= cutover;
        age(holding, at);
        if (!encrypted && message.platform() == Platform.MESSENGER) {
            takeThread(holding, message, at);
        }
        boolean comparable = (encrypted || cutover) && message.sender() != null && at != null;
        if (comparable && isCopy(holding, encrypted, words(message))) {
            copy = message.source();
            copies.merge(place(message.source()), 1L, Long::sum);
            leaveOut(message);
            return;
        }
        next.accept(message);
    }

    private static boolean isCopy(Holding holding, boolean encrypted, String words) {
        Fingerprints own = encrypted ? holding.inBackup : holding.inCutover;
        Fingerprints other = encrypted ? holding.inCutover : holding.inBackup;
        for (int number = 0; number < MAX_EQUAL; number++) {
            String numbered = words + '\n' + number;
            if (own.isNew(numbered)) {
                return other.has(numbered);
            }
        }
        return false;
    }

    private static void takeThread(Holding holding, Observation.Message message, @Nullable Instant at) {
        holding.threads = true;
        if (at == null || message.conversation().type() != ConversationType.DIRECT) {
            return;
        }
        holding.days.add(at);
        Instant before = holding.newestDirect;
        if (before == null || at.isAfter(before)) {
            holding.newestDirect = at;
            holding.newestDirectAt = message.source();
        }
    }

    private void leaveOut(Observation observation) {
        leftOut.merge(place(observation.source()), 1L, Long::sum);
    }

    private void tellMissingBackup(Holding holding, Map<String, List<ReadingAlarm>> alarms) {
        SourcePointer where = holding.newestDirectAt;
        Instant direct = holding.newestDirect;
        Instant newest = holding.newest;
        if (!holding.threads || holding.backup || where == null || direct == null || newest == null) {
            return;
        }
        boolean endsEarly = newest.isAfter(ENCRYPTED_BY_DEFAULT) && holding.days.endUnusuallyEarly(newest);
        if (!holding.cutover && !endsEarly) {
            return;
        }
        if (holding.cutover) {
            notWhole.add(place(where));
        }
        String why = holding.cutover
                ? "the export has threads that went on encrypted"
                : "direct threads end on " + day(direct) + " and the account went on until " + day(newest);
        ReadingAlarm alarm = new ReadingAlarm(
                ReadingCode.ENCRYPTED_PART_MISSING,
                why + ", and no encrypted backup was handed in: recent messages may be missing; ask for the backup",
                where.offset());
        alarms.computeIfAbsent(place(where), ignored -> new ArrayList<>()).add(alarm);
    }

    private void tellMissingParts(List<FileReading> readings, Map<String, List<ReadingAlarm>> alarms) {
        Map<String, TreeMap<Integer, FileReading>> threads = new TreeMap<>();
        for (FileReading reading : readings) {
            String full = reading.path().isEmpty() ? reading.name() : reading.name() + "!/" + reading.path();
            Matcher part = PART.matcher(full);
            if (part.matches() && reading.format().equals(MetaMessagesReader.FORMAT)) {
                String thread = MetaPaths.conversationId(MetaPaths.root(full), MetaPaths.threadPath(full));
                threads.computeIfAbsent(thread, ignored -> new TreeMap<>())
                        .put(Integer.valueOf(part.group(2)), reading);
            }
        }
        for (TreeMap<Integer, FileReading> parts : threads.values()) {
            if (parts.lastKey() != parts.size()) {
                FileReading last = parts.lastEntry().getValue();
                notWhole.add(last.item().value() + last.path());
                alarms.computeIfAbsent(last.item().value() + last.path(), ignored -> new ArrayList<>())
                        .add(new ReadingAlarm(
                                ReadingCode.PART_NUMBER_MISSING,
                                "the thread has parts up to number " + parts.lastKey() + " and only " + parts.size()
                                        + " of them were handed in; ask for the others",
                                -1));
            }
        }
    }

    private FileReading amended(FileReading reading, String place, List<ReadingAlarm> more) {
        long copied = copies.getOrDefault(place, 0L);
        if (copied == 0 && more.isEmpty()) {
            return reading;
        }
        List<ReadingAlarm> alarms = new ArrayList<>(reading.alarms());
        alarms.addAll(more);
        SortedMap<String, Long> skipped = new TreeMap<>(reading.skipped());
        if (copied > 0) {
            skipped.merge(COPY, copied, Long::sum);
        }
        boolean lessThanWhole = notWhole.contains(place) && reading.fate() == FileFate.READ;
        return new FileReading(
                reading.item(),
                reading.name(),
                reading.path(),
                lessThanWhole ? FileFate.PARTLY_READ : reading.fate(),
                reading.format(),
                lessThanWhole ? more.getFirst().message() : reading.reason(),
                reading.recordsSeen(),
                reading.recordsRead() - copied,
                skipped,
                reading.recordsNotUnderstood(),
                reading.observations() - leftOut.getOrDefault(place, 0L),
                alarms);
    }

    private Holding holding(String root) {
        int slash = root.lastIndexOf('/');
        return holdings.computeIfAbsent(slash < 0 ? "" : root.substring(0, slash), ignored -> new Holding());
    }

    private static void age(Holding holding, @Nullable Instant at) {
        Instant before = holding.newest;
        if (at != null && (before == null || at.isAfter(before))) {
            holding.newest = at;
        }
    }

    private static boolean isMeta(Platform platform) {
        return platform == Platform.MESSENGER || platform == Platform.FACEBOOK;
    }

    private static String words(Observation.Message message) {
        String sender =
                message.sender() == null ? "" : String.valueOf(message.sender().name());
        return sender + '\n' + message.sentAt().instant() + '\n' + message.text();
    }

    private static String place(SourcePointer source) {
        return source.item().value() + source.path();
    }

    private static String day(Instant at) {
        return at.toString().substring(0, 10);
    }
}
