package suluh.app.flow;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.host.PrivateSpool;
import suluh.app.host.TrustedRoots;
import suluh.app.store.EvidenceStore.CustodyEvent;
import suluh.app.store.ObservationWriter;
import suluh.app.store.StoreException;
import suluh.core.canon.CanonicalJson;
import suluh.core.casework.Act;
import suluh.core.disclosure.ReadingReportJson;
import suluh.core.disclosure.ReadingTotals;
import suluh.core.disclosure.ReceivedItem;
import suluh.core.kernel.EvidenceId;
import suluh.core.kernel.Outcome;
import suluh.core.kernel.Sha256Digest;
import suluh.core.ledger.EntryKind;
import suluh.core.observation.FileReading;
import suluh.exports.ArchiveLimits;
import suluh.exports.ReadingContext;
import suluh.exports.contact.PublishedContactPoints;
import suluh.exports.meta.MetaCompleteness;

/** Reads the sealed items of a case into observations; all of it commits together, or nothing. A purged item is left out. */
public final class ReadEvidence {
    private final House house;

    public ReadEvidence(House house) {
        this.house = house;
    }

    /**
     * Reads these items in their order.
     *
     * @param zone zone that the exporting devices had, or null when nobody said
     * @return the account of each file
     */
    public Outcome<List<FileReading>> run(
            OpenedCase opened, List<ReceivedItem> items, @Nullable ZoneId zone, Progress progress) {
        return runWith(opened, items, ToldByPerson.zone(zone), progress);
    }

    /** The same with all that the person told; the digests of mappings stand in the ledger entry. */
    public Outcome<List<FileReading>> runWith(
            OpenedCase opened, List<ReceivedItem> items, ToldByPerson told, Progress progress) {
        return house.access()
                .stillIn(opened, Act.READ_EVIDENCE)
                .then(open -> Outcome.done(read(open, items, told, progress)));
    }

    private List<FileReading> read(OpenedCase opened, List<ReceivedItem> wanted, ToldByPerson told, Progress progress) {
        progress.step(
                "Reading", wanted.stream().mapToLong(ReceivedItem::sizeBytes).sum());
        ReadingContext context = new ReadingContext(
                        told.zone(),
                        ReadingContext.MALAYSIA,
                        ArchiveLimits.USUAL,
                        new PrivateSpool(house.folder().spool()))
                .trusting(TrustedRoots.ofTheJdk())
                .mapping(told.mappings());
        return house.database().inCase(opened.id(), () -> {
            house.erasures().keepOut(opened.id());
            Set<EvidenceId> purged = house.evidence().purged(opened.id());
            List<ReceivedItem> items =
                    wanted.stream().filter(item -> !purged.contains(item.id())).toList();
            List<FileReading> given = new ArrayList<>();
            ObservationWriter writer = new ObservationWriter(house.database(), opened.id());
            MetaCompleteness completeness = new MetaCompleteness(writer);
            PublishedContactPoints sink = new PublishedContactPoints(completeness, context.defaultCountryCode());
            HandedIn neighbours = new HandedIn();
            items.forEach(item -> neighbours.add(item.name(), () -> new SealedFile(house.vault(), item).open()));
            List<SealedFile> files = items.stream()
                    .map(item -> new SealedFile(house.vault(), item, neighbours))
                    .toList();
            read(files, context, sink, given, progress);
            writer.finish();
            List<FileReading> readings = completeness.completed(given);
            house.readings().addAll(opened.id(), readings);
            record(opened, items, told, readings);
            return readings;
        });
    }

    private static void read(
            List<SealedFile> files,
            ReadingContext context,
            PublishedContactPoints sink,
            List<FileReading> readings,
            Progress progress) {
        AtomicLong done = new AtomicLong();
        try {
            new ReadAhead(context)
                    .run(files, sink, readings::add, file -> progress.advance(done.addAndGet(file.sizeBytes())));
        } catch (IOException e) {
            throw new StoreException(
                    "An item could not be read out of the vault: " + e.getMessage()
                            + ". Nothing of this reading was kept; the items stay sealed.",
                    e);
        }
    }

    private void record(OpenedCase opened, List<ReceivedItem> items, ToldByPerson told, List<FileReading> readings) {
        var now = house.clock().instant();
        for (ReceivedItem item : items) {
            house.evidence()
                    .record(
                            opened.id(),
                            item.id(),
                            new CustodyEvent(
                                    now,
                                    opened.acting().person(),
                                    "read",
                                    "decrypted from the vault and read into observations",
                                    opened.mandate().authority().reference(),
                                    House.tool(),
                                    resultOf(item, readings)));
        }
        ReadingTotals totals = ReadingTotals.of(readings);
        byte[] report = reportBytes(readings);
        house.ledger()
                .append(opened.acting()
                        .entry(
                                EntryKind.EVIDENCE_READ,
                                now,
                                opened.number(),
                                Map.of(),
                                digests(report, told),
                                Map.of(
                                        "files", (long) readings.size(),
                                        "recordsSeen", totals.recordsSeen(),
                                        "recordsRead", totals.recordsRead())));
    }

    private static Map<String, Sha256Digest> digests(byte[] report, ToldByPerson told) {
        Map<String, Sha256Digest> digests = new TreeMap<>(Map.of("readingReport", Sha256Digest.of(report)));
        told.mappings().forEach(mapping -> digests.put("mapping-" + mapping.name(), mapping.digest()));
        return digests;
    }

    private static String resultOf(ReceivedItem item, List<FileReading> readings) {
        List<FileReading> own =
                readings.stream().filter(r -> r.item().equals(item.id())).toList();
        long unread = own.stream().filter(r -> r.fate().leavesUnread()).count();
        return own.size() + " files looked at, " + unread + " of them not read whole";
    }

    /** The reading report as a bundle carries it. */
    static byte[] reportBytes(List<FileReading> readings) {
        return CanonicalJson.indented(ReadingReportJson.of(readings)).getBytes(StandardCharsets.UTF_8);
    }
}
