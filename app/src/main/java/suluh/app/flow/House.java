package suluh.app.flow;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import suluh.app.host.DataFolder;
import suluh.app.host.InputException;
import suluh.app.host.RegisterFile;
import suluh.app.host.SecretBox;
import suluh.app.host.WitnessClient;
import suluh.app.store.ApprovalStore;
import suluh.app.store.CaseStore;
import suluh.app.store.ChildStore;
import suluh.app.store.Database;
import suluh.app.store.EvidenceStore;
import suluh.app.store.FindingsStore;
import suluh.app.store.KeyStore;
import suluh.app.store.LedgerStore;
import suluh.app.store.LedgerTrust;
import suluh.app.store.ObservationStore;
import suluh.app.store.PersonStore;
import suluh.app.store.ReadingStore;
import suluh.app.store.WebhookStore;
import suluh.app.store.vault.Vault;
import suluh.core.casework.Register;

/** What every flow works with: one installation, open over one data folder. */
public final class House implements AutoCloseable {
    private final DataFolder folder;
    private final Database database;
    private final Clock clock;
    private final Register register;
    private final Vault vault;
    private final LedgerStore ledger;
    private final SecretBox secretBox;
    /** Sealing reads, purging writes: an object is never destroyed between its sealing and its row. */
    private final ReadWriteLock vaultLock = new ReentrantReadWriteLock();

    /** True while a purge has been recorded whose bytes a backup still needs. */
    private volatile boolean purgesWait;

    private final WitnessClient witnesses = new WitnessClient();

    private House(DataFolder folder, Database database, Clock clock) throws IOException {
        this.folder = folder;
        this.database = database;
        this.clock = clock;
        this.register = RegisterFile.malaysia();
        this.vault = Vault.open(folder.vault(), folder.keys().resolve("vault.key"));
        this.secretBox = SecretBox.kept(folder.keys().resolve("people.key"));
        this.ledger = new LedgerStore(database, folder);
    }

    /**
     * Opens the installation in this folder; makes it when there is none.
     *
     * @throws InputException when another process works with the folder
     */
    public static House open(Path data, Clock clock, Map<String, String> environment)
            throws IOException, InputException {
        DataFolder folder = DataFolder.open(data);
        Database database;
        try {
            database = Database.open(folder, environment);
        } catch (IOException | RuntimeException e) {
            folder.close();
            throw e;
        }
        // Microseconds, as the database keeps them: an entry and its row tell the same instant.
        House house = new House(folder, database, Clock.tick(clock, Duration.ofNanos(1000)));
        house.ledger.integrate();
        PurgeEvidence.finish(house);
        return house;
    }

    /** Name and version of the program, as custody events and bags state it. */
    public static String tool() {
        String version = House.class.getPackage().getImplementationVersion();
        return "Suluh " + (version == null ? "development" : version);
    }

    DataFolder folder() {
        return folder;
    }

    Database database() {
        return database;
    }

    /** The clock of the house, for doors that count time. */
    public Clock clock() {
        return clock;
    }

    Register register() {
        return register;
    }

    Vault vault() {
        return vault;
    }

    LedgerStore ledger() {
        return ledger;
    }

    LedgerTrust trust() {
        return ledger.trust(folder, clock);
    }

    ReadWriteLock vaultLock() {
        return vaultLock;
    }

    boolean purgesWait() {
        return purgesWait;
    }

    void purgesWait(boolean doTheyWait) {
        purgesWait = doTheyWait;
    }

    WitnessClient witnesses() {
        return witnesses;
    }

    /** Decides who may do what; each flow asks it first. */
    Access access() {
        return new Access(this);
    }

    ApprovalStore approvals() {
        return new ApprovalStore(database);
    }

    ChildStore children() {
        return new ChildStore(database);
    }

    KeyStore keys() {
        return new KeyStore(database);
    }

    WebhookStore webhooks() {
        return new WebhookStore(database);
    }

    SecretBox secretBox() {
        return secretBox;
    }

    CaseStore cases() {
        return new CaseStore(database);
    }

    PersonStore people() {
        return new PersonStore(database);
    }

    EvidenceStore evidence() {
        return new EvidenceStore(database);
    }

    ReadingStore readings() {
        return new ReadingStore(database);
    }

    ObservationStore observations() {
        return new ObservationStore(database);
    }

    FindingsStore findings() {
        return new FindingsStore(database);
    }

    @Override
    public void close() throws IOException {
        database.close();
        folder.close();
    }
}
