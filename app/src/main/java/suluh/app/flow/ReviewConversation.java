package suluh.app.flow;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.flow.ProtectChild.Masked;
import suluh.app.flow.QueueConversations.Why;
import suluh.app.flow.ReadConversation.Page;
import suluh.app.host.Secrets;
import suluh.app.store.VerdictStore;
import suluh.app.store.VerdictStore.StoredVerdict;
import suluh.core.canon.JsonObject;
import suluh.core.casework.Act;
import suluh.core.casework.CaseworkCode;
import suluh.core.conversation.ConversationCode;
import suluh.core.conversation.evaluation.GivenVerdict;
import suluh.core.conversation.evaluation.ReviewMeasures;
import suluh.core.conversation.evaluation.Verdict;
import suluh.core.exposure.ExposureLimit;
import suluh.core.exposure.ReadingStretch;
import suluh.core.kernel.Outcome;
import suluh.core.kernel.Sha256Digest;
import suluh.core.ledger.EntryKind;

/**
 * Takes a person's verdict on a conversation that the person has read, and measures the score by such verdicts.
 *
 * <p>The verdict, its reason and the time spent are rows that nothing changes; the ledger entry holds the verdict and a
 * salted commitment to the reason. Another person's verdict is shown only to who has given one, so that the second reading
 * is not led by the first.
 */
public final class ReviewConversation {
    /** Longest reason: a few sentences. */
    public static final int MAX_REASON_CHARS = 1_000;
    /** Between two looks longer than this the reader was elsewhere; no more is counted. */
    static final Duration LONGEST_READING = Duration.ofMinutes(10);

    /** Messages with cues on a page that shows only these and what stands around them. */
    public static final int PAGE_PASSAGES = 25;

    private static final int SALT_BYTES = 32;

    private final House house;

    public ReviewConversation(House house) {
        this.house = house;
    }

    /**
     * A verdict as a page shows it.
     *
     * @param person who gave it
     * @param isOwn true when the person who looks gave it
     */
    public record VerdictLine(PersonName person, String at, String verdict, String reason, boolean isOwn) {}

    /**
     * A message from which on the score was another.
     *
     * @param isFirstOfBand true at the first moment of a band above background
     */
    public record Moment(long index, double score, String band, boolean isFirstOfBand) {}

    /**
     * What the latest findings say of a conversation.
     *
     * @param band background, with score 0, where the findings do not list it
     * @param course the score message by message, by place
     * @param signals figures of its shape and of the case around it
     */
    public record Triage(String band, double score, SortedMap<Long, Moment> course, List<Why> signals) {}

    /**
     * A conversation as a reader gets it: some of its messages, what the score says, and the verdicts shown.
     *
     * @param passages messages with cues, all of the conversation
     * @param stretch how long the person has been reading in this case
     * @param pauseMinutes length of a pause, as the agency sets it
     */
    public record Reading(
            Page page,
            int passages,
            Triage triage,
            List<VerdictLine> verdicts,
            ReadingStretch stretch,
            int pauseMinutes) {}

    /**
     * Shows a conversation to who is to give a verdict, and notes the time of the look.
     *
     * @param from first place shown; below 0 only the messages with cues and those around them: -1 the first
     *     {@value #PAGE_PASSAGES} of them, -2 those that follow, and so on
     */
    public Outcome<Optional<Reading>> read(OpenedCase opened, int conversation, long from) {
        ReadConversation reader = new ReadConversation(house);
        return house.access().stillIn(opened, Act.READ_CONTENT).then(open -> {
            Optional<JsonObject> finding = ConversationFindings.of(house, open).of(conversation);
            List<Long> places = cuePlaces(finding);
            Outcome<Optional<Page>> page = from < 0
                    ? reader.around(open, conversation, passages(places, from))
                    : reader.page(open, conversation, from);
            return page.then(shown -> {
                if (shown.isEmpty()) {
                    return Outcome.done(Optional.empty());
                }
                int pause = house.exposure()
                        .limit(open.acting().agency())
                        .orElse(ExposureLimit.CAUTIOUS)
                        .pauseMinutes();
                ReadingStretch stretch = look(open, conversation, Duration.ofMinutes(pause));
                return verdicts(open, conversation)
                        .then(verdicts -> Outcome.done(Optional.of(
                                new Reading(shown.get(), places.size(), triage(finding), verdicts, stretch, pause))));
            });
        });
    }

    /** Notes the look; gives the stretch of reading that it goes on with. */
    private ReadingStretch look(OpenedCase open, int conversation, Duration pause) {
        String person = open.acting().person();
        Instant now = house.clock().instant();
        return house.database().inCase(open.id(), () -> {
            house.verdicts().look(open.id(), conversation, person, now);
            return ReadingStretch.of(house.verdicts().looksSince(person, now.minus(ReadingStretch.WINDOW)), pause);
        });
    }

    private static List<Long> passages(List<Long> places, long from) {
        return places.stream()
                .skip(Math.min(places.size(), (-from - 1) * PAGE_PASSAGES))
                .limit(PAGE_PASSAGES)
                .toList();
    }

    private static List<Long> cuePlaces(Optional<JsonObject> finding) {
        return finding.map(found -> ConversationFindings.objects(found, "cues").stream()
                        .map(cue -> (long) ConversationFindings.number(cue, "messageIndex"))
                        .distinct()
                        .toList())
                .orElse(List.of());
    }

    private static Triage triage(Optional<JsonObject> finding) {
        if (finding.isEmpty()) {
            return new Triage("background", 0, new TreeMap<>(), List.of());
        }
        JsonObject found = finding.get();
        SortedMap<Long, Moment> course = new TreeMap<>();
        Set<String> seen = new HashSet<>(Set.of("background"));
        for (JsonObject step : ConversationFindings.objects(found, "course")) {
            long index = (long) ConversationFindings.number(step, "index");
            String band = step.text("band").orElse("");
            course.put(index, new Moment(index, ConversationFindings.number(step, "score"), band, seen.add(band)));
        }
        return new Triage(
                found.text("band").orElse(""),
                ConversationFindings.number(found, "score"),
                course,
                QueueConversations.signals(found));
    }

    /** Stores the verdict of the person who acts; refused without a reason and before the person has looked. */
    public Outcome<Verdict> give(OpenedCase opened, int conversation, Verdict verdict, String reason) {
        String why = reason.strip();
        if (why.isEmpty() || why.length() > MAX_REASON_CHARS) {
            return Outcome.refused(
                    ConversationCode.VERDICT_INCOMPLETE,
                    "Say in a sentence why, in at most " + MAX_REASON_CHARS
                            + " characters; the verdict was not stored.");
        }
        return house.access().stillIn(opened, Act.REVIEW_FINDINGS).then(open -> {
            Instant now = house.clock().instant();
            String person = open.acting().person();
            ConversationFindings findings = ConversationFindings.of(house, open);
            byte[] salt = Secrets.bytes(SALT_BYTES);
            return house.database().inCase(open.id(), () -> {
                VerdictStore store = house.verdicts();
                List<Instant> looks = store.looks(conversation, person);
                if (looks.isEmpty()) {
                    return Outcome.refused(
                            CaseworkCode.CONVERSATION_UNREAD,
                            "You have not opened conversation " + conversation
                                    + " since your last verdict on it; read it first.");
                }
                GivenVerdict given = new GivenVerdict(
                        conversation, person, now, verdict, findings.band(conversation), seconds(looks, now));
                store.add(
                        open.id(),
                        new StoredVerdict(given, why, HexFormat.of().formatHex(salt), findings.score(conversation)));
                house.ledger()
                        .append(open.acting()
                                .entry(
                                        EntryKind.VERDICT_GIVEN,
                                        now,
                                        open.number(),
                                        Map.of("conversation", String.valueOf(conversation), "verdict", verdict.wire()),
                                        Map.of("reason", commitment(salt, why)),
                                        Map.of("seconds", given.seconds())));
                return Outcome.done(verdict);
            });
        });
    }

    /** SHA-256 of the salt and the reason in UTF-8. */
    static Sha256Digest commitment(byte[] salt, String reason) {
        byte[] words = reason.getBytes(StandardCharsets.UTF_8);
        byte[] both = Arrays.copyOf(salt, salt.length + words.length);
        System.arraycopy(words, 0, both, salt.length, words.length);
        return Sha256Digest.of(both);
    }

    /** Time from look to look and to the verdict, without what is longer than a reading. */
    static long seconds(List<Instant> looks, Instant verdictAt) {
        long seconds = 0;
        for (int i = 0; i < looks.size(); i++) {
            Instant next = i + 1 < looks.size() ? looks.get(i + 1) : verdictAt;
            Duration between = Duration.between(looks.get(i), next);
            seconds += Math.min(between.toSeconds(), LONGEST_READING.toSeconds());
        }
        return seconds;
    }

    /** Verdicts on a conversation that the person may see now: the own ones, and once there is one, all. */
    public Outcome<List<VerdictLine>> verdicts(OpenedCase opened, int conversation) {
        return house.access().stillIn(opened, Act.READ_CONTENT).then(open -> {
            Masked masked = new ProtectChild(house).masked(open);
            String person = open.acting().person();
            List<StoredVerdict> all = new ArrayList<>();
            house.database().inCase(open.id(), () -> house.verdicts().all()).stream()
                    .filter(verdict -> verdict.given().conversation() == conversation)
                    .forEach(all::add);
            boolean hasRead =
                    all.stream().anyMatch(verdict -> verdict.given().person().equals(person));
            NamePersons names = new NamePersons(house);
            return Outcome.done(all.stream()
                    .filter(verdict -> hasRead)
                    .map(verdict -> new VerdictLine(
                            names.of(verdict.given().person()),
                            verdict.given().at().toString(),
                            verdict.given().verdict().wire(),
                            masked.mask().text(verdict.reason()),
                            verdict.given().person().equals(person)))
                    .toList());
        });
    }

    /** What the verdicts of the case say of the score. */
    public Outcome<ReviewMeasures> measures(OpenedCase opened) {
        return house.access()
                .stillIn(opened, Act.READ_CONTENT)
                .then(open -> Outcome.done(
                        ReviewMeasures.of(house
                                .database()
                                .inCase(open.id(), () -> house.verdicts().all())
                                .stream()
                                .map(StoredVerdict::given)
                                .toList())));
    }
}
