package suluh.app.flow;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.host.Secrets;
import suluh.app.store.JobStore.Asked;
import suluh.app.store.JobStore.Job;
import suluh.app.store.JobStore.Kind;
import suluh.app.store.PersonRow;
import suluh.core.casework.Act;
import suluh.core.casework.CaseworkCode;
import suluh.core.disclosure.ReceivedItem;
import suluh.core.kernel.EvidenceId;
import suluh.core.kernel.Outcome;
import suluh.core.ledger.EntryKind;

/**
 * Lets a case be read and analysed, and disclosures be made, in the background ({@link RunWork}): asks, shows, cancels.
 */
public final class AskForWork {
    private static final int SHOWN = 20;

    private final House house;

    public AskForWork(House house) {
        this.house = house;
    }

    /**
     * Work as pages show it.
     *
     * @param askedBy name of the person
     * @param kind {@code analyse} or {@code release}
     * @param subject id of the disclosure, or empty
     * @param state {@code waiting}, {@code running}, {@code done}, {@code failed} or {@code cancelled}
     * @param figures what it found, by name
     */
    public record WorkLine(
            String id,
            String kind,
            String subject,
            String askedBy,
            String askedAt,
            String state,
            String endedAt,
            String reason,
            Map<String, Long> figures) {
        /** True while it waits or runs. */
        public boolean isOpen() {
            return state.equals("waiting") || state.equals("running");
        }
    }

    /**
     * Where the work of a case stands.
     *
     * @param items evidence items of the case
     * @param unread those that have not been read
     */
    public record Standing(int items, int unread, List<WorkLine> lines) {}

    /** Where the work of the case stands. */
    public Outcome<Standing> standing(OpenedCase opened) {
        return house.access().stillIn(opened, Act.VIEW_EVIDENCE).then(open -> {
            List<Job> jobs =
                    house.database().inCase(open.id(), () -> house.jobs().newest(SHOWN));
            return Outcome.done(new Standing(
                    house.evidence().items(open.id()).size(),
                    unread(house, open.id()).size(),
                    jobs.stream().map(this::line).toList()));
        });
    }

    /** Items that have not been read and were not purged, in the order of sealing. */
    static List<ReceivedItem> unread(House house, int caseId) {
        Set<EvidenceId> done = new HashSet<>(house.readings().items(caseId));
        done.addAll(house.evidence().purged(caseId));
        return house.evidence().items(caseId).stream()
                .filter(item -> !done.contains(item.id()))
                .toList();
    }

    /** One piece of work; refused when the case has none of this id. */
    public Outcome<WorkLine> one(OpenedCase opened, String id) {
        return house.access()
                .stillIn(opened, Act.VIEW_EVIDENCE)
                .then(open -> house.database()
                        .inCase(open.id(), () -> house.jobs().find(id))
                        .map(job -> Outcome.done(line(job)))
                        .orElseGet(() -> unknown(open)));
    }

    /**
     * Asks for what is new to be read and the case analysed anew; gives the id.
     *
     * @param zone zone that the exporting devices had, or empty
     */
    public Outcome<String> ask(OpenedCase opened, String zone) {
        return house.access().stillIn(opened, Act.ANALYSE_CASE).then(open -> {
            String named = zone.strip();
            if (!named.isEmpty() && !ZoneId.getAvailableZoneIds().contains(named)) {
                return Outcome.refused(
                        CaseworkCode.ZONE_UNKNOWN,
                        "There is no such zone; name one such as Asia/Kuala_Lumpur, or none.");
            }
            return add(open, Kind.ANALYSE, "", named);
        });
    }

    /** Asks for both bundles of a disclosure that a second person approved; gives the id. */
    public Outcome<String> release(OpenedCase opened, String plan) {
        return house.access()
                .stillIn(opened, Act.DISCLOSE)
                .then(open -> new ReleaseDisclosure(house)
                        .ready(open, plan)
                        .then(row -> add(open, Kind.RELEASE, row.id(), "")));
    }

    private Outcome<String> add(OpenedCase open, Kind kind, String subject, String zone) {
        Instant now = house.clock().instant();
        String id = "wk-" + HexFormat.of().formatHex(Secrets.bytes(8));
        Acting acting = open.acting();
        Asked asked = new Asked(id, kind, subject, zone, open.number(), acting.agency(), acting.person());
        return house.database().inCase(open.id(), () -> {
            if (!house.jobs().add(open.id(), asked, now)) {
                return Outcome.<String>refused(
                        CaseworkCode.WORK_STANDS,
                        "Case " + open.number() + " has long work already that waits or runs; wait for it or cancel "
                                + "it.");
            }
            record(open, EntryKind.WORK_ASKED, now, id);
            return Outcome.done(id);
        });
    }

    /** Cancels work, for whoever may ask for it; what runs ends at its next step, and nothing of that step is kept. */
    public Outcome<String> cancel(OpenedCase opened, String id, RunWork running) {
        Act needed = house.database()
                .inCase(opened.id(), () -> house.jobs().find(id))
                .map(job -> job.kind().act())
                .orElse(Act.ANALYSE_CASE);
        return house.access().stillIn(opened, needed).then(open -> {
            Instant now = house.clock().instant();
            return house.database().inCase(open.id(), () -> {
                if (house.jobs().find(id).isEmpty()) {
                    return AskForWork.<String>unknown(open);
                }
                if (!house.jobs().cancelWaiting(id, now)) {
                    running.cancel(id);
                }
                record(open, EntryKind.WORK_CANCELLED, now, id);
                return Outcome.done(id);
            });
        });
    }

    private void record(OpenedCase open, EntryKind kind, Instant now, String id) {
        house.ledger().append(open.acting().entry(kind, now, open.number(), Map.of("work", id), Map.of(), Map.of()));
    }

    private static <T> Outcome<T> unknown(OpenedCase open) {
        return Outcome.refused(CaseworkCode.WORK_UNKNOWN, "Case " + open.number() + " has no such work; see the list.");
    }

    private WorkLine line(Job job) {
        Map<String, Long> figures = new LinkedHashMap<>();
        job.figures().lines().forEach(line -> {
            int space = line.indexOf(' ');
            figures.put(line.substring(0, space), Long.parseLong(line.substring(space + 1)));
        });
        return new WorkLine(
                job.id(),
                job.kind().wire(),
                job.subject(),
                house.people().byId(job.askedBy()).map(PersonRow::displayName).orElse(job.askedBy()),
                job.askedAt().toString(),
                job.state(),
                job.endedAt() == null ? "" : job.endedAt().toString(),
                job.reason(),
                figures);
    }
}
