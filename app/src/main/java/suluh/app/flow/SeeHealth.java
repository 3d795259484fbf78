package suluh.app.flow;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import suluh.app.store.Scope;
import suluh.app.store.StoreException;
import suluh.core.canon.JsonObject;
import suluh.core.canon.JsonParser;
import suluh.core.canon.JsonSyntaxException;
import suluh.core.casework.Act;
import suluh.core.kernel.Outcome;

/** Tells how the house stands, for whoever looks after it: no case, no person and no content. */
public final class SeeHealth {
    /** Below this share of free room, sealing will soon fail. */
    private static final double LITTLE_ROOM = 0.1;

    /** A server audits daily; after two days without one somebody has to look. */
    private static final Duration AUDIT_DUE = Duration.ofDays(2);

    private final House house;

    public SeeHealth(House house) {
        this.house = house;
    }

    /**
     * What the last audit found.
     *
     * @param entries entries of the ledger compared
     * @param items sealed items whose bytes were decrypted and digested
     * @param faults what did not agree
     */
    public record LastAudit(Instant at, long entries, long items, long faults) {}

    /**
     * Work of the background, over all cases.
     *
     * @param waiting pieces that wait
     * @param running pieces that run
     */
    public record Work(long waiting, long running) {}

    /**
     * Room in bytes.
     *
     * @param free bytes that are free on the disk of the data folder
     * @param disk size of that disk
     * @param database size of the database
     * @param heap memory that the program uses
     * @param maxHeap memory that it may use
     */
    public record Room(long free, long disk, long database, long heap, long maxHeap) {
        /** True when the disk is nearly full. */
        public boolean isShort() {
            return free < disk * LITTLE_ROOM;
        }
    }

    /**
     * How the house stands.
     *
     * @param tool program and version
     * @param entries entries of the ledger under its checkpoint
     * @param audit the last audit that left its report, when there was one
     * @param isAuditDue true when it is long ago, or there was none
     */
    public record Health(
            String tool,
            Instant at,
            long entries,
            Optional<LastAudit> audit,
            boolean isAuditDue,
            Work work,
            Room room) {}

    /** How the house stands now. */
    public Outcome<Health> run(Acting acting) {
        return house.access().inHouse(acting, Act.SEE_HEALTH).then(allowed -> {
            Instant now = house.clock().instant();
            try {
                Optional<LastAudit> audit = lastAudit();
                boolean isDue = audit.map(last -> last.at().plus(AUDIT_DUE).isBefore(now))
                        .orElse(true);
                Map<String, Long> jobs =
                        house.database().inScope(Scope.WORK, () -> house.jobs().open());
                return Outcome.done(new Health(
                        House.tool(),
                        now,
                        house.ledger().tree(house.ledger().integrate()).size(),
                        audit,
                        isDue,
                        new Work(jobs.getOrDefault("waiting", 0L), jobs.getOrDefault("running", 0L)),
                        room()));
            } catch (IOException e) {
                throw new StoreException("How the house stands could not be read: " + e.getMessage(), e);
            }
        });
    }

    private Room room() throws IOException {
        FileStore disk = Files.getFileStore(house.folder().root());
        Runtime runtime = Runtime.getRuntime();
        return new Room(
                disk.getUsableSpace(),
                disk.getTotalSpace(),
                house.database().sizeBytes(),
                runtime.totalMemory() - runtime.freeMemory(),
                runtime.maxMemory());
    }

    private Optional<LastAudit> lastAudit() throws IOException {
        Path reports = house.folder().root().resolve("audits");
        if (!Files.isDirectory(reports)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(reports)) {
            // The names are instants, so that the last by name is the last by time.
            Optional<Path> last =
                    files.filter(file -> file.toString().endsWith(".json")).max(Comparator.comparing(Path::toString));
            return last.isEmpty() ? Optional.empty() : Optional.of(parsed(last.get()));
        }
    }

    private static LastAudit parsed(Path report) throws IOException {
        try {
            JsonObject json = JsonParser.parseObject(Files.readAllBytes(report));
            return new LastAudit(
                    Instant.parse(json.text("at").orElseThrow()),
                    json.whole("entries").orElse(0L),
                    json.whole("items").orElse(0L),
                    json.texts("faults").size());
        } catch (JsonSyntaxException e) {
            throw new IOException("the report " + report.getFileName() + " is no report of an audit", e);
        }
    }
}
