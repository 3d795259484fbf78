package suluh.app.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import suluh.app.flow.AnalyseCase.Analysed;
import suluh.app.flow.DecideIdentity.DecisionLine;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.flow.PlanDisclosure.PlanLine;
import suluh.app.flow.SearchCase.Found;
import suluh.app.flow.SearchCase.Hit;
import suluh.app.host.InputFiles;
import suluh.app.store.ErasureStore.ReadAgain;
import suluh.app.store.SearchRows;
import suluh.app.store.StoreException;
import suluh.app.store.StoredAccount;
import suluh.app.store.StoredConversation;
import suluh.app.store.TableRows;
import suluh.core.casework.Act;
import suluh.core.casework.CaseworkCode;
import suluh.core.casework.Role;
import suluh.core.conversation.evaluation.Verdict;
import suluh.core.disclosure.ReceivedItem;
import suluh.core.disclosure.selection.Selection;
import suluh.core.identity.IdentityDecision;
import suluh.core.kernel.Outcome;
import suluh.core.kernel.Sha256Digest;

/** What is left of an item that two persons purged, over the real database: every row of every table is looked at. */
class PurgeErasesTest {
    /** Where the item's own name stays; its content stays nowhere. */
    private static final Set<String> KEEP_THE_NAME = Set.of("evidence_item");
    /** Where its id stays. */
    private static final Set<String> KEEP_THE_ID =
            Set.of("evidence_item", "custody_event", "ledger_entry", "vault_reference", "approval", "case_erasure");
    /** Where the digest of its bytes stays. */
    private static final Set<String> KEEP_THE_DIGEST =
            Set.of("evidence_item", "custody_event", "ledger_entry", "vault_reference");

    private static final String OTHER = "m-other.zip";

    @TempDir
    private Path folder;

    private House house;
    private Acting supervisor;

    @BeforeEach
    void open() throws Exception {
        house = SmallHouse.openWithRunningClock(folder.resolve("data"));
        supervisor = SmallHouse.person(
                house, "d11", "one", Set.of(Role.SUPERVISOR), "a long enough password", word -> "hash");
    }

    @AfterEach
    void close() throws Exception {
        house.close();
    }

    private OpenedCase probe(Path input) throws Exception {
        OpenedCase opened = SmallHouse.done(new OpenCase(house).run(supervisor, "MY-792-12", "MY-593-116B"));
        SmallHouse.done(new ProbeInput(house)
                .run(Outcome.done(opened), InputFiles.below(List.of(input)), null, null, Progress.SILENT));
        return opened;
    }

    private Path both(String gone) throws Exception {
        Path input = Files.createDirectories(folder.resolve("both/in"));
        TwoExports.writeGone(input.resolve(gone));
        TwoExports.writeOther(input.resolve(OTHER));
        return input;
    }

    private Path other() throws Exception {
        Path input = Files.createDirectories(folder.resolve("other/in"));
        TwoExports.writeOther(input.resolve(OTHER));
        return input;
    }

    private ReceivedItem item(OpenedCase opened, String name) {
        return house.evidence().items(opened.id()).stream()
                .filter(item -> item.name().endsWith(name))
                .findFirst()
                .orElseThrow();
    }

    private void purge(OpenedCase opened, ReceivedItem item) throws Exception {
        SmallHouse.approve(house, opened, Act.PURGE_EVIDENCE, item.id().value());
        SmallHouse.done(new PurgeEvidence(house).run(opened, item.id(), "approved"));
    }

    /** Tables that hold the text, in small letters, outside those where it may stand. */
    private Set<String> holding(OpenedCase opened, String text, Set<String> allowed) {
        String wanted = text.toLowerCase(Locale.ROOT);
        Set<String> holding = new TreeSet<>();
        TableRows.of(house.database(), opened.id()).forEach((table, rows) -> {
            if (!allowed.contains(table)
                    && rows.stream()
                            .anyMatch(row -> row.toLowerCase(Locale.ROOT).contains(wanted))) {
                holding.add(table);
            }
        });
        return holding;
    }

    private SortedMap<String, Set<String>> holding(OpenedCase opened, ReceivedItem gone, List<String> hashes) {
        SortedMap<String, Set<String>> found = new TreeMap<>();
        TwoExports.MARKERS.forEach(marker -> found.put(marker, holding(opened, marker, Set.of())));
        hashes.forEach(hash -> found.put("hash " + hash, holding(opened, hash, Set.of())));
        found.put("name", holding(opened, gone.name(), KEEP_THE_NAME));
        found.put("id", holding(opened, gone.id().value(), KEEP_THE_ID));
        found.put("digest", holding(opened, gone.sha256().hex(), KEEP_THE_DIGEST));
        return found;
    }

    /** Digests and perceptual hashes of the picture that lies in the one item only. */
    private List<String> hashes(OpenedCase opened) {
        String sha256 = Sha256Digest.of(TwoExports.PICTURE).hex();
        List<String> hashes = new ArrayList<>(List.of(sha256));
        house.media().contents(opened.id()).stream()
                .filter(content -> content.digests().sha256().hex().equals(sha256))
                .forEach(content -> {
                    hashes.add(content.digests().sha1());
                    hashes.add(content.digests().md5());
                    content.hashed().orElseThrow().hashes().values().forEach(hash -> hashes.add(hash.toString()));
                });
        return hashes;
    }

    private int account(OpenedCase opened, String key) {
        return house.observations().accounts(opened.id()).stream()
                .filter(account -> account.key().equals(key))
                .map(StoredAccount::id)
                .findFirst()
                .orElseThrow();
    }

    private StoredConversation conversation(OpenedCase opened, String name) {
        return house.observations().conversations(opened.id()).stream()
                .filter(one -> name.equals(one.reference().name()))
                .findFirst()
                .orElseThrow();
    }

    private Found find(OpenedCase opened, String words) {
        return SmallHouse.done(new SearchCase(house).run(opened, SearchAsked.words(words)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a-kuarza.zip", "z-kuarza.zip"})
    void leavesNoWordNoNameAndNoHashOfIt(String name) throws Exception {
        OpenedCase opened = probe(both(name));
        ReceivedItem gone = item(opened, name);
        List<String> hashes = hashes(opened);
        actOnIt(opened);
        assertThat(holding(opened, "zuluquartz", Set.of())).contains("message", "search_term", "conversation_verdict");
        assertThat(holding(opened, "user9900001", Set.of()))
                .contains("account", "search_name", "findings", "network_map", "network_tie", "kept_view")
                .contains("identity_decision");
        assertThat(holding(opened, "quartzpicture", Set.of())).contains("file_reading", "place", "media_file");
        assertThat(hashes)
                .hasSizeGreaterThan(8)
                .allSatisfy(hash -> assertThat(holding(opened, hash, Set.of())).isNotEmpty());

        purge(opened, gone);

        assertThat(holding(opened, gone, hashes).values())
                .allSatisfy(tables -> assertThat(tables).isEmpty());
        assertThat(holding(opened, gone.id().value(), Set.of())).isEqualTo(new TreeSet<>(KEEP_THE_ID));

        SmallHouse.done(new AnalyseAgain(house).run(opened, Progress.SILENT));
        find(opened, "jumpa");

        assertThat(holding(opened, gone, hashes).values())
                .allSatisfy(tables -> assertThat(tables).isEmpty());
        assertThat(new AuditLedger(house, Progress.SILENT).run().faults()).isEmpty();
    }

    /** What persons do with an item: read, judge, decide, look, plan, search. */
    private void actOnIt(OpenedCase opened) {
        int room = conversation(opened, "Quartzroom").id();
        ReviewConversation review = new ReviewConversation(house);
        SmallHouse.done(review.read(opened, room, 0));
        SmallHouse.done(review.give(opened, room, Verdict.CONCERN, "zuluquartz asks for secrecy"));
        SmallHouse.done(new DecideIdentity(house)
                .run(opened, merge(opened, "telegram:user9900001", "telegram:user2"), "both write alike"));
        SmallHouse.done(new ViewAccount(house).account(opened, account(opened, "telegram:user9900001")));
        SmallHouse.done(new ProtectChild(house).mark(opened, account(opened, "telegram:user9900001")));
        SmallHouse.done(new ProtectChild(house).lift(opened, account(opened, "telegram:user9900001")));
        find(opened, "jumpa");
        plan(opened, conversation(opened, "Quartzroom").reference().key());
    }

    private DecideIdentity.Wish merge(OpenedCase opened, String left, String right) {
        return new DecideIdentity.Wish(
                IdentityDecision.Kind.MERGE, List.of(account(opened, left)), List.of(account(opened, right)));
    }

    private String plan(OpenedCase opened, String conversation) {
        Selection selection = new Selection(new TreeSet<>(Set.of(conversation)), new TreeSet<>(), null, null);
        return SmallHouse.done(new PlanDisclosure(house)
                        .plan(
                                opened,
                                new PlanDisclosure.Wish(
                                        selection, new TreeSet<>(), List.of(), "for a test", "a court of a test")))
                .id();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a-kuarza.zip", "z-kuarza.zip"})
    void leavesTheOtherAsInACaseThatNeverHadIt(String name) throws Exception {
        OpenedCase opened = probe(both(name));
        OpenedCase never = probe(other());
        ReceivedItem stays = item(opened, OTHER);
        Map<Integer, String> before = numbered(find(opened, "jumpa"), stays);
        int aina = account(opened, "telegram:user2");

        purge(opened, item(opened, name));

        assertThat(numbered(find(opened, "jumpa"), stays)).isEqualTo(before).hasSize(2);
        assertThat(find(opened, "zuluquartz").hits()).isEmpty();
        assertThat(find(opened, "quartzina").names()).isEmpty();
        assertThat(account(opened, "telegram:user2")).isEqualTo(aina);
        assertThat(AnalyseAgain.isNeeded(house, opened.id())).isTrue();
        assertThat(house.parsedFindings().latest(opened.id())).isEmpty();

        SmallHouse.done(new AnalyseAgain(house).run(opened, Progress.SILENT));

        assertThat(findings(opened)).isEqualTo(findings(never));
        assertThat(texts(opened)).isEqualTo(texts(never));
        assertThat(names(opened)).isEqualTo(names(never));
        assertThat(find(opened, "jumpa").total()).isEqualTo(find(never, "jumpa").total());
        assertThat(find(opened, "-jumpa").total())
                .isEqualTo(find(never, "-jumpa").total());
        assertThat(SearchRows.sums(house.database(), opened.id()).keySet().stream()
                        .filter(term -> !term.startsWith("s ")))
                .containsExactlyElementsOf(SearchRows.sums(house.database(), never.id()).keySet().stream()
                        .filter(term -> !term.startsWith("s "))
                        .toList());
        assertThat(AnalyseAgain.isNeeded(house, opened.id())).isFalse();
    }

    private static Map<Integer, String> numbered(Found found, ReceivedItem of) {
        Map<Integer, String> numbered = new TreeMap<>();
        found.hits().stream()
                .filter(hit -> hit.source().item().equals(of.id()))
                .forEach(hit -> numbered.put(hit.number(), hit.text() + " " + hit.source()));
        return numbered;
    }

    private String findings(OpenedCase opened) {
        return new String(house.findings().latest(opened.id()).orElseThrow(), StandardCharsets.UTF_8);
    }

    private List<String> texts(OpenedCase opened) {
        List<String> texts = new ArrayList<>();
        house.observations().forEachMessage(opened.id(), message -> texts.add(message.text() + " " + message.source()));
        return texts;
    }

    private Set<String> names(OpenedCase opened) {
        Set<String> names = new TreeSet<>();
        house.observations().accounts(opened.id()).forEach(one -> names.add(one.key() + " " + one.name()));
        house.observations()
                .conversations(opened.id())
                .forEach(one -> names.add(one.reference().toString()));
        return names;
    }

    @Test
    void keepsWhatPersonsDidThatHoldsNothingOfIt() throws Exception {
        OpenedCase opened = probe(both("z-kuarza.zip"));
        int walks = conversation(opened, "Walks").id();
        ReviewConversation review = new ReviewConversation(house);
        SmallHouse.done(review.read(opened, walks, 0));
        SmallHouse.done(review.give(opened, walks, Verdict.NO_CONCERN, "they walk"));
        SmallHouse.done(new DecideIdentity(house)
                .run(opened, merge(opened, "telegram:user1", "telegram:user2"), "the same hours"));
        SmallHouse.done(new WriteInCase(house).note(opened, "asked the school"));
        String kept = plan(opened, conversation(opened, "Kedai").reference().key());
        actOnIt(opened);

        purge(opened, item(opened, "z-kuarza.zip"));

        assertThat(SmallHouse.done(review.verdicts(opened, walks)))
                .singleElement()
                .satisfies(verdict -> assertThat(verdict.reason()).isEqualTo("they walk"));
        assertThat(SmallHouse.done(new DecideIdentity(house).all(opened)))
                .extracting(DecisionLine::reason)
                .containsExactly("the same hours");
        assertThat(SmallHouse.done(new WriteInCase(house).course(opened)).notes())
                .extracting(note -> note.words())
                .contains("asked the school");
        assertThat(SmallHouse.done(new PlanDisclosure(house).all(opened)))
                .extracting(PlanLine::plan)
                .extracting(plan -> plan.id())
                .containsExactly(kept);
        assertThat(TableRows.of(house.database(), opened.id()))
                .containsKeys("search_run", "conversation_look", "child_account");
    }

    @Test
    void neverGivesANumberAgain() throws Exception {
        OpenedCase opened = probe(both("z-kuarza.zip"));
        int room = conversation(opened, "Quartzroom").id();
        int quartzina = account(opened, "telegram:user9900001");
        int last = lastMessage(opened);
        purge(opened, item(opened, "z-kuarza.zip"));
        Path more = Files.createDirectories(folder.resolve("more"));
        Files.writeString(more.resolve("WhatsApp Chat with Kelas.txt"), """
                12/10/2024, 21:14 - Cikgu: Selamat petang semua, jumpa esok
                12/10/2024, 21:15 - Murid: baik cikgu
                """);
        SmallHouse.done(new SealEvidence(house).run(opened, InputFiles.below(List.of(more)), Progress.SILENT));

        SmallHouse.work(house, opened);

        assertThat(conversation(opened, "Kelas").id()).isGreaterThan(room);
        assertThat(house.observations().accounts(opened.id()))
                .filteredOn(account -> account.key().startsWith("whatsapp"))
                .hasSize(2)
                .allMatch(account -> account.id() > quartzina);
        assertThat(find(opened, "selamat").hits()).extracting(Hit::number).allMatch(number -> number > last);
        assertThat(find(opened, "jumpa").total()).isEqualTo(3);
        assertThat(SmallHouse.done(new ReadConversation(house).conversations(opened)))
                .hasSize(3);
    }

    private int lastMessage(OpenedCase opened) {
        return find(opened, "jumpa").hits().stream().mapToInt(Hit::number).max().orElseThrow();
    }

    @Test
    void leavesOtherCasesAlone() throws Exception {
        Path input = both("a-kuarza.zip");
        OpenedCase opened = probe(input);
        OpenedCase same = probe(input);
        find(same, "jumpa");
        SortedMap<String, List<String>> before = TableRows.of(house.database(), same.id());

        purge(opened, item(opened, "a-kuarza.zip"));

        SortedMap<String, List<String>> after = TableRows.of(house.database(), same.id());
        for (String table : List.of(
                "message",
                "account",
                "conversation",
                "search_term",
                "findings",
                "media_content",
                "media_file",
                "network_tie",
                "place",
                "file_reading",
                "vault_reference",
                "custody_event")) {
            assertThat(after.get(table)).as(table).isEqualTo(before.get(table));
        }
        assertThat(house.vault().fault(item(same, "a-kuarza.zip").sha256())).isEmpty();
    }

    @Test
    void takesAllOrNothing() throws Exception {
        OpenedCase opened = probe(both("a-kuarza.zip"));
        ReceivedItem gone = item(opened, "a-kuarza.zip");
        SortedMap<String, List<String>> before = TableRows.of(house.database(), opened.id());

        assertThatThrownBy(() -> TableRows.inCase(house.database(), opened.id(), () -> {
                    house.erasures()
                            .erase(
                                    gone.id(),
                                    new ReadAgain(Set.of(), Set.of()),
                                    house.clock().instant());
                    assertThat(holding(opened, "zuluquartz", Set.of())).isEmpty();
                    throw new IllegalStateException("the power fails");
                }))
                .hasMessageContaining("the power fails");

        assertThat(TableRows.of(house.database(), opened.id())).isEqualTo(before);
    }

    @Test
    void keepsNothingThatWasWorkedOutWithIt() throws Exception {
        OpenedCase opened = probe(both("a-kuarza.zip"));
        List<ReceivedItem> items = house.evidence().present(opened.id());
        var readings = house.readings().all(opened.id(), items);
        Analysed analysed = SmallHouse.done(new AnalyseCase(house).run(opened, items, readings, Progress.SILENT));

        purge(opened, item(opened, "a-kuarza.zip"));

        assertThatThrownBy(() -> new MakeFindings(house).run(opened, items, readings, analysed))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("purged while");
        assertThat(house.findings().latest(opened.id())).isEmpty();
        assertThat(SmallHouse.done(new ReadEvidence(house)
                        .run(opened, List.of(item(opened, "a-kuarza.zip")), null, Progress.SILENT)))
                .as("a purged item is not read again")
                .isEmpty();
    }

    @Test
    void waitsForNobodyWhoReadsTheCaseAndLeavesTheWordUnused() throws Exception {
        OpenedCase opened = probe(both("a-kuarza.zip"));
        ReceivedItem gone = item(opened, "a-kuarza.zip");
        SmallHouse.approve(house, opened, Act.PURGE_EVIDENCE, gone.id().value());
        CountDownLatch reads = new CountDownLatch(1);
        CountDownLatch ends = new CountDownLatch(1);
        Thread reader = Thread.ofVirtual()
                .start(() -> TableRows.inCase(house.database(), opened.id(), () -> {
                    house.erasures().keepOut(opened.id());
                    reads.countDown();
                    await(ends);
                }));
        await(reads);

        Outcome<ReceivedItem> refused = new PurgeEvidence(house).run(opened, gone.id(), "approved");
        ends.countDown();
        reader.join();

        assertThat(refused)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        one -> assertThat(one.refusal().code()).isEqualTo(CaseworkCode.WORK_STANDS));
        assertThat(holding(opened, "zuluquartz", Set.of())).contains("message");
        SmallHouse.done(new PurgeEvidence(house).run(opened, gone.id(), "approved"));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void doesNotTakeItInAgain() throws Exception {
        Path input = both("a-kuarza.zip");
        OpenedCase opened = probe(input);
        ReceivedItem gone = item(opened, "a-kuarza.zip");
        purge(opened, gone);

        SmallHouse.done(new SealEvidence(house).run(opened, InputFiles.below(List.of(input)), Progress.SILENT));
        PurgeEvidence.finish(house);

        assertThat(house.evidence().custody(opened.id(), gone.id()).getLast().result())
                .endsWith("not kept, for the item was purged");
        assertThat(house.vault().fault(gone.sha256())).isNotEqualTo(Optional.empty());
        assertThat(AskForWork.unread(house, opened.id())).isEmpty();
    }
}
