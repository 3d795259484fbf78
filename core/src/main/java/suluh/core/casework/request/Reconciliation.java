package suluh.core.casework.request;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import suluh.core.canon.JsonArray;
import suluh.core.canon.JsonObject;
import suluh.core.casework.targets.Target;

/**
 * A production held against what was asked: each account and each kind of record, and the days it covers.
 *
 * @param lines one for each target and type asked, in the order asked
 * @param unasked keys of accounts with records that nobody asked about, in order
 */
public record Reconciliation(List<Line> lines, List<String> unasked) {
    /** A gap of a day or less is how people round days, not data that is missing. */
    private static final long TOLERATED_DAYS = 1;

    public Reconciliation {
        lines = List.copyOf(lines);
        unasked = List.copyOf(unasked);
    }

    /** What a line says. */
    public enum Verdict {
        RECEIVED,
        /** Nothing of this kind came. */
        MISSING,
        /** It begins later or ends earlier than asked; the provider can say whether that is all. */
        SHORTER,
        /** Some of it lies outside the days asked: nobody asked for it, and the authority may not cover it. */
        BEYOND
    }

    /**
     * One target and type.
     *
     * @param missingDays days asked that lie before the first or after the last record; 0 without a range
     */
    public record Line(
            String target,
            RecordType type,
            long records,
            @Nullable Instant first,
            @Nullable Instant last,
            long missingDays,
            Verdict verdict) {}

    /** The comparison; several entries of one target and type are added up. */
    public static Reconciliation of(Asked asked, List<Received> received) {
        Map<String, Received> byPlace = new HashMap<>();
        for (Received part : received) {
            byPlace.merge(place(part.target(), part.type()), part, Reconciliation::sum);
        }
        List<Line> lines = new ArrayList<>();
        Set<String> askedKeys = new HashSet<>();
        for (Target target : asked.targets()) {
            askedKeys.add(target.key());
            for (RecordType type : asked.types()) {
                lines.add(line(asked, target.key(), type, byPlace.get(place(target.key(), type))));
            }
        }
        List<String> unasked = received.stream()
                .map(Received::target)
                .filter(target -> !askedKeys.contains(target))
                .distinct()
                .sorted()
                .toList();
        return new Reconciliation(lines, unasked);
    }

    /** True when every line is received and nothing came that nobody asked for. */
    public boolean isComplete() {
        return unasked.isEmpty() && lines.stream().allMatch(line -> line.verdict() == Verdict.RECEIVED);
    }

    /** How many lines have this verdict. */
    public long count(Verdict verdict) {
        return lines.stream().filter(line -> line.verdict() == verdict).count();
    }

    /** The comparison as JSON; the format is that of {@code docs/formats/request.md}. */
    public JsonObject json() {
        return JsonObject.builder()
                .put("v", 1)
                .put(
                        "lines",
                        JsonArray.of(lines.stream().map(Reconciliation::json).toList()))
                .put(
                        "unasked",
                        JsonArray.of(unasked.stream()
                                .map(suluh.core.canon.JsonString::new)
                                .toList()))
                .build();
    }

    private static JsonObject json(Line line) {
        JsonObject.Builder json = JsonObject.builder()
                .put("target", line.target())
                .put("type", line.type().wire())
                .put("records", line.records())
                .put("missingDays", line.missingDays())
                .put("verdict", line.verdict().name().toLowerCase(java.util.Locale.ROOT));
        Instant first = line.first();
        Instant last = line.last();
        if (first != null && last != null) {
            json.put("first", first.toString()).put("last", last.toString());
        }
        return json.build();
    }

    private static Line line(Asked asked, String target, RecordType type, @Nullable Received received) {
        if (received == null || received.records() == 0) {
            return new Line(target, type, 0, null, null, 0, Verdict.MISSING);
        }
        LocalDate first = day(received.first());
        LocalDate last = day(received.last());
        long missing = gap(asked.from(), first) + gap(last, asked.until());
        boolean beyond = gap(first, asked.from()) > 0 || gap(asked.until(), last) > 0;
        Verdict verdict = beyond ? Verdict.BEYOND : missing > 0 ? Verdict.SHORTER : Verdict.RECEIVED;
        return new Line(target, type, received.records(), received.first(), received.last(), missing, verdict);
    }

    /** Days from the one to the other where that is more than the tolerance, else 0. */
    private static long gap(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from == null || to == null) {
            return 0;
        }
        long days = ChronoUnit.DAYS.between(from, to);
        return days > TOLERATED_DAYS ? days : 0;
    }

    private static @Nullable LocalDate day(@Nullable Instant instant) {
        return instant == null ? null : LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    private static Received sum(Received one, Received other) {
        return new Received(
                one.target(),
                one.type(),
                one.records() + other.records(),
                earlier(one.first(), other.first()),
                later(one.last(), other.last()));
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        return one == null ? other : other == null || one.isBefore(other) ? one : other;
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        return one == null ? other : other == null || one.isAfter(other) ? one : other;
    }

    private static String place(String target, RecordType type) {
        return type.wire() + "\n" + target;
    }
}
