package suluh.core.disclosure.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import suluh.core.canon.JsonArray;
import suluh.core.canon.JsonObject;
import suluh.core.canon.JsonString;
import suluh.core.canon.JsonValue;
import suluh.core.disclosure.FindingsJson;
import suluh.core.disclosure.ReceivedItem;
import suluh.core.disclosure.ReportHeading;
import suluh.core.disclosure.redaction.DisclosedRecord;
import suluh.core.disclosure.selection.Edition;
import suluh.core.kernel.EvidenceId;
import suluh.core.kernel.Sha256Digest;
import suluh.core.observation.FileFate;
import suluh.core.observation.SourcePointer;

/**
 * What a report says of a disclosure, out of the records of one of its editions and of nothing else.
 *
 * <p>The report of the redacted edition is therefore written from redacted records: what is hidden in a record cannot be in
 * it. Records come in the order of docs/formats/disclosure.md. Memory: items, accounts, conversations, pairs of them, and
 * the passages cited. Not thread-safe.
 */
public final class DisclosedFacts {
    private static final double MILLE = 1000;
    /** Of a passage; the reading copy has the whole. */
    private static final int MAX_TEXT_POINTS = 280;

    private final Edition edition;
    private final DisclosedNetwork network = new DisclosedNetwork();
    private final List<ReceivedItem> items = new ArrayList<>();
    private final Map<String, EvidenceId> ids = new HashMap<>();
    private final SortedMap<String, Long> reading = new TreeMap<>();
    private final List<JsonValue> files = new ArrayList<>();
    private final List<JsonValue> exclusions = new ArrayList<>();
    private final SequencedMap<String, DisclosedRecord> conversations = new LinkedHashMap<>();
    private final SequencedMap<String, DisclosedRecord> assessments = new LinkedHashMap<>();
    private final Map<String, List<DisclosedRecord>> cues = new HashMap<>();
    private final Map<String, DisclosedRecord> cited = new HashMap<>();
    private final List<DisclosedRecord> links = new ArrayList<>();
    private final SortedMap<String, String> times = new TreeMap<>();
    private @Nullable DisclosedRecord head;
    private long messages;

    /** The facts of one edition, from its first record on. */
    public DisclosedFacts(Edition edition) {
        this.edition = edition;
    }

    /** Takes the next record; kinds that the report does not speak of are left to the reading copy. */
    public void add(DisclosedRecord record) {
        switch (record.kind()) {
            case "disclosure" -> head = record;
            case "exclusion" -> exclusions.add(exclusion(record));
            case "item" -> item(record);
            case "reading" -> record.figures().forEach((field, figure) -> reading.merge(field, figure, Long::sum));
            case "file" -> files.add(file(record));
            case "conversation" -> conversation(record);
            case "account" -> network.account(record.text("key"), record.text("name"));
            case "membership" ->
                network.member(
                        record.text("conversation"), record.text("account"), administers(record), source(record));
            case "invitation" -> invitation(record);
            case "same-actor" -> links.add(record);
            case "assessment" -> assessments.put(record.text("conversation"), record);
            case "cue" -> cue(record);
            case "message" -> message(record);
            default -> {}
        }
    }

    /**
     * The facts of all records.
     *
     * @param heading of the disclosure, made at the moment of its plan
     * @param described digest of what the report describes
     * @param label words for a code in the report's language
     */
    public ReportFacts facts(ReportHeading heading, Sha256Digest described, UnaryOperator<String> label) {
        DisclosedNetwork.Shown shown = network.shown();
        JsonObject findings = findings(shown.json());
        JsonObject report =
                JsonObject.builder().put("files", JsonArray.of(files)).build();
        return new ReportFacts(heading, findings, report, items, times, shown.picture(), described, label);
    }

    private JsonObject findings(JsonObject ties) {
        JsonObject.Builder findings = JsonObject.builder()
                .put("disclosure", disclosure())
                .put("reading", reading())
                .put("groups", JsonArray.of(groups()))
                .put("actors", JsonArray.of(actors()));
        if (!isTimed()) {
            findings.put("conversations", JsonArray.of(assessed()));
        }
        return findings.put("network", ties).build();
    }

    private DisclosedRecord head() {
        if (head == null) {
            throw new IllegalStateException("the record of the disclosure comes first");
        }
        return head;
    }

    private boolean isTimed() {
        return !head().text("from").isEmpty() || !head().text("until").isEmpty();
    }

    private JsonObject disclosure() {
        return JsonObject.builder()
                .put("id", head().text("disclosure"))
                .put("edition", edition.wire())
                .put("purpose", head().text("purpose"))
                .put("recipient", head().text("recipient"))
                .put("from", head().text("from"))
                .put("until", head().text("until"))
                .put("exclusions", JsonArray.of(exclusions))
                .build();
    }

    private static JsonObject exclusion(DisclosedRecord record) {
        return JsonObject.builder()
                .put("reason", record.text("reason"))
                .put("what", record.text("what"))
                .put("key", record.text("key"))
                .put("messages", record.figures().getOrDefault("messages", 0L))
                .build();
    }

    private void item(DisclosedRecord record) {
        String sha256 = record.text("sha256");
        boolean isHidden = !record.text("item").startsWith("ev-");
        // An item whose id is hidden gets a number of its own in the report, and no one can tell which it is by it.
        EvidenceId id = isHidden
                ? EvidenceId.of(new Sha256Digest(sha256), record.text("item"))
                : new EvidenceId(record.text("item"));
        ids.put(record.text("item"), id);
        items.add(new ReceivedItem(
                id, record.text("name"), record.figures().getOrDefault("sizeBytes", 0L), new Sha256Digest(sha256)));
    }

    private JsonObject file(DisclosedRecord record) {
        return JsonObject.builder()
                .put("item", id(record).value())
                .put("path", record.text("path"))
                .put("fate", record.text("fate"))
                .put("reason", record.text("why"))
                .put("alarms", JsonArray.of(List.of()))
                .build();
    }

    private JsonObject reading() {
        JsonObject.Builder fates = JsonObject.builder();
        for (FileFate fate : FileFate.values()) {
            fates.put(fate.wire(), reading.getOrDefault("files-" + fate.wire(), 0L));
        }
        JsonObject.Builder records = JsonObject.builder();
        for (String part : List.of("seen", "read", "skipped", "notUnderstood")) {
            records.put(part, reading.getOrDefault("records-" + part, 0L));
        }
        return JsonObject.builder()
                .put("files", fates.build())
                .put("records", records.build())
                .put(
                        "observations",
                        JsonObject.builder().put("message", messages).build())
                .build();
    }

    private void conversation(DisclosedRecord record) {
        conversations.put(record.text("key"), record);
        network.conversation(record.text("key"), record.text("name"), isGroup(record));
    }

    private static boolean isGroup(DisclosedRecord record) {
        return record.text("type").equals("group") || record.text("type").equals("channel");
    }

    private static boolean administers(DisclosedRecord record) {
        return record.text("role").equals("creator") || record.text("role").equals("administrator");
    }

    private void invitation(DisclosedRecord record) {
        if (!record.text("inviter").isEmpty()) {
            network.invitation(record.text("inviter"), record.text("account"), source(record));
        }
    }

    private void cue(DisclosedRecord record) {
        cues.computeIfAbsent(record.text("conversation"), ignored -> new ArrayList<>())
                .add(record);
        // The message comes later; until then the cue holds its place.
        cited.put(ReportFacts.key(source(record)), record);
    }

    private void message(DisclosedRecord record) {
        messages++;
        SourcePointer source = source(record);
        String sentAt = record.text("sentAt");
        if (!record.text("sender").isEmpty()) {
            network.message(
                    record.text("conversation"),
                    record.text("sender"),
                    sentAt.isEmpty() ? null : Instant.parse(sentAt),
                    source);
        }
        String key = ReportFacts.key(source);
        if (cited.containsKey(key)) {
            cited.put(key, record);
            times.put(key, sentAt.isEmpty() ? record.text("sentAtText") : sentAt);
        }
    }

    private List<JsonValue> groups() {
        List<JsonValue> groups = new ArrayList<>();
        conversations.forEach((key, record) -> {
            if (isGroup(record)) {
                groups.add(JsonObject.builder()
                        .put("key", key)
                        .put("name", record.text("name"))
                        .put("platform", record.text("platform"))
                        .put("messages", network.messages(key))
                        .put("members", network.members(key))
                        .build());
            }
        });
        return groups;
    }

    /** Accounts that links join, each group of them with its links. */
    private List<JsonValue> actors() {
        Map<String, String> first = new TreeMap<>();
        for (DisclosedRecord link : links) {
            String a = root(first, link.text("a"));
            String b = root(first, link.text("b"));
            first.put(a.compareTo(b) < 0 ? b : a, a.compareTo(b) < 0 ? a : b);
        }
        SortedMap<String, List<JsonValue>> linksOf = new TreeMap<>();
        SortedMap<String, TreeSet<String>> accountsOf = new TreeMap<>();
        for (DisclosedRecord link : links) {
            String root = root(first, link.text("a"));
            linksOf.computeIfAbsent(root, ignored -> new ArrayList<>())
                    .add(JsonObject.builder()
                            .put("a", link.text("a"))
                            .put("b", link.text("b"))
                            .put("basis", link.text("basis"))
                            .put("probability", link.figures().getOrDefault("probabilityPerMille", 0L) / MILLE)
                            .build());
            accountsOf
                    .computeIfAbsent(root, ignored -> new TreeSet<>())
                    .addAll(List.of(link.text("a"), link.text("b")));
        }
        List<JsonValue> actors = new ArrayList<>();
        linksOf.forEach((root, own) -> actors.add(JsonObject.builder()
                .put("id", root)
                .put(
                        "accounts",
                        JsonArray.of(accountsOf.getOrDefault(root, new TreeSet<>()).stream()
                                .<JsonValue>map(JsonString::new)
                                .toList()))
                .put("links", JsonArray.of(own))
                .build()));
        return actors;
    }

    /** The first account of those joined with this one; a chain grows no longer than there are links. */
    private static String root(Map<String, String> first, String account) {
        String root = account;
        for (String next = first.get(root); next != null && !next.equals(root); next = first.get(root)) {
            root = next;
        }
        return root;
    }

    private List<JsonValue> assessed() {
        List<JsonValue> assessed = new ArrayList<>();
        assessments.forEach((key, record) -> {
            DisclosedRecord conversation = conversations.get(key);
            assessed.add(JsonObject.builder()
                    .put("key", key)
                    .put("name", conversation == null ? "" : conversation.text("name"))
                    .put("platform", conversation == null ? "" : conversation.text("platform"))
                    .put("messages", network.messages(key))
                    .put("score", record.figures().getOrDefault("scorePerMille", 0L) / MILLE)
                    .put("band", record.text("band"))
                    .put(
                            "cues",
                            JsonArray.of(cues.getOrDefault(key, List.of()).stream()
                                    .flatMap(cue -> told(cue).stream())
                                    .toList()))
                    .build());
        });
        return assessed;
    }

    /** The cue with its message; nothing when the message is not among the records. */
    private Optional<JsonValue> told(DisclosedRecord cue) {
        SourcePointer source = source(cue);
        DisclosedRecord message = cited.get(ReportFacts.key(source));
        if (message == null || !message.kind().equals("message")) {
            return Optional.empty();
        }
        String text = message.text("sender") + ": " + message.text("text");
        int points = Math.min(MAX_TEXT_POINTS, text.codePointCount(0, text.length()));
        int end = text.offsetByCodePoints(0, points);
        return Optional.of(JsonObject.builder()
                .put("code", cue.text("code"))
                .put("text", end == text.length() ? text : text.substring(0, end) + "…")
                .put("record", message.number())
                .put("source", FindingsJson.source(source))
                .build());
    }

    private EvidenceId id(DisclosedRecord record) {
        EvidenceId id = ids.get(record.text("item"));
        if (id == null) {
            throw new IllegalArgumentException("record " + record.number() + " rests on an item that was not listed");
        }
        return id;
    }

    private SourcePointer source(DisclosedRecord record) {
        return new SourcePointer(
                id(record),
                record.text("path"),
                record.figures().getOrDefault("offset", 0L),
                record.figures().getOrDefault("length", 0L));
    }
}
