package suluh.app.flow;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.store.RequestRow;
import suluh.core.casework.Act;
import suluh.core.casework.Authority;
import suluh.core.casework.CaseworkCode;
import suluh.core.casework.ClockRule;
import suluh.core.casework.Opening;
import suluh.core.casework.Wording;
import suluh.core.casework.request.Asked;
import suluh.core.casework.request.RecordType;
import suluh.core.casework.request.RequestClock;
import suluh.core.casework.request.RequestKind;
import suluh.core.casework.request.RequestState;
import suluh.core.casework.request.RequestState.Draft;
import suluh.core.casework.request.SixItems;
import suluh.core.kernel.Outcome;
import suluh.core.ledger.EntryKind;

/**
 * Drafts requests to providers: what must be in them, under which authority, and which clock will run.
 *
 * <p>What is missing is refused before anything is written; {@link SendRequest} takes a draft further.
 */
public final class DraftRequest {
    private static final int MAX_PERIOD_DAYS = 3_660;
    private static final int MAX_REASON_CHARS = 1_000;

    private final House house;

    public DraftRequest(House house) {
        this.house = house;
    }

    /**
     * What a person wants to ask.
     *
     * @param provider id in the register
     * @param authority reference in the register
     * @param items the six items of a preservation request, or null for another kind
     * @param statedDays days that the notice states, where the clock leaves it to the notice; else 0
     * @param unpreserved why content to be taken down was not preserved, or empty
     */
    public record Wanted(
            RequestKind kind,
            String provider,
            String authority,
            @Nullable SixItems items,
            Asked asked,
            int statedDays,
            String unpreserved) {}

    /** Writes a draft; gives its number in the case. */
    public Outcome<Integer> draft(OpenedCase opened, Wanted wanted) {
        return house.access()
                .stillIn(opened, Act.MAKE_REQUESTS)
                .then(open -> complete(wanted)
                        .then(checked -> house.access()
                                .recorded(open.acting(), Act.MAKE_REQUESTS, open.number(), opening(wanted)))
                        .then(authority -> clock(wanted))
                        .then(clock -> preserved(open, wanted)
                                .then(known -> WriteInCase.inOpenCase(
                                        house, open, () -> Outcome.done(write(open, wanted, clock))))));
    }

    /** The request of this number, with how its clock stands. */
    public Outcome<RequestView> one(OpenedCase opened, int sequence) {
        return all(opened)
                .then(requests -> requests.stream()
                        .filter(view -> view.row().sequence() == sequence)
                        .findFirst()
                        .map(Outcome::done)
                        .orElseGet(() -> SendRequest.unknown(opened, sequence)));
    }

    /** The same in texts, for other systems. */
    public Outcome<RequestLine> line(OpenedCase opened, int sequence) {
        return one(opened, sequence).then(view -> Outcome.done(RequestLine.of(view)));
    }

    /** Requests of the case in texts, newest first. */
    public Outcome<List<RequestLine>> lines(OpenedCase opened) {
        return all(opened)
                .then(views -> Outcome.done(views.stream().map(RequestLine::of).toList()));
    }

    /** Requests of the case, newest first, with how their clocks stand; what has lapsed is recorded as lapsed. */
    public Outcome<List<RequestView>> all(OpenedCase opened) {
        return house.access()
                .stillIn(opened, Act.VIEW_CASE)
                .then(open -> house.database().inCase(open.id(), () -> {
                    Instant now = house.clock().instant();
                    return Outcome.done(house.requests().all().stream()
                            .map(row -> new SendRequest(house).current(open, row, now))
                            .map(row -> view(house, row, now))
                            .toList());
                }));
    }

    /**
     * A request with how its clock stands.
     *
     * @param reading how the clock stands now; a warning comes before the lapse
     * @param meaning what its lapse means, as the register says
     * @param lapsesAt when it lapses, or null while no clock runs
     */
    public record RequestView(
            RequestRow row,
            RequestClock.Reading reading,
            Wording meaning,
            @Nullable Instant lapsesAt) {
        /** True when its clock ends soon or has run out. */
        public boolean isPressing() {
            return reading == RequestClock.Reading.WARNING || reading == RequestClock.Reading.LAPSED;
        }

        /** True while the provider has something to do. */
        public boolean isOpen() {
            return row.state() instanceof RequestState.Open;
        }

        /** Steps that begin where the request stands: {@code send}, {@code acknowledge} and so on. */
        public List<String> acts() {
            return switch (row.state()) {
                case Draft ignored -> List.of("send", "withdraw");
                case RequestState.Sent ignored -> List.of("acknowledge", "answer", "withdraw");
                case RequestState.Acknowledged ignored ->
                    lapsesAt == null ? List.of("answer", "withdraw") : List.of("renew", "answer", "withdraw");
                case RequestState.Answered ignored -> List.of();
                case RequestState.Lapsed ignored -> List.of();
                case RequestState.Withdrawn ignored -> List.of();
            };
        }
    }

    static RequestView view(House house, RequestRow row, Instant now) {
        Instant lapsesAt = row.state() instanceof RequestState.Open open
                ? open.timing().lapsesAt()
                : row.state() instanceof RequestState.Lapsed lapsed
                        ? lapsed.timing().lapsesAt()
                        : null;
        RequestClock.Reading reading =
                clockOf(house, row).map(clock -> clock.read(lapsesAt, now)).orElse(RequestClock.Reading.NOT_RUNNING);
        ClockRule rule = house.register().directory().clocks().get(row.clock());
        return new RequestView(row, reading, rule == null ? Wording.same("") : rule.lapse(), lapsesAt);
    }

    /** The clock of a stored request, by the rule of the register that it names. */
    static Optional<RequestClock> clockOf(House house, RequestRow row) {
        return Optional.ofNullable(house.register().directory().clocks().get(row.clock()))
                .map(rule -> RequestClock.of(rule, row.period()));
    }

    private Outcome<Asked> complete(Wanted wanted) {
        if (!house.register().directory().providers().containsKey(wanted.provider())) {
            return Outcome.refused(
                    CaseworkCode.PROVIDER_UNKNOWN,
                    "No provider \"" + wanted.provider() + "\" stands in the register; known are: "
                            + String.join(
                                    ", ",
                                    house.register().directory().providers().keySet()) + ".");
        }
        SixItems items = wanted.items();
        if (wanted.kind() == RequestKind.PRESERVATION) {
            return (items == null ? new SixItems("", "", "", "", "", "") : items)
                    .checked()
                    .then(six -> wanted.asked().checkedFor(wanted.kind()));
        }
        return wanted.asked().checkedFor(wanted.kind());
    }

    /** The authority, in force today and opening what is asked for. */
    private Outcome<Authority> opening(Wanted wanted) {
        LocalDate today = house.today();
        List<Opening> needed = switch (wanted.kind()) {
            case PRESERVATION -> List.of(Opening.PRESERVATION);
            case TAKE_DOWN -> List.of(Opening.TAKE_DOWN);
            case PRODUCTION ->
                wanted.asked().types().stream()
                        .map(RecordType::needs)
                        .distinct()
                        .toList();
        };
        Outcome<Authority> outcome = house.register().authorityFor(wanted.authority(), needed.getFirst(), today);
        for (Opening opening : needed) {
            outcome = outcome.then(known -> house.register().authorityFor(wanted.authority(), opening, today));
        }
        return outcome;
    }

    /** The clock that names the request most exactly; none for what has no term. */
    private Outcome<Optional<RequestClock>> clock(Wanted wanted) {
        if (wanted.kind() != RequestKind.PRESERVATION) {
            return Outcome.done(Optional.empty());
        }
        List<ClockRule> rules = house.register().directory().preservationClocks(wanted.authority(), wanted.provider());
        if (rules.isEmpty()) {
            return Outcome.refused(
                    CaseworkCode.CLOCK_UNKNOWN, "The register has no clock for this authority and provider; add one.");
        }
        ClockRule rule = rules.getFirst();
        if (rule.isStatedByNotice() && (wanted.statedDays() < 1 || wanted.statedDays() > MAX_PERIOD_DAYS)) {
            return Outcome.refused(
                    CaseworkCode.CLOCK_UNKNOWN,
                    "Under " + wanted.authority() + " the notice itself states the period: give 1 to " + MAX_PERIOD_DAYS
                            + " days.");
        }
        return Outcome.done(Optional.of(RequestClock.of(rule, Duration.ofDays(wanted.statedDays()))));
    }

    /** A take-down waits until the content is preserved, or somebody says why not. */
    private Outcome<Boolean> preserved(OpenedCase open, Wanted wanted) {
        boolean mayGo = wanted.kind() != RequestKind.TAKE_DOWN
                || !wanted.unpreserved().isBlank()
                || house.database().inCase(open.id(), () -> WriteInCase.isPreserved(house, open));
        if (wanted.unpreserved().length() > MAX_REASON_CHARS) {
            return Outcome.refused(
                    CaseworkCode.REASON_MISSING, "Say why in at most " + MAX_REASON_CHARS + " characters.");
        }
        return mayGo ? Outcome.done(true) : WriteInCase.notPreserved();
    }

    /** Writes the draft in the case's transaction. */
    private int write(OpenedCase open, Wanted wanted, Optional<RequestClock> clock) {
        Instant now = house.clock().instant();
        int sequence = house.requests()
                .add(
                        open.id(),
                        new RequestRow(
                                0,
                                wanted.kind(),
                                wanted.provider(),
                                wanted.authority(),
                                wanted.items(),
                                wanted.asked(),
                                clock.map(RequestClock::code).orElse(""),
                                clock.map(RequestClock::period).orElse(Duration.ZERO),
                                wanted.unpreserved(),
                                now,
                                open.acting().person(),
                                new Draft()));
        house.ledger()
                .append(open.acting()
                        .entry(
                                EntryKind.REQUEST_DRAFTED,
                                now,
                                open.number(),
                                Map.of(
                                        "request", "R-" + sequence,
                                        "kind", wanted.kind().wire(),
                                        "provider", wanted.provider(),
                                        "authority", wanted.authority()),
                                Map.of(),
                                Map.of()));
        return sequence;
    }
}
