package suluh.app.flow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.host.PdfWriter;
import suluh.app.store.RequestRow;
import suluh.app.store.RequestStore.StoredLetter;
import suluh.core.canon.CanonicalJson;
import suluh.core.casework.Act;
import suluh.core.casework.CaseworkCode;
import suluh.core.casework.course.CaseStanding;
import suluh.core.casework.request.Letter;
import suluh.core.casework.request.LetterPage;
import suluh.core.casework.request.RequestClock;
import suluh.core.casework.request.RequestState;
import suluh.core.casework.request.RequestState.Draft;
import suluh.core.casework.request.RequestState.Open;
import suluh.core.casework.request.RequestState.Withdrawn;
import suluh.core.kernel.Outcome;
import suluh.core.kernel.Sha256Digest;
import suluh.core.ledger.EntryKind;

/**
 * Takes a request from draft to its end: sent with its letters, acknowledged, renewed, answered, withdrawn or lapsed.
 *
 * <p>Suluh writes the letters and keeps them; a person sends them by the provider's channel and says so. The letters'
 * digests stand in the ledger.
 */
public final class SendRequest {
    /** Languages of the letters. */
    public static final List<String> LANGUAGES = List.of("ms", "en");

    private final House house;

    public SendRequest(House house) {
        this.house = house;
    }

    /** Records that the request is sent now, with letters in both languages; its clock runs when sending starts it. */
    public Outcome<RequestRow> send(OpenedCase opened, int sequence) {
        return step(
                opened,
                Act.MAKE_REQUESTS,
                sequence,
                EntryKind.REQUEST_SENT,
                (open, row) -> row.state() instanceof Draft draft
                        ? Outcome.done(draft.send(
                                house.clock().instant(),
                                DraftRequest.clockOf(house, row).orElse(null)))
                        : notThere(row, "draft"));
    }

    /** Records that the provider has it. */
    public Outcome<RequestRow> acknowledge(OpenedCase opened, int sequence) {
        return step(
                opened,
                Act.FOLLOW_REQUESTS,
                sequence,
                EntryKind.REQUEST_ACKNOWLEDGED,
                (open, row) -> row.state() instanceof RequestState.Sent sent
                        ? Outcome.done(sent.acknowledge(
                                house.clock().instant(),
                                DraftRequest.clockOf(house, row).orElse(null)))
                        : notThere(row, "sent"));
    }

    /** Renews it for another term. */
    public Outcome<RequestRow> renew(OpenedCase opened, int sequence) {
        return step(opened, Act.MAKE_REQUESTS, sequence, EntryKind.REQUEST_RENEWED, (open, row) -> {
            Optional<RequestClock> clock = DraftRequest.clockOf(house, row);
            return row.state() instanceof Open running && clock.isPresent()
                    ? running.renew(house.clock().instant(), clock.get()).then(Outcome::done)
                    : notThere(row, "acknowledged");
        });
    }

    /** Records that the provider has done what was asked. */
    public Outcome<RequestRow> answer(OpenedCase opened, int sequence) {
        return step(
                opened,
                Act.FOLLOW_REQUESTS,
                sequence,
                EntryKind.REQUEST_ANSWERED,
                (open, row) -> row.state() instanceof Open running
                        ? Outcome.done(running.answer(house.clock().instant()))
                        : notThere(row, "sent"));
    }

    /** Takes it back before it was answered, for a reason that stays with the case. */
    public Outcome<RequestRow> withdraw(OpenedCase opened, int sequence, String reason) {
        return WriteInCase.reason(reason)
                .then(words -> step(opened, Act.MAKE_REQUESTS, sequence, EntryKind.REQUEST_WITHDRAWN, (open, row) -> {
                    if (!(row.state() instanceof Draft || row.state() instanceof Open)) {
                        return notThere(row, "sent");
                    }
                    WriteInCase.note(
                            house,
                            open,
                            "withdrawal",
                            row.number(),
                            words,
                            house.clock().instant());
                    return Outcome.done(new Withdrawn());
                }));
    }

    /**
     * A letter as it was sent.
     *
     * @param twin the same for machines
     */
    @SuppressWarnings(
            "ArrayRecordComponent") // bytes on their way from the database to whoever asked; nobody changes them
    public record SentLetter(byte[] pdf, byte[] twin) {}

    /** The letter that was sent in this language, and its twin; the look is recorded. */
    public Outcome<SentLetter> letter(OpenedCase opened, int sequence, String language) {
        return house.access().stillIn(opened, Act.FOLLOW_REQUESTS).then(open -> {
            house.access().looked(open, Map.of("what", "letter", "request", "R-" + sequence), Map.of());
            return house.database()
                    .inCase(open.id(), () -> house.requests().letter(sequence, language))
                    .map(kept -> Outcome.done(new SentLetter(kept.pdf(), kept.twin())))
                    .orElseGet(() -> unknown(open, sequence));
        });
    }

    private interface Step {
        Outcome<? extends RequestState> next(OpenedCase open, RequestRow row);
    }

    private Outcome<RequestRow> step(OpenedCase opened, Act act, int sequence, EntryKind kind, Step step) {
        return house.access()
                .stillIn(opened, act)
                .then(open -> WriteInCase.inOpenCase(house, open, () -> {
                    Optional<RequestRow> found = house.requests().locked(sequence);
                    if (found.isEmpty()) {
                        return unknown(open, sequence);
                    }
                    RequestRow row = current(open, found.get(), house.clock().instant());
                    return keep(open, row, kind, step.next(open, row));
                }));
    }

    private Outcome<RequestRow> keep(
            OpenedCase open, RequestRow row, EntryKind kind, Outcome<? extends RequestState> next) {
        return switch (next) {
            case Outcome.Refused<? extends RequestState> refused -> new Outcome.Refused<>(refused.refusal());
            case Outcome.Done<? extends RequestState> done -> {
                house.requests().keep(row.sequence(), done.value());
                Map<String, Sha256Digest> digests = kind == EntryKind.REQUEST_SENT ? letters(open, row) : Map.of();
                append(open, kind, row, digests);
                yield Outcome.done(row.in(done.value()));
            }
        };
    }

    /** The request as it stands now: an open one whose clock has run out has lapsed, and that is recorded once. */
    RequestRow current(OpenedCase open, RequestRow row, Instant now) {
        return row.state() instanceof Open running
                        && DraftRequest.view(house, row, now).reading() == RequestClock.Reading.LAPSED
                ? lapsed(open, row, running, now)
                : row;
    }

    private RequestRow lapsed(OpenedCase open, RequestRow row, Open running, Instant now) {
        lapse(house, open.acting(), open.number(), row, now);
        return row.in(running.lapse());
    }

    /** Marks a request whose clock has run out as lapsed and records it, unless somebody did; in the case's transaction. */
    static void lapse(House house, Acting acting, String number, RequestRow row, Instant now) {
        if (house.requests().lapse(row.sequence(), now)) {
            house.ledger()
                    .append(acting.entry(
                            EntryKind.REQUEST_LAPSED,
                            now,
                            number,
                            Map.of("request", row.number(), "kind", row.kind().wire()),
                            Map.of(),
                            Map.of()));
        }
    }

    /** Writes the letters in both languages and keeps them; gives their digests. */
    private Map<String, Sha256Digest> letters(OpenedCase open, RequestRow row) {
        Map<String, Sha256Digest> digests = new TreeMap<>();
        CaseStanding standing = house.course().standing();
        for (String language : LANGUAGES) {
            Letter letter = letter(open, row, standing, language);
            byte[] twin = CanonicalJson.bytes(letter.json());
            String page = LetterPage.render(
                    letter, open.number() + "-" + row.number() + "-" + language + ".json", Sha256Digest.of(twin));
            byte[] pdf = pdf(page);
            house.requests().addLetter(open.id(), row.sequence(), language, new StoredLetter(pdf, twin));
            digests.put("letter." + language, Sha256Digest.of(pdf));
            digests.put("twin." + language, Sha256Digest.of(twin));
        }
        return digests;
    }

    private Letter letter(OpenedCase open, RequestRow row, CaseStanding standing, String language) {
        var register = house.register();
        var authority = register.authorities()
                .getOrDefault(row.authority(), open.mandate().authority());
        var agency = register.agencies().get(open.acting().agency());
        var provider = register.directory().providers().get(row.provider());
        if (provider == null) {
            throw new IllegalStateException("the draft names a provider that the register no longer has");
        }
        return new Letter(
                row.kind(),
                language,
                open.number() + "/" + row.number(),
                house.today(),
                agency == null ? open.acting().agency() : agency.name(),
                provider,
                authority,
                row.items(),
                row.asked(),
                DraftRequest.clockOf(house, row).orElse(null),
                authority.forbidsTelling() || standing.mustNotTell(),
                standing.sensitivity(),
                row.unpreserved());
    }

    private static byte[] pdf(String page) {
        try {
            return PdfWriter.pdf(page);
        } catch (IOException e) {
            throw new UncheckedIOException("the letter could not be made", e);
        }
    }

    private static <T> Outcome<T> notThere(RequestRow row, String expected) {
        return Outcome.refused(
                CaseworkCode.REQUEST_NOT_THERE_YET,
                "Request " + row.number() + " is " + row.state().wire() + "; this step begins at " + expected + ".");
    }

    static <T> Outcome<T> unknown(OpenedCase open, int sequence) {
        return Outcome.refused(
                CaseworkCode.REQUEST_UNKNOWN, "Case " + open.number() + " has no request R-" + sequence + ".");
    }

    private void append(OpenedCase open, EntryKind kind, RequestRow row, Map<String, Sha256Digest> digests) {
        house.ledger()
                .append(open.acting()
                        .entry(
                                kind,
                                house.clock().instant(),
                                open.number(),
                                Map.of(
                                        "request",
                                        row.number(),
                                        "kind",
                                        row.kind().wire()),
                                digests,
                                Map.of()));
    }
}
