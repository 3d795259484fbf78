package suluh.app.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import suluh.app.flow.AskForWork.WorkLine;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.flow.PlanDisclosure.Wish;
import suluh.app.host.InputFiles;
import suluh.app.store.DisclosureStore;
import suluh.app.store.StoredAccount;
import suluh.app.store.StoredConversation;
import suluh.core.casework.Act;
import suluh.core.casework.CaseworkCode;
import suluh.core.casework.Role;
import suluh.core.disclosure.BundleLayout;
import suluh.core.disclosure.DisclosureLayout;
import suluh.core.disclosure.redaction.RedactionKind;
import suluh.core.disclosure.schedule.DisclosureLine;
import suluh.core.disclosure.selection.DisclosurePlan;
import suluh.core.disclosure.selection.Edition;
import suluh.core.disclosure.selection.Exclusion;
import suluh.core.disclosure.selection.ExclusionReason;
import suluh.core.disclosure.selection.HiddenWord;
import suluh.core.disclosure.selection.PlanFigure;
import suluh.core.disclosure.selection.Selection;
import suluh.core.kernel.EvidenceId;
import suluh.core.kernel.Outcome;
import suluh.core.kernel.Sha256Digest;
import suluh.verify.VerifyCommand;

/** Plan, word of a second person, both bundles and what the verifier says of them, over the real database and vault. */
@TestMethodOrder(OrderAnnotation.class)
class DisclosureTest {
    private static final long MESSAGES = 200;

    @TempDir
    private static Path installation;

    private static House house;
    private static Instant time;
    private static OpenedCase opened;
    private static List<StoredAccount> accounts;
    private static List<StoredConversation> conversations;
    private static StoredAccount subject;
    private static Whole whole;

    @TempDir
    private Path folder;

    /**
     * The whole case, released once for all that look at what came out.
     *
     * @param folder of both editions
     * @param early answer to a release before the second person's word
     * @param late answer to another release on the same word
     * @param lines that the log of the case got by it
     * @param payloads digests of the bundles as the case keeps them
     */
    private record Whole(
            DisclosurePlan plan,
            Path folder,
            Object early,
            Object late,
            List<DisclosureLine> lines,
            List<Sha256Digest> payloads) {}

    @BeforeAll
    static void openACaseWithAProbe() throws Exception {
        time = SmallHouse.CLOCK.instant();
        Path data = installation.resolve("data");
        house = SmallHouse.open(data, SmallHouse.clock(() -> time));
        Acting one = SmallHouse.person(
                house, "d11", "one", Set.of(Role.SUPERVISOR), "a long enough password", word -> "hash");
        opened = SmallHouse.done(new OpenCase(house).run(one, "MY-792-12", "MY-593-116B"));
        Path input = SmallHouse.synthetic(installation.resolve("synth"), MESSAGES);
        SmallHouse.done(new ProbeInput(house)
                .run(Outcome.done(opened), InputFiles.below(List.of(input)), null, null, Progress.SILENT));
        accounts = house.observations().accounts(opened.id());
        conversations = house.observations().conversations(opened.id());
        List<StoredAccount> named = accounts.stream()
                .filter(account -> account.name() != null && account.messages() > 0)
                .sorted(Comparator.comparingLong(StoredAccount::messages).reversed())
                .toList();
        subject = named.getFirst();
        SmallHouse.done(new ProtectChild(house).mark(opened, named.get(1).id()));
        SmallHouse.done(new ProtectChild(house).mark(opened, named.get(2).id()));
        time = time.plus(Duration.ofMinutes(1));
        whole = releaseTheWholeCase(installation.resolve("whole"));
    }

    private static Whole releaseTheWholeCase(Path out) {
        LogDisclosure log = new LogDisclosure(house);
        int before = SmallHouse.done(log.all(opened)).size();
        DisclosurePlan plan = plan(Selection.WHOLE_CASE);
        Object early = code(release(plan, out.resolveSibling("early")));
        SmallHouse.approve(house, opened, Act.DISCLOSE, plan.id());
        SmallHouse.done(release(plan, out));
        List<DisclosureLine> lines = SmallHouse.done(log.all(opened));
        List<Sha256Digest> payloads = SmallHouse.done(new ArchiveDisclosure(house).bundles(opened)).stream()
                .filter(row -> row.plan().equals(plan.id()))
                .map(DisclosureStore.BundleRow::payload)
                .toList();
        Object late = code(release(plan, out.resolveSibling("late")));
        return new Whole(plan, out, early, late, lines.subList(before, lines.size()), payloads);
    }

    @AfterAll
    static void close() throws IOException {
        house.close();
    }

    @Test
    void givesTwoBundlesThatTheVerifierProvesToBeOne() {
        DisclosurePlan plan = whole.plan();
        Path full = whole.folder().resolve("full");
        Path redacted = whole.folder().resolve("redacted");

        assertThat(whole.early()).isEqualTo(CaseworkCode.SECOND_PERSON_NEEDED);
        assertThat(verify(full)).contains("VERIFIED full edition of " + plan.id());
        assertThat(verify(redacted)).contains("VERIFIED redacted edition of " + plan.id());
        assertThat(verifyBoth(whole.folder())).contains("16 ok ").contains("VERIFIED");
        assertThat(plan.figure(PlanFigure.MESSAGES)).isEqualTo(MESSAGES);
        assertThat(plan.figure(PlanFigure.CHILD_ACCOUNTS)).isEqualTo(2);
        assertThat(plan.figure(PlanFigure.CHILD_MESSAGES)).isPositive();
        assertThat(plan.figure(PlanFigure.ITEMS_WITH_BYTES)).isEqualTo(plan.figure(PlanFigure.ITEMS));
        assertThat(whole.late()).isEqualTo(CaseworkCode.SECOND_PERSON_NEEDED);
    }

    @Test
    void logsWhoReceivesEachEdition() throws Exception {
        String id = whole.plan().id();

        assertThat(whole.lines())
                .hasSize(2)
                .allSatisfy(line -> {
                    assertThat(line.kind()).isEqualTo(DisclosureLine.Kind.BUNDLE);
                    assertThat(line.recipient()).isEqualTo("High Court of a test");
                    assertThat(line.purpose()).startsWith(id).endsWith("for the court of a test");
                })
                .extracting(DisclosureLine::sha256)
                .containsExactlyInAnyOrderElementsOf(whole.payloads());
        assertThat(Files.readString(whole.folder().resolve("redacted").resolve(BundleLayout.ENTRIES)))
                .as("the entries come after the bundle's own")
                .doesNotContain(whole.lines().getLast().commitment().hex());
    }

    @Test
    void holdsAReportInBothEditionsMadeOfItsOwnRecords() throws Exception {
        for (Edition edition : Edition.values()) {
            Path bundle = whole.folder().resolve(edition.wire());
            String html = Files.readString(bundle.resolve(BundleLayout.courtHtml("en")));
            byte[] pdf = Files.readAllBytes(bundle.resolve(BundleLayout.courtPdf("ms")));
            assertThat(html)
                    .contains(whole.plan().id() + ", " + edition.wire() + " edition")
                    .contains("High Court of a test", "<svg ", "record ");
            assertThat(pdf.length).isLessThan(5 << 20);
            try (PDDocument document = Loader.loadPDF(pdf)) {
                assertThat(new PDFTextStripper().getText(document))
                        .contains(whole.plan().id(), "Ringkasan");
            }
        }
        String shown = Files.readString(whole.folder().resolve("redacted").resolve(BundleLayout.courtHtml("en")));
        assertThat(shown).contains("⟦child 1⟧", subject.key());
    }

    @Test
    void leavesNothingOfAHiddenPersonInTheRedactedBundle() throws Exception {
        RedactionAttack attack = new RedactionAttack(whole.folder().resolve("redacted"));

        List<String> hidden = accounts.stream()
                .filter(account -> !account.key().equals(subject.key()))
                .flatMap(account -> Stream.of(account.key(), account.name() == null ? "" : account.name()))
                .filter(name -> !name.equals(subject.name()))
                .toList();
        List<String> contacts = new CaseMaterial(house.observations(), opened.id())
                .contacts().stream()
                        .filter(contact ->
                                !accounts.get(contact.account() - 1).key().equals(subject.key()))
                        .map(contact -> contact.normalised())
                        .toList();

        assertThat(attack.find(hidden)).isEmpty();
        assertThat(attack.find(contacts)).isEmpty();
        assertThat(attack.searched()).isGreaterThan(80);
        assertThat(new RedactionAttack(whole.folder().resolve("full")).find(hidden.subList(0, 40)))
                .as("the attack finds them where they are")
                .hasSizeGreaterThan(5);
        assertThat(whole.plan().figures()).containsKey("redacted-child");
    }

    @Test
    void givesTheSameAgainButForTimeAndSignatures() throws Exception {
        DisclosurePlan plan = whole.plan();
        Path twice = folder.resolve("twice");
        time = time.plus(Duration.ofHours(1));
        SmallHouse.approve(house, opened, Act.DISCLOSE, plan.id());

        SmallHouse.done(release(plan, twice));

        assertThat(payload(twice)).isEqualTo(payload(whole.folder()));
        assertThat(payload(twice)).hasSizeGreaterThan(9);
    }

    @Test
    void keepsOutWhatIsMarkedAndListsIt() throws Exception {
        StoredConversation marked = conversations.stream()
                .filter(conversation -> conversation.messages() > 0)
                .findFirst()
                .orElseThrow();
        String key = marked.reference().key();
        SmallHouse.done(
                new HoldBack(house).conversation(opened, key, ExclusionReason.LEGAL_PRIVILEGE, "with their lawyer"));

        Path out = folder.resolve("out");

        DisclosurePlan plan = released(Selection.WHOLE_CASE, out);

        assertThat(plan.exclusions())
                .contains(new Exclusion(ExclusionReason.LEGAL_PRIVILEGE, "conversation", key, marked.messages()));
        assertThat(plan.exclusions()).extracting(Exclusion::reason).contains(ExclusionReason.BEYOND_SELECTION);
        assertThat(plan.figure(PlanFigure.MESSAGES)).isEqualTo(MESSAGES - marked.messages());
        assertThat(plan.figure(PlanFigure.ITEMS_WITH_BYTES)).isLessThan(plan.figure(PlanFigure.ITEMS));
        String records = Files.readString(out.resolve("redacted").resolve(DisclosureLayout.RECORDS));
        assertThat(records).contains("\"reason\":\"legal-privilege\"").doesNotContain(key);
        assertThat(verifyBoth(out)).contains("VERIFIED");
        long mark =
                SmallHouse.done(new HoldBack(house).marks(opened)).getFirst().sequence();
        SmallHouse.done(new HoldBack(house).lift(opened, mark));
        assertThat(plan(Selection.WHOLE_CASE).figure(PlanFigure.MESSAGES)).isEqualTo(MESSAGES);
    }

    @Test
    void refusesToReleaseWhatIsNoLongerWhatWasApproved() {
        DisclosurePlan plan = plan(Selection.WHOLE_CASE);
        SmallHouse.approve(house, opened, Act.DISCLOSE, plan.id());
        int another = accounts.stream()
                .filter(account -> account.name() != null && !account.key().equals(subject.key()))
                .reduce((first, last) -> last)
                .orElseThrow()
                .id();
        SmallHouse.done(new ProtectChild(house).mark(opened, another));

        assertThat(code(release(plan, folder.resolve("out")))).isEqualTo(CaseworkCode.DISCLOSURE_CHANGED);
        SmallHouse.done(new ProtectChild(house).lift(opened, another));
    }

    @Test
    void takesTheConversationsOfAnActorWithinATime() throws Exception {
        Path out = folder.resolve("out");

        DisclosurePlan plan = released(ofTheSubject(), out);

        assertThat(plan.figure(PlanFigure.CONVERSATIONS)).isBetween(1L, conversations.size() - 1L);
        assertThat(plan.figure(PlanFigure.MESSAGES)).isBetween(1L, MESSAGES - 1);
        assertThat(Files.readString(out.resolve("redacted").resolve(DisclosureLayout.RECORDS)))
                .contains(subject.key());
        assertThat(verifyBoth(out)).contains("VERIFIED");
    }

    @Test
    void refusesASelectionOfWhatTheCaseDoesNotHave() {
        Selection selection = new Selection(new TreeSet<>(Set.of("x:none")), new TreeSet<>(), null, null);

        assertThat(code(new PlanDisclosure(house).plan(opened, wish(selection, List.of()))))
                .isEqualTo(CaseworkCode.DISCLOSURE_UNFIT);
    }

    @Test
    void hidesTheWordsThatAPersonAdds() throws Exception {
        DisclosurePlan plan = SmallHouse.done(new PlanDisclosure(house)
                .plan(opened, wish(Selection.WHOLE_CASE, List.of(new HiddenWord(RedactionKind.PLACE, "school")))));

        assertThat(plan.figures().getOrDefault("redacted-place", 0L)).isPositive();
    }

    @Test
    @Order(Integer.MAX_VALUE - 1)
    void makesBundlesInTheBackgroundAndLeavesTheWordUnusedWhenCancelled() {
        DisclosurePlan plan = plan(ofTheSubject());
        AskForWork work = new AskForWork(house);
        assertThat(code(work.release(opened, plan.id()))).isEqualTo(CaseworkCode.SECOND_PERSON_NEEDED);
        SmallHouse.approve(house, opened, Act.DISCLOSE, plan.id());

        try (RunWork running = new RunWork(house)) {
            String first = SmallHouse.done(work.release(opened, plan.id()));
            running.cancel(first);
            running.runNext();
            assertThat(SmallHouse.done(work.one(opened, first)).state()).isEqualTo("cancelled");
            assertThat(house.folder().spool()).isEmptyDirectory();
            assertThat(ArchiveDisclosure.kept(house, opened.id())).isEmpty();

            String second = SmallHouse.done(work.release(opened, plan.id()));
            running.runNext();
            WorkLine line = SmallHouse.done(work.one(opened, second));
            assertThat(line.state()).as(line.reason()).isEqualTo("done");
            assertThat(line.figures()).containsEntry("bundles", 2L);
        }
        assertThat(ArchiveDisclosure.kept(house, opened.id())).hasSize(2);
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void keepsArchivesInTheServerUntilAnItemIsPurged() throws Exception {
        DisclosurePlan plan = plan(ofTheSubject());
        SmallHouse.approve(house, opened, Act.DISCLOSE, plan.id());
        ArchiveDisclosure archive = new ArchiveDisclosure(house);
        SmallHouse.done(archive.release(opened, plan.id(), Progress.SILENT));

        List<String> names = new ArrayList<>();
        try (ZipInputStream zip =
                new ZipInputStream(SmallHouse.done(archive.fetch(opened, plan.id(), Edition.REDACTED)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        assertThat(names).contains(plan.id() + "-redacted/" + DisclosureLayout.RECORDS);
        assertThat(house.folder().spool()).isEmptyDirectory();
        EvidenceId item = house.evidence().items(opened.id()).getFirst().id();
        SmallHouse.approve(house, opened, Act.PURGE_EVIDENCE, item.value());
        SmallHouse.done(new PurgeEvidence(house).run(opened, item, "retention-over"));
        assertThat(code(archive.fetch(opened, plan.id(), Edition.FULL))).isEqualTo(CaseworkCode.DISCLOSURE_UNKNOWN);
    }

    /** What the subject of inquiry takes part in, since 2020. */
    private static Selection ofTheSubject() {
        return new Selection(
                new TreeSet<>(), new TreeSet<>(Set.of(subject.key())), Instant.parse("2020-01-01T00:00:00Z"), null);
    }

    private static Wish wish(Selection selection, List<HiddenWord> words) {
        return new Wish(
                selection,
                new TreeSet<>(Set.of(subject.key())),
                words,
                "for the court of a test",
                "High Court of a test");
    }

    private static DisclosurePlan plan(Selection selection) {
        return SmallHouse.done(new PlanDisclosure(house).plan(opened, wish(selection, List.of())));
    }

    private static DisclosurePlan released(Selection selection, Path out) {
        DisclosurePlan plan = plan(selection);
        SmallHouse.approve(house, opened, Act.DISCLOSE, plan.id());
        SmallHouse.done(release(plan, out));
        return plan;
    }

    private static Outcome<AssembleBundle.Vouched> release(DisclosurePlan plan, Path out) {
        return new ReleaseDisclosure(house).run(opened, plan.id(), out, Progress.SILENT);
    }

    private static String verifyBoth(Path out) {
        return verify(out.resolve("redacted"), "--against", out.resolve("full").toString());
    }

    private static String verify(Path bundle, String... more) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        VerifyCommand.run(
                Stream.concat(Stream.of(bundle.toString()), Arrays.stream(more)).toList(), stream, stream);
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Everything but the ledger part and the tag files, which hold time and signatures. */
    private static SortedMap<String, String> payload(Path root) throws IOException {
        SortedMap<String, String> payload = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String path = root.relativize(file).toString();
                if (path.contains("/data/") && !path.contains("/ledger/")) {
                    payload.put(path, SealedCopy.digestOf(file).hex());
                }
            }
        }
        return payload;
    }

    private static Object code(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?> refused ? refused.refusal().code() : "done";
    }
}
