package suluh.app.flow;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import suluh.app.host.DataFolder;
import suluh.app.host.InputException;
import suluh.app.host.KeyedDigests;
import suluh.app.host.RegisterFile;
import suluh.app.host.RegisterFile.Edition;
import suluh.app.host.SecretBox;
import suluh.app.host.WitnessClient;
import suluh.app.media.VideoDecoder;
import suluh.app.store.AccountStore;
import suluh.app.store.ApprovalStore;
import suluh.app.store.CaseLists;
import suluh.app.store.CaseStore;
import suluh.app.store.ChargeStore;
import suluh.app.store.ChildStore;
import suluh.app.store.ClockStore;
import suluh.app.store.ComplaintStore;
import suluh.app.store.CourseStore;
import suluh.app.store.Database;
import suluh.app.store.DecisionStore;
import suluh.app.store.DisclosureStore;
import suluh.app.store.DrawnMaps;
import suluh.app.store.ErasureStore;
import suluh.app.store.EvidenceStore;
import suluh.app.store.ExposureStore;
import suluh.app.store.FindingsStore;
import suluh.app.store.HashListStore;
import suluh.app.store.InboxFilterStore;
import suluh.app.store.JobStore;
import suluh.app.store.KeptViewStore;
import suluh.app.store.KeyStore;
import suluh.app.store.LedgerStore;
import suluh.app.store.LedgerTrust;
import suluh.app.store.LogStore;
import suluh.app.store.MapStore;
import suluh.app.store.MediaStore;
import suluh.app.store.MediaWordStore;
import suluh.app.store.NetworkStore;
import suluh.app.store.ObservationStore;
import suluh.app.store.ParsedFindings;
import suluh.app.store.PersonStore;
import suluh.app.store.ProductionStore;
import suluh.app.store.ProfileStore;
import suluh.app.store.ReadingStore;
import suluh.app.store.RegisterStore;
import suluh.app.store.RequestStore;
import suluh.app.store.SearchLogStore;
import suluh.app.store.SearchStore;
import suluh.app.store.StructureStore;
import suluh.app.store.TargetMarkStore;
import suluh.app.store.TraitStore;
import suluh.app.store.VerdictStore;
import suluh.app.store.WebhookStore;
import suluh.app.store.vault.Vault;
import suluh.core.casework.Register;
import suluh.core.kernel.Sha256Digest;

/** What every flow works with: one installation, open over one data folder. */
public final class House implements AutoCloseable {
    private final DataFolder folder;
    private final Database database;
    private final Clock clock;
    private final Register register;
    private final Sha256Digest registerDigest;
    private final Optional<VideoDecoder> videos;
    private final Vault vault;
    private final Vault listVault;
    private final Vault disclosureVault;
    private final HeldLists heldLists;
    private final LedgerStore ledger;
    private final SecretBox secretBox;
    private final KeyedDigests digests;
    private final CaseLists lists;
    private final ParsedFindings parsedFindings;
    private final DrawnMaps drawnMaps;
    private final SearchStore searches;
    private final ConversationFindings.Held conversationFindings = new ConversationFindings.Held();
    /** By number of the case: one at a time says who is one actor, the others wait for what it found. */
    private final Map<Integer, Lock> resolving = new ConcurrentHashMap<>();

    /** Sealing reads, purging writes: an object is never destroyed between its sealing and its row. */
    private final ReadWriteLock vaultLock = new ReentrantReadWriteLock();

    /** True while a purge has been recorded whose bytes a backup still needs. */
    private volatile boolean purgesWait;

    private final WitnessClient witnesses = new WitnessClient();

    private House(DataFolder folder, Database database, Clock clock, Edition edition, Optional<VideoDecoder> videos)
            throws IOException {
        this.videos = videos;
        this.folder = folder;
        this.database = database;
        this.clock = clock;
        this.register = edition.register();
        this.registerDigest = edition.digest();
        this.vault = Vault.open(folder.vault(), folder.keys().resolve("vault.key"));
        this.listVault = Vault.open(folder.lists(), folder.keys().resolve("lists.key"));
        this.disclosureVault = Vault.open(folder.disclosures(), folder.keys().resolve("disclosures.key"));
        this.heldLists = new HeldLists(new HashListStore(database), listVault);
        this.secretBox = SecretBox.kept(folder.keys().resolve("people.key"));
        this.digests = KeyedDigests.kept(folder.keys().resolve("marks.key"));
        this.ledger = new LedgerStore(database, folder);
        this.lists = new CaseLists(database);
        this.parsedFindings = new ParsedFindings(database);
        this.drawnMaps = new DrawnMaps(database);
        this.searches = new SearchStore(database);
    }

    /**
     * Opens the installation in this folder; makes it when there is none.
     *
     * @throws InputException when another process works with the folder, or the register cannot be used
     */
    public static House open(Path data, Clock clock, Map<String, String> environment)
            throws IOException, InputException {
        Edition edition = RegisterFile.chosen(environment);
        Optional<VideoDecoder> videos = VideoDecoder.chosen(environment);
        DataFolder folder = DataFolder.open(data);
        Database database;
        try {
            database = Database.open(folder, environment);
        } catch (IOException | RuntimeException e) {
            folder.close();
            throw e;
        }
        // Microseconds, as the database keeps them: an entry and its row tell the same instant.
        House house = new House(folder, database, Clock.tick(clock, Duration.ofNanos(1000)), edition, videos);
        house.keepEdition(edition);
        house.ledger.integrate();
        PurgeEvidence.finish(house);
        return house;
    }

    /** A version names one text for ever: what a case cited can be looked up as it was. */
    private void keepEdition(Edition edition) throws IOException, InputException {
        Sha256Digest kept =
                new RegisterStore(database).keep(register.version(), registerDigest, edition.yaml(), clock.instant());
        if (!kept.equals(registerDigest)) {
            close();
            throw new InputException("The register's text has changed, but not its version " + register.version()
                    + ", under which this data folder knows another; give the new text a new version.");
        }
    }

    /** Name and version of the program, as custody events and bags state it. */
    public static String tool() {
        String version = House.class.getPackage().getImplementationVersion();
        return "Suluh " + (version == null ? "development" : version);
    }

    /** The decoder of videos that the environment names, or none. */
    Optional<VideoDecoder> videos() {
        return videos;
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

    /** The day of the register's law on which it is now. */
    LocalDate today() {
        return register.dayOf(clock.instant());
    }

    Register register() {
        return register;
    }

    /** Digest of the text of the register, which entries of cases name beside its version. */
    Sha256Digest registerDigest() {
        return registerDigest;
    }

    Vault vault() {
        return vault;
    }

    /** Lists of known hashes, apart from evidence: they belong to no case. */
    Vault listVault() {
        return listVault;
    }

    /** Archives of disclosures that were released in a server. */
    Vault disclosureVault() {
        return disclosureVault;
    }

    HeldLists heldLists() {
        return heldLists;
    }

    HashListStore hashLists() {
        return new HashListStore(database);
    }

    MediaStore media() {
        return new MediaStore(database);
    }

    /** What goes out of cases: marks, plans, bundles. */
    DisclosureStore disclosurePlans() {
        return new DisclosureStore(database);
    }

    MediaWordStore mediaWords() {
        return new MediaWordStore(database);
    }

    ExposureStore exposure() {
        return new ExposureStore(database);
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

    RequestStore requests() {
        return new RequestStore(database);
    }

    ProductionStore productions() {
        return new ProductionStore(database);
    }

    /** Digests that tell whether two texts are equal and keep neither. */
    KeyedDigests digests() {
        return digests;
    }

    ComplaintStore complaints() {
        return new ComplaintStore(database);
    }

    ClockStore clocks() {
        return new ClockStore(database);
    }

    CourseStore course() {
        return new CourseStore(database);
    }

    TargetMarkStore targetMarks() {
        return new TargetMarkStore(database);
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

    /** Held while the accounts of a case are joined for a page, so that twenty looks at once cost one. */
    Lock resolving(int caseId) {
        return resolving.computeIfAbsent(caseId, ignored -> new ReentrantLock());
    }

    AccountStore accounts() {
        return new AccountStore(database);
    }

    ErasureStore erasures() {
        return new ErasureStore(database);
    }

    KeptViewStore keptViews() {
        return new KeptViewStore(database);
    }

    ReadingStore readings() {
        return new ReadingStore(database);
    }

    ObservationStore observations() {
        return new ObservationStore(database);
    }

    DrawnMaps drawnMaps() {
        return drawnMaps;
    }

    MapStore maps() {
        return new MapStore(database);
    }

    NetworkStore networks() {
        return new NetworkStore(database);
    }

    TraitStore traits() {
        return new TraitStore(database);
    }

    ProfileStore profiles() {
        return new ProfileStore(database);
    }

    DecisionStore decisions() {
        return new DecisionStore(database);
    }

    ParsedFindings parsedFindings() {
        return parsedFindings;
    }

    /** What findings say of conversations, made once for everybody who reads them. */
    ConversationFindings.Held conversationFindings() {
        return conversationFindings;
    }

    CaseLists lists() {
        return lists;
    }

    FindingsStore findings() {
        return new FindingsStore(database);
    }

    StructureStore structure() {
        return new StructureStore(database);
    }

    LogStore disclosures() {
        return new LogStore(database);
    }

    ChargeStore charges() {
        return new ChargeStore(database);
    }

    SearchStore searches() {
        return searches;
    }

    SearchLogStore searchLog() {
        return new SearchLogStore(database);
    }

    JobStore jobs() {
        return new JobStore(database);
    }

    InboxFilterStore inboxFilters() {
        return new InboxFilterStore(database);
    }

    VerdictStore verdicts() {
        return new VerdictStore(database);
    }

    @Override
    public void close() throws IOException {
        database.close();
        folder.close();
    }
}
