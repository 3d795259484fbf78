package suluh.app.flow;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import suluh.app.flow.AnalyseCase.Analysed;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.store.JobStore.Job;
import suluh.app.store.Scope;
import suluh.app.store.StoreException;
import suluh.core.disclosure.ReceivedItem;
import suluh.core.disclosure.selection.Edition;
import suluh.core.kernel.Outcome;
import suluh.core.observation.FileReading;

/**
 * Does the long work that persons asked for, one piece after another, as the person who asked.
 *
 * <p>The right to it is asked anew when it begins. Each step commits whole or not at all, so work that a stop of the
 * program cut off waits again at the next start and does what is left. How far it has come is held in memory only.
 */
public final class RunWork implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(RunWork.class.getName());
    private static final long LOOK_EVERY_MILLIS = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final House house;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread;
    private volatile @Nullable Live live;
    private volatile String cancelled = "";

    /**
     * How far work has come.
     *
     * @param step title of the step
     * @param done how far, in the step's own unit
     * @param total size of the step, or 0 when nobody knows
     */
    public record Live(String id, String step, long done, long total) {}

    /** The work ends here because somebody wants it to. */
    private static final class Ended extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    RunWork(House house) {
        this.house = house;
        this.thread = Thread.ofPlatform().name("run-work").daemon().unstarted(this::keep);
        house.database().inScope(Scope.WORK, () -> house.jobs().recover());
    }

    /** Takes up what waits or was cut off, and goes on until closed. */
    public static RunWork start(House house) {
        RunWork running = new RunWork(house);
        running.thread.start();
        return running;
    }

    /** How far the work of this id has come, while it runs. */
    public Optional<Live> live(String id) {
        return Optional.ofNullable(live).filter(one -> one.id().equals(id));
    }

    /** Ends the work of this id at its next step, if it runs. */
    void cancel(String id) {
        cancelled = id;
    }

    private void keep() {
        while (!isStopped(0)) {
            if (!runNext()) {
                isStopped(LOOK_EVERY_MILLIS);
            }
        }
    }

    private boolean isStopped(long millis) {
        try {
            return stop.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Does what waits longest; false when nothing waits. */
    boolean runNext() {
        Optional<Job> next = house.database()
                .inScope(Scope.WORK, () -> house.jobs().takeNext(house.clock().instant()));
        next.ifPresent(this::run);
        return next.isPresent();
    }

    private void run(Job job) {
        live = new Live(job.id(), "", 0, 0);
        try {
            Outcome<Map<String, Long>> outcome = house.access()
                    .inCase(
                            new Acting(job.agency(), job.askedBy()),
                            job.number(),
                            job.kind().act())
                    .then(open -> switch (job.kind()) {
                        case ANALYSE -> analyse(open, job);
                        case RELEASE -> release(open, job);
                    });
            switch (outcome) {
                case Outcome.Done<Map<String, Long>> done -> end(job, "done", "", figures(done.value()));
                case Outcome.Refused<Map<String, Long>> refused ->
                    end(job, "failed", refused.refusal().message(), "");
            }
        } catch (Ended e) {
            end(job, cancelled.equals(job.id()) ? "cancelled" : "waiting", "", "");
        } catch (StoreException e) {
            end(job, "failed", String.valueOf(e.getMessage()), "");
        } catch (RuntimeException e) {
            // A bug ends this work, and not the work of other cases; who mends it needs to know where it was.
            LOG.log(System.Logger.Level.ERROR, "work " + job.id() + " of case " + job.number() + " failed", e);
            end(
                    job,
                    "failed",
                    "A fault of the program: " + e.getClass().getSimpleName() + ". Nothing of this step was kept.",
                    "");
        } finally {
            live = null;
        }
    }

    private static String figures(Map<String, Long> found) {
        return found.entrySet().stream()
                .map(figure -> figure.getKey() + " " + figure.getValue())
                .collect(Collectors.joining("\n"));
    }

    private void end(Job job, String state, String reason, String figures) {
        Instant now = house.clock().instant();
        house.database().inScope(Scope.WORK, () -> {
            house.jobs().end(job.id(), state, now, reason, figures);
            return true;
        });
    }

    private Outcome<Map<String, Long>> release(OpenedCase open, Job job) {
        return new ArchiveDisclosure(house)
                .release(open, job.subject(), new Heard(job.id()))
                .then(vouched -> {
                    Map<String, Long> found = new LinkedHashMap<>();
                    found.put("bundles", (long) Edition.values().length);
                    found.put("in-vain", (long) vouched.told().size());
                    return Outcome.done(found);
                });
    }

    private Outcome<Map<String, Long>> analyse(OpenedCase open, Job job) {
        Progress progress = new Heard(job.id());
        List<ReceivedItem> fresh = AskForWork.unread(house, open.id());
        return read(open, fresh, job, progress).then(read -> {
            List<ReceivedItem> items = house.evidence().present(open.id());
            List<FileReading> readings = house.readings().all(open.id(), items);
            return new AnalyseCase(house)
                    .run(open, items, readings, progress)
                    .then(analysed -> new MakeFindings(house)
                            .run(open, items, readings, analysed)
                            .then(made -> {
                                house.ledger().integrate();
                                return Outcome.done(found(fresh.size(), read, analysed));
                            }));
        });
    }

    private Outcome<List<FileReading>> read(OpenedCase open, List<ReceivedItem> fresh, Job job, Progress progress) {
        if (fresh.isEmpty()) {
            return Outcome.done(List.of());
        }
        ZoneId zone = job.zone().isEmpty() ? null : ZoneId.of(job.zone());
        return new ReadEvidence(house)
                .run(open, fresh, zone, progress)
                .then(readings ->
                        new HashMedia(house).run(open, fresh, progress).then(hashed -> Outcome.done(readings)));
    }

    private static Map<String, Long> found(int items, List<FileReading> read, Analysed analysed) {
        Map<String, Long> found = new LinkedHashMap<>();
        found.put("items", (long) items);
        found.put("files", (long) read.size());
        found.put("records", read.stream().mapToLong(FileReading::recordsRead).sum());
        found.put(
                "unread",
                read.stream().filter(file -> file.fate().leavesUnread()).count());
        found.put(
                "alarms", read.stream().mapToLong(file -> file.alarms().size()).sum());
        found.put(
                "look-now",
                analysed.findings().conversations().stream()
                        .filter(conversation -> conversation.band().equals("look-now"))
                        .count());
        return found;
    }

    /** Keeps how far the work has come, and ends it where somebody wants that. */
    private final class Heard implements Progress {
        private final String id;
        private String step = "";
        private long total;

        Heard(String id) {
            this.id = id;
        }

        @Override
        public void step(String title, long size) {
            step = title;
            total = size;
            advance(0);
        }

        @Override
        public void advance(long done) {
            live = new Live(id, step, done, total);
            if (cancelled.equals(id) || stop.getCount() == 0) {
                throw new Ended();
            }
        }
    }

    /** Ends what runs at its next step and lets it wait for the next start. */
    @Override
    public void close() {
        stop.countDown();
        if (!thread.isAlive()) {
            return;
        }
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
