package suluh.app.flow;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import suluh.app.store.ComplaintRow;
import suluh.core.casework.Act;
import suluh.core.casework.CaseworkCode;
import suluh.core.casework.ClockRule;
import suluh.core.casework.ClockUse;
import suluh.core.casework.complaint.InboxOrder;
import suluh.core.casework.complaint.InboxReason;
import suluh.core.casework.complaint.Pile;
import suluh.core.casework.complaint.Stage;
import suluh.core.casework.targets.Target;
import suluh.core.kernel.Outcome;
import suluh.core.kernel.Sha256Digest;
import suluh.core.ledger.EntryKind;

/** Shows the inbox of an agency: complaints gathered on what they point at, in the order of stated reasons. */
public final class SortComplaints {
    /** Complaints of a pile that the inbox itself shows; the pile's own page shows them all. */
    private static final int SHOWN_OF_A_PILE = 3;

    /** Begins the key of a pile of one complaint that names nothing. */
    private static final String ALONE = "complaint:";

    private final House house;

    public SortComplaints(House house) {
        this.house = house;
    }

    /**
     * The inbox.
     *
     * @param piles those that were asked for, in order
     * @param pileCount how many wait
     * @param platforms platforms that those who wait point at, in the order of their names
     * @param toTell complaints whose reporter waits for an answer, oldest first
     */
    public record Inbox(List<PileView> piles, int pileCount, List<String> platforms, List<ComplaintView> toTell) {
        public Inbox {
            piles = List.copyOf(piles);
            platforms = List.copyOf(platforms);
            toTell = List.copyOf(toTell);
        }

        /** How many piles were asked for. */
        public int foundCount() {
            return piles.size();
        }
    }

    /**
     * Complaints about one target.
     *
     * @param target what they point at, or null when the complaint names nothing
     */
    public record PileView(
            Pile pile, List<InboxReason> reasons, @Nullable Target target, List<ComplaintView> complaints) {
        public PileView {
            reasons = List.copyOf(reasons);
            complaints = List.copyOf(complaints);
        }

        /** The first complaints, those of danger that nobody has looked at before the others. */
        public List<ComplaintView> shown() {
            return Stream.concat(
                            complaints.stream().filter(ComplaintView::waitsInDanger),
                            complaints.stream().filter(complaint -> !complaint.waitsInDanger()))
                    .limit(SHOWN_OF_A_PILE)
                    .toList();
        }

        /** What each complaint says. */
        public List<String> words() {
            return complaints.stream().map(complaint -> complaint.row().words()).toList();
        }

        /** Tells these complaints from any others: an act on the pile is on these and no more. */
        public String digest() {
            return SortComplaints.digest(complaints.stream().map(ComplaintView::row));
        }

        /** Reference of the first complaint of danger that nobody has looked at, or empty. */
        public String firstInDanger() {
            return complaints.stream()
                    .filter(ComplaintView::waitsInDanger)
                    .map(complaint -> complaint.row().reference())
                    .findFirst()
                    .orElse("");
        }
    }

    /**
     * A complaint on the page.
     *
     * @param dueAt when its next clock ends, or null when none runs
     */
    public record ComplaintView(ComplaintRow row, @Nullable Instant dueAt) {
        /** True while nobody has looked at a complaint of imminent danger. */
        public boolean waitsInDanger() {
            return row.isImminent() && row.acknowledgedAt() == null && row.stage() == Stage.RECEIVED;
        }
    }

    /** The whole inbox of the person's agency; the look is recorded. */
    public Outcome<Inbox> run(Acting acting) {
        return run(acting, InboxFilter.ALL);
    }

    /** What the filter admits of the inbox of the person's agency; the look is recorded. */
    public Outcome<Inbox> run(Acting acting, InboxFilter filter) {
        return house.access().inHouse(acting, Act.HANDLE_COMPLAINTS).then(allowed -> {
            Instant now = house.clock().instant();
            List<ComplaintRow> waiting = house.database().inIntake(acting.agency(), () -> {
                house.ledger()
                        .append(acting.entry(
                                EntryKind.CONTENT_SHOWN, now, "", Map.of("what", "complaints"), Map.of(), Map.of()));
                return house.complaints().waiting();
            });
            return Outcome.done(inbox(waiting, filter, now));
        });
    }

    /**
     * References of the complaints of a pile: who acts on a pile acts on what the page told of, and on nothing that came
     * meanwhile. Refused when the pile is another now.
     *
     * @param key of the pile
     * @param digest {@link PileView#digest} of it as the page told it
     */
    public Outcome<List<String>> references(Acting acting, String key, String digest) {
        return house.access().inHouse(acting, Act.HANDLE_COMPLAINTS).then(allowed -> {
            List<ComplaintRow> rows =
                    house
                            .database()
                            .inIntake(acting.agency(), () -> house.complaints().waiting())
                            .stream()
                            .filter(row -> row.stage() == Stage.RECEIVED && isOf(row, key))
                            .toList();
            return digest(rows.stream()).equals(digest)
                    ? Outcome.done(rows.stream().map(ComplaintRow::reference).toList())
                    : Outcome.refused(
                            CaseworkCode.CHANGED_SINCE,
                            "Complaints came to this pile, or left it, since the page was shown; look at it again.");
        });
    }

    private static String digest(Stream<ComplaintRow> rows) {
        String references = rows.map(ComplaintRow::reference).sorted().collect(Collectors.joining(" "));
        return Sha256Digest.of(references.getBytes(StandardCharsets.UTF_8)).hex();
    }

    private static boolean isOf(ComplaintRow row, String key) {
        return row.targets().isEmpty()
                ? key.equals(ALONE + row.reference())
                : row.targets().stream().anyMatch(target -> target.key().equals(key));
    }

    private Inbox inbox(List<ComplaintRow> waiting, InboxFilter filter, Instant now) {
        Map<String, List<ComplaintRow>> gathered = new LinkedHashMap<>();
        Map<String, Target> targets = new HashMap<>();
        for (ComplaintRow row : waiting) {
            if (row.stage() == Stage.RECEIVED) {
                for (Target target : row.targets()) {
                    gathered.computeIfAbsent(target.key(), key -> new ArrayList<>())
                            .add(row);
                    targets.putIfAbsent(target.key(), target);
                }
                if (row.targets().isEmpty()) {
                    gathered.put(ALONE + row.reference(), List.of(row));
                }
            }
        }
        Set<String> known = known(targets.values());
        List<Pile> piles = new ArrayList<>();
        gathered.forEach((key, rows) -> piles.add(pile(key, rows, known.contains(key))));
        List<PileView> views = InboxOrder.of(piles, now).stream()
                .map(placed -> new PileView(
                        placed.pile(),
                        placed.reasons(),
                        targets.get(placed.pile().key()),
                        gathered.getOrDefault(placed.pile().key(), List.of()).stream()
                                .map(this::view)
                                .toList()))
                .filter(filter::admits)
                .toList();
        List<ComplaintView> toTell = waiting.stream()
                .filter(row -> row.stage() != Stage.RECEIVED)
                .map(this::view)
                .toList();
        return new Inbox(
                views,
                piles.size(),
                targets.values().stream()
                        .map(Target::platform)
                        .filter(platform -> !platform.isEmpty())
                        .distinct()
                        .sorted()
                        .toList(),
                toTell);
    }

    /** Keys of those targets that some case looks at; which one, this does not say. */
    private Set<String> known(java.util.Collection<Target> targets) {
        Map<String, String> keys = new HashMap<>();
        targets.forEach(target -> keys.put(house.digests().of("target", target.key()), target.key()));
        Set<String> known = new HashSet<>();
        house.targetMarks().known(keys.keySet()).forEach(digest -> known.add(keys.getOrDefault(digest, "")));
        return known;
    }

    private Pile pile(String key, List<ComplaintRow> rows, boolean isKnown) {
        Set<String> reporters = new HashSet<>();
        int waitingDanger = 0;
        int danger = 0;
        int children = 0;
        Instant next = null;
        for (ComplaintRow row : rows) {
            ComplaintView view = view(row);
            reporters.add(row.reporter());
            waitingDanger += view.waitsInDanger() ? 1 : 0;
            danger += row.isImminent() ? 1 : 0;
            children += row.isByChild() ? 1 : 0;
            Instant due = view.dueAt();
            next = due != null && (next == null || due.isBefore(next)) ? due : next;
        }
        return new Pile(
                key,
                rows.stream().map(ComplaintRow::reference).toList(),
                reporters.size(),
                waitingDanger,
                danger,
                children,
                rows.getFirst().receivedAt(),
                next,
                isKnown);
    }

    /** The complaint with its next clock: danger until somebody acknowledged it, else the answer to the reporter. */
    private ComplaintView view(ComplaintRow row) {
        boolean isDanger = row.isImminent() && row.acknowledgedAt() == null && row.stage() == Stage.RECEIVED;
        boolean awaitsAnswer = row.toldAt() == null && !row.contact().isEmpty();
        Instant due = isDanger
                ? row.receivedAt().plus(period(ClockUse.DANGER))
                : awaitsAnswer ? row.receivedAt().plus(period(ClockUse.FEEDBACK)) : null;
        return new ComplaintView(row, due);
    }

    private Duration period(ClockUse use) {
        return house.register().directory().clock(use).map(ClockRule::period).orElse(Duration.ZERO);
    }
}
