package suluh.app.flow;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.store.ProductionStore.Held;
import suluh.app.store.ProductionStore.Owner;
import suluh.app.store.RequestRow;
import suluh.app.store.RequestStore.ProductionRow;
import suluh.core.canon.CanonicalJson;
import suluh.core.casework.Act;
import suluh.core.casework.request.Received;
import suluh.core.casework.request.Reconciliation;
import suluh.core.casework.targets.Target;
import suluh.core.casework.targets.TargetKind;
import suluh.core.disclosure.ReceivedItem;
import suluh.core.kernel.Outcome;
import suluh.core.kernel.Sha256Digest;
import suluh.core.ledger.EntryKind;
import suluh.core.observation.FileReading;

/**
 * Receives what a provider produced: sealed as it came, read, and held against what was asked.
 *
 * <p>An account or group is found again by its platform's number, its name, or an address that it owns; what cannot be
 * found counts as missing, and a person looks. An export of an account that nobody asked about is named.
 */
public final class ReceiveProduction {
    private final House house;

    public ReceiveProduction(House house) {
        this.house = house;
    }

    /**
     * What came.
     *
     * @param unread files of it that were not wholly read; what they hold is not in the comparison
     */
    public record Produced(ReceivedItem item, Reconciliation comparison, long unread) {}

    /** Seals, reads and compares one file; refused when there is no such request. */
    public Outcome<Produced> run(OpenedCase opened, int request, String name, InputStream in) throws IOException {
        return run(opened, request, name, in, Optional.empty());
    }

    /**
     * The same for a file whose sender states its digest; other bytes are refused.
     *
     * @param stated SHA-256 of the bytes, or empty
     */
    public Outcome<Produced> run(
            OpenedCase opened, int request, String name, InputStream in, Optional<Sha256Digest> stated)
            throws IOException {
        Outcome<RequestRow> found = house.access()
                .stillIn(opened, Act.SEAL_EVIDENCE)
                .then(open -> house.database()
                        .inCase(open.id(), () -> house.requests().locked(request))
                        .map(Outcome::done)
                        .orElseGet(() -> SendRequest.unknown(open, request)));
        if (found instanceof Outcome.Refused<RequestRow> refused) {
            return new Outcome.Refused<>(refused.refusal());
        }
        Outcome<ReceivedItem> sealed = new ReceiveUpload(house).run(opened, name, in, stated);
        return sealed.then(item -> new ReadEvidence(house)
                .run(opened, List.of(item), null, Progress.SILENT)
                .then(readings -> new HashMedia(house)
                        .run(opened, List.of(item), Progress.SILENT)
                        .then(hashed -> Outcome.done(compare(opened, request, item, readings)))));
    }

    /**
     * A production as stored.
     *
     * @param request number of the request that it answers
     * @param items ids of its evidence items
     * @param comparison the comparison as canonical JSON
     */
    public record Production(int request, List<String> items, Instant receivedAt, String comparison) {
        public Production {
            items = List.copyOf(items);
        }
    }

    /** Productions of the case, newest first. */
    public Outcome<List<Production>> all(OpenedCase opened) {
        return house.access()
                .stillIn(opened, Act.VIEW_CASE)
                .then(open ->
                        Outcome.done(house
                                .database()
                                .inCase(open.id(), () -> house.requests().productions())
                                .stream()
                                .map(row -> new Production(
                                        row.request(),
                                        List.of(row.items().split(" ")),
                                        row.receivedAt(),
                                        row.comparison()))
                                .toList()));
    }

    private Produced compare(OpenedCase open, int request, ReceivedItem item, List<FileReading> readings) {
        return house.database().inCase(open.id(), () -> {
            house.course().lockedStanding(open.id());
            RequestRow row = house.requests().locked(request).orElseThrow();
            List<String> items = List.of(item.id().value());
            Reconciliation comparison = Reconciliation.of(row.asked(), received(row, items));
            byte[] json = CanonicalJson.bytes(comparison.json());
            Instant now = house.clock().instant();
            house.requests()
                    .addProduction(
                            open.id(),
                            new ProductionRow(
                                    request,
                                    String.join(" ", items),
                                    now,
                                    new String(json, java.nio.charset.StandardCharsets.UTF_8)));
            house.ledger()
                    .append(open.acting()
                            .entry(
                                    EntryKind.PRODUCTION_RECEIVED,
                                    now,
                                    open.number(),
                                    Map.of(
                                            "request",
                                            row.number(),
                                            "item",
                                            item.id().value()),
                                    Map.of("comparison", Sha256Digest.of(json)),
                                    Map.of()));
            long unread = readings.stream()
                    .filter(reading -> reading.fate() != suluh.core.observation.FileFate.READ)
                    .count();
            return new Produced(item, comparison, unread);
        });
    }

    private List<Received> received(RequestRow row, List<String> items) {
        List<Received> received = new ArrayList<>();
        Set<Integer> known = new HashSet<>();
        for (Target target : row.asked().targets()) {
            Set<String> names = names(target);
            List<Integer> accounts = house.productions().accounts(target.platform(), names);
            List<Integer> groups = target.kind() == TargetKind.GROUP || target.kind() == TargetKind.INVITE
                    ? house.productions().conversations(target.platform(), names)
                    : List.of();
            known.addAll(accounts);
            List<Held> held = new ArrayList<>(house.productions().messages(items, accounts, groups));
            held.add(house.productions().members(items, accounts, groups));
            held.add(house.productions().subscriber(items, accounts));
            held.add(house.productions().logins(items, accounts));
            held.forEach(one ->
                    received.add(new Received(target.key(), one.type(), one.records(), one.first(), one.last())));
        }
        for (Owner owner : house.productions().owners(items)) {
            if (!known.contains(owner.account())) {
                received.add(new Received(
                        "account:" + owner.key(), suluh.core.casework.request.RecordType.SUBSCRIBER, 1, null, null));
            }
        }
        return received;
    }

    /** By what an export may name the target: its address, the last part of it, and that without its mark. */
    private static Set<String> names(Target target) {
        Set<String> names = new LinkedHashSet<>();
        String normalised = target.normalised();
        String last = normalised.substring(normalised.lastIndexOf('/') + 1);
        names.add(normalised);
        names.add(last);
        names.add(last.replaceFirst("^[@+#]", ""));
        return names;
    }
}
