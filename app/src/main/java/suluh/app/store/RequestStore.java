package suluh.app.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import suluh.core.canon.CanonicalJson;
import suluh.core.canon.JsonArray;
import suluh.core.canon.JsonObject;
import suluh.core.canon.JsonParser;
import suluh.core.canon.JsonSyntaxException;
import suluh.core.canon.JsonValue;
import suluh.core.casework.request.Asked;
import suluh.core.casework.request.RecordType;
import suluh.core.casework.request.RequestKind;
import suluh.core.casework.request.RequestState;
import suluh.core.casework.request.SixItems;
import suluh.core.casework.request.Timing;
import suluh.core.casework.targets.Target;

/** Requests to providers, their letters, and productions. Call everything inside the case. */
public final class RequestStore {
    private static final String COLUMNS =
            "sequence, kind, provider, authority, items, targets, from_day, until_day, types,"
                    + " clock, period_seconds, unpreserved, drafted_at, drafted_by, state, sent_at, acknowledged_at, renewals,"
                    + " lapses_at, answered_at";

    private final Database database;

    public RequestStore(Database database) {
        this.database = database;
    }

    /** The letter of a request in one language, and its machine-readable twin. */
    @SuppressWarnings(
            "ArrayRecordComponent") // bytes on their way from the database to whoever asked; nobody changes them
    public record StoredLetter(byte[] pdf, byte[] twin) {}

    /**
     * A production held against what was asked.
     *
     * @param request number of the request
     * @param items ids of its evidence items, separated by spaces
     * @param comparison the comparison as canonical JSON
     */
    public record ProductionRow(int request, String items, Instant receivedAt, String comparison) {}

    /** Stores a draft under the next number, which it gives. */
    public int add(int caseId, RequestRow row) {
        return database.jdbc()
                .sql("INSERT INTO provider_request (case_id, sequence, kind, provider, authority, items, targets,"
                        + " from_day, until_day, types, clock, period_seconds, unpreserved, drafted_at, drafted_by, state)"
                        + " VALUES (?, (SELECT count(*) + 1 FROM provider_request), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " RETURNING sequence")
                .param(caseId)
                .param(row.kind().wire())
                .param(row.provider())
                .param(row.authority())
                .param(StorableText.of(items(row.items())))
                .param(StorableText.of(targets(row.asked().targets())))
                .param(row.asked().from())
                .param(row.asked().until())
                .param(row.asked().types().stream().map(RecordType::wire).collect(Collectors.joining(" ")))
                .param(row.clock())
                .param(row.period().toSeconds())
                .param(StorableText.of(row.unpreserved()))
                .param(row.draftedAt().atOffset(ZoneOffset.UTC))
                .param(row.draftedBy())
                .param(row.state().wire())
                .query(Integer.class)
                .single();
    }

    /** Requests of the case, newest first. */
    public List<RequestRow> all() {
        return database.jdbc()
                .sql("SELECT " + COLUMNS + " FROM provider_request ORDER BY sequence DESC")
                .query(RequestStore::row)
                .list();
    }

    /** Requests of the case for which the provider has something to do, oldest first. */
    public List<RequestRow> open() {
        return database.jdbc()
                .sql("SELECT " + COLUMNS + " FROM provider_request WHERE state IN ('sent', 'acknowledged')"
                        + " ORDER BY sequence")
                .query(RequestStore::row)
                .list();
    }

    /** Marks an open request as lapsed whose clock has run out by now; false when somebody did before. */
    public boolean lapse(int sequence, Instant now) {
        return database.jdbc()
                        .sql("UPDATE provider_request SET state = 'lapsed' WHERE sequence = ? AND lapses_at <= ?"
                                + " AND state IN ('sent', 'acknowledged')")
                        .params(sequence, now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** The request of this number, locked until the transaction ends. */
    public Optional<RequestRow> locked(int sequence) {
        return database.jdbc()
                .sql("SELECT " + COLUMNS + " FROM provider_request WHERE sequence = ? FOR UPDATE")
                .param(sequence)
                .query(RequestStore::row)
                .optional();
    }

    /** Keeps the state of a request that was locked in this transaction. */
    public void keep(int sequence, RequestState state) {
        Timing timing = switch (state) {
            case RequestState.Open open -> open.timing();
            case RequestState.Answered answered -> answered.timing();
            case RequestState.Lapsed lapsed -> lapsed.timing();
            case RequestState.Draft ignored -> null;
            case RequestState.Withdrawn ignored -> null;
        };
        Instant answeredAt = state instanceof RequestState.Answered answered ? answered.at() : null;
        database.jdbc()
                .sql("UPDATE provider_request SET state = ?, sent_at = coalesce(?, sent_at), acknowledged_at = ?,"
                        + " renewals = ?, lapses_at = ?, answered_at = ? WHERE sequence = ?")
                .param(state.wire())
                .param(timing == null ? null : offset(timing.sentAt()))
                .param(timing == null ? null : offset(timing.acknowledgedAt()))
                .param(timing == null ? 0 : timing.renewals())
                .param(timing == null ? null : offset(timing.lapsesAt()))
                .param(offset(answeredAt))
                .param(sequence)
                .update();
    }

    /** Keeps the letter that was sent. */
    public void addLetter(int caseId, int sequence, String language, StoredLetter letter) {
        database.jdbc()
                .sql("INSERT INTO request_letter (case_id, sequence, language, pdf, twin) VALUES (?, ?, ?, ?, ?)")
                .params(caseId, sequence, language, letter.pdf(), letter.twin())
                .update();
    }

    /** The letter that was sent in this language. */
    public Optional<StoredLetter> letter(int sequence, String language) {
        return database.jdbc()
                .sql("SELECT pdf, twin FROM request_letter WHERE sequence = ? AND language = ?")
                .params(sequence, language)
                .query((row, number) -> new StoredLetter(row.getBytes(1), row.getBytes(2)))
                .optional();
    }

    /** Keeps a production; gives its number. */
    public int addProduction(int caseId, ProductionRow row) {
        return database.jdbc()
                .sql("INSERT INTO production (case_id, sequence, request, items, received_at, comparison)"
                        + " VALUES (?, (SELECT count(*) + 1 FROM production), ?, ?, ?, ?) RETURNING sequence")
                .params(caseId, row.request(), row.items(), row.receivedAt().atOffset(ZoneOffset.UTC), row.comparison())
                .query(Integer.class)
                .single();
    }

    /** Productions of the case, newest first. */
    public List<ProductionRow> productions() {
        return database.jdbc()
                .sql("SELECT request, items, received_at, comparison FROM production ORDER BY sequence DESC")
                .query((row, number) -> new ProductionRow(
                        row.getInt(1),
                        row.getString(2),
                        row.getObject(3, OffsetDateTime.class).toInstant(),
                        row.getString(4)))
                .list();
    }

    private static RequestRow row(ResultSet row, int number) throws SQLException {
        Instant sentAt = ComplaintStore.instant(row, 16);
        Timing timing = sentAt == null
                ? null
                : new Timing(sentAt, ComplaintStore.instant(row, 17), row.getInt(18), ComplaintStore.instant(row, 19));
        return new RequestRow(
                row.getInt(1),
                RequestKind.ofWire(row.getString(2))
                        .orElseThrow(() -> new StoreException("an unknown kind of request")),
                row.getString(3),
                row.getString(4),
                items(row.getString(5)),
                new Asked(
                        targets(row.getString(6)),
                        row.getObject(7, LocalDate.class),
                        row.getObject(8, LocalDate.class),
                        types(row.getString(9))),
                row.getString(10),
                Duration.ofSeconds(row.getLong(11)),
                row.getString(12),
                row.getObject(13, OffsetDateTime.class).toInstant(),
                row.getString(14),
                RequestState.of(row.getString(15), timing, ComplaintStore.instant(row, 20)));
    }

    private static Set<RecordType> types(String words) {
        Set<RecordType> types = EnumSet.noneOf(RecordType.class);
        for (String word : words.split(" ")) {
            RecordType.ofWire(word).ifPresent(types::add);
        }
        return types;
    }

    private static String items(@Nullable SixItems items) {
        if (items == null) {
            return "";
        }
        JsonObject.Builder json = JsonObject.builder();
        items.byLetter().forEach(json::put);
        return CanonicalJson.text(json.build());
    }

    private static @Nullable SixItems items(String text) {
        if (text.isEmpty()) {
            return null;
        }
        JsonObject json = object(parsed(text));
        return new SixItems(
                json.text("a").orElse(""),
                json.text("b").orElse(""),
                json.text("c").orElse(""),
                json.text("d").orElse(""),
                json.text("e").orElse(""),
                json.text("f").orElse(""));
    }

    private static String targets(List<Target> targets) {
        return CanonicalJson.text(JsonArray.of(targets.stream()
                .map(target -> JsonObject.builder()
                        .put("key", target.key())
                        .put("asWritten", target.asWritten())
                        .build())
                .toList()));
    }

    private static List<Target> targets(String text) {
        List<Target> targets = new ArrayList<>();
        if (parsed(text) instanceof JsonArray array) {
            for (JsonValue value : array.values()) {
                JsonObject json = object(value);
                targets.add(Target.ofKey(
                        json.text("key").orElse(""), json.text("asWritten").orElse("")));
            }
        }
        return targets;
    }

    private static JsonValue parsed(String text) {
        try {
            return JsonParser.parse(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        } catch (JsonSyntaxException e) {
            throw new StoreException("A stored request is no JSON: " + e.getMessage(), e);
        }
    }

    private static JsonObject object(JsonValue value) {
        if (value instanceof JsonObject object) {
            return object;
        }
        throw new StoreException("A stored request holds something else than an object");
    }

    private static @Nullable OffsetDateTime offset(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
