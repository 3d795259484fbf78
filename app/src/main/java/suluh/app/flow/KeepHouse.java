package suluh.app.flow;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import suluh.app.flow.AuditLedger.Audited;
import suluh.app.host.Durable;
import suluh.app.store.StoreException;
import suluh.core.canon.CanonicalJson;

/** What a server does by itself: publishes checkpoints, watches clocks and tells agencies every half minute, audits daily. */
public final class KeepHouse implements AutoCloseable {
    private static final Duration PUBLISH_EVERY = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration AUDIT_EVERY = Duration.ofDays(1);

    private final House house;
    private final Consumer<String> alarm;
    private final TellAgencies tellAgencies;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread;
    private final AtomicReference<List<String>> told = new AtomicReference<>(List.of());

    private interface Task {
        void run() throws IOException;
    }

    private KeepHouse(House house, Consumer<String> alarm) {
        this.house = house;
        this.tellAgencies = new TellAgencies(house);
        this.alarm = alarm;
        this.thread = Thread.ofPlatform().name("keep-house").daemon().unstarted(this::keep);
    }

    /**
     * Starts keeping.
     *
     * @param alarm is told, in one sentence each, what a person has to see to
     */
    public static KeepHouse start(House house, Consumer<String> alarm) {
        KeepHouse keeping = new KeepHouse(house, alarm);
        keeping.thread.start();
        return keeping;
    }

    private void keep() {
        Instant nextAudit = lastAudit().plus(AUDIT_EVERY);
        while (!isStopped()) {
            guarded(this::watchClocks);
            guarded(this::publish);
            guarded(tellAgencies::round);
            guarded(this::finishPurges);
            if (!house.clock().instant().isBefore(nextAudit)) {
                guarded(this::audit);
                nextAudit = house.clock().instant().plus(AUDIT_EVERY);
            }
        }
    }

    /** When the last audit left its report, so that a server that is restarted each day audits all the same. */
    private Instant lastAudit() {
        Path reports = house.folder().root().resolve("audits");
        if (!Files.isDirectory(reports)) {
            return house.clock().instant();
        }
        try (Stream<Path> files = Files.list(reports)) {
            Instant last = Instant.EPOCH;
            for (Path report : files.toList()) {
                Instant at = Files.getLastModifiedTime(report).toInstant();
                last = at.isAfter(last) ? at : last;
            }
            return last;
        } catch (IOException e) {
            return Instant.EPOCH;
        }
    }

    /** Waits until the next round is due; true when there is none. */
    private boolean isStopped() {
        try {
            return stop.await(PUBLISH_EVERY.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void guarded(Task task) {
        try {
            task.run();
        } catch (IOException | StoreException e) {
            alarm.accept(String.valueOf(e.getMessage()));
        }
    }

    /** Tells of a silent witness once, not every half minute. */
    private void publish() throws IOException {
        List<String> now = new PublishCheckpoint(house).run().told();
        if (!now.equals(told.getAndSet(now))) {
            now.forEach(alarm);
        }
    }

    private void watchClocks() {
        new WatchClocks(house).round().forEach(told -> alarm.accept(told.sentence()));
    }

    private void finishPurges() throws IOException {
        if (house.purgesWait()) {
            PurgeEvidence.finish(house);
        }
    }

    /** Audits and leaves the report in the data folder. */
    Audited audit() throws IOException {
        Audited audited = new AuditLedger(house, Progress.SILENT).run();
        String name = audited.at().toString().replace(':', '-') + ".json";
        Durable.write(
                house.folder().root().resolve("audits").resolve(name),
                CanonicalJson.indented(audited.json()).getBytes(StandardCharsets.UTF_8));
        audited.faults().forEach(fault -> alarm.accept("The daily audit found: " + fault));
        return audited;
    }

    @Override
    public void close() {
        stop.countDown();
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
