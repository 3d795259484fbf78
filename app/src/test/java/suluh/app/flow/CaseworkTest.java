package suluh.app.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import suluh.app.flow.AnswerReporter.Status;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.flow.ReceiveComplaint.Imported;
import suluh.app.flow.ReceiveComplaint.Receipt;
import suluh.app.flow.SortComplaints.Inbox;
import suluh.app.flow.SortComplaints.PileView;
import suluh.app.store.InboxFilterStore.KeptFilter;
import suluh.core.casework.Act;
import suluh.core.casework.CaseworkCode;
import suluh.core.casework.Role;
import suluh.core.casework.complaint.Closing;
import suluh.core.casework.complaint.Complaint;
import suluh.core.casework.complaint.Concern;
import suluh.core.casework.complaint.InboxReason;
import suluh.core.casework.course.CaseStanding;
import suluh.core.casework.course.DecisionKind;
import suluh.core.casework.course.Sensitivity;
import suluh.core.kernel.Outcome;

/** From complaint to decision over the real database: inbox, cases, markings, conflicts, closing and purge. */
class CaseworkTest {
    private static final String OFFENCE = "MY-792-12";
    private static final String AUTHORITY = "MY-593-116B";

    @TempDir
    private static Path folder;

    private static Instant time = Instant.parse("2026-11-24T08:00:00Z");
    private static House house;
    private static Acting regulator;
    private static Acting intake;
    private static Acting police;
    private static Acting analyst;
    private static int sources;

    @BeforeAll
    static void open() throws Exception {
        house = SmallHouse.open(folder.resolve("data"), SmallHouse.clock(() -> time));
        regulator = person("mcmc", "regulator", Role.SUPERVISOR);
        intake = person("mcmc", "intake", Role.INTAKE);
        police = person("d11", "police", Role.SUPERVISOR);
        analyst = person("mcmc", "analyst", Role.ANALYST);
    }

    @AfterAll
    static void close() throws Exception {
        house.close();
    }

    /** Each test begins with an empty inbox. */
    @BeforeEach
    void emptyTheInbox() {
        List<String> waiting = inbox().piles().stream()
                .flatMap(pile -> pile.pile().complaints().stream())
                .distinct()
                .toList();
        if (!waiting.isEmpty()) {
            SmallHouse.done(new SettleComplaints(house).close(intake, waiting, Closing.REPEATED));
        }
    }

    private static Acting person(String agency, String login, Role role) {
        return SmallHouse.person(house, agency, login, Set.of(role), "a long enough password", word -> "hash");
    }

    @Test
    void gathersComplaintsOnOneTargetAndCountsReporters() {
        complain("Please look at this group", "https://t.me/+AbCdEf", "a@example.org", false);
        complain("This one", "t.me/joinchat/AbCdEf", "b@example.org", false);
        complain("Again", "t.me/+AbCdEf", "A@example.org", false);

        PileView pile = inbox().piles().getFirst();

        assertThat(inbox().pileCount()).isEqualTo(1);
        assertThat(pile.pile().key()).isEqualTo("invite:telegram:t.me/+AbCdEf");
        assertThat(pile.pile().complaints()).hasSize(3);
        assertThat(pile.pile().reporters()).isEqualTo(2);
        assertThat(pile.reasons()).containsExactly(InboxReason.SEVERAL_REPORTERS);
    }

    @Test
    void putsDangerFirstUntilAPersonHasLooked() {
        complain("Two reporters say this", "t.me/plain1", "a@example.org", false);
        complain("Two reporters say this", "t.me/plain1", "b@example.org", false);
        Receipt danger = complain("Somebody waits outside the school", "", "", true);
        assertThat(inbox().piles().getFirst().reasons())
                .containsExactly(InboxReason.DANGER_WAITING, InboxReason.DANGER, InboxReason.CLOCK_NEAR);

        time = time.plus(Duration.ofHours(1)).plusSeconds(1);
        assertThat(inbox().piles().getFirst().reasons()).contains(InboxReason.CLOCK_OVERDUE);
        SmallHouse.done(new SettleComplaints(house).acknowledge(intake, danger.reference()));

        assertThat(inbox().piles().getFirst().reasons()).containsExactly(InboxReason.DANGER);
    }

    @Test
    void narrowsTheInboxByPlatformMatterReasonAndWords() {
        complain("Please look at this group", "https://t.me/+AbCdEf", "a@example.org", false);
        complain("Somebody waits outside the school", "", "", true);

        Inbox telegram = narrowed(new InboxFilter("telegram", "", "", ""));

        assertThat(telegram.foundCount()).isEqualTo(1);
        assertThat(telegram.pileCount()).isEqualTo(2);
        assertThat(telegram.platforms()).containsExactly("telegram");
        assertThat(narrowed(new InboxFilter("", "", "DANGER_WAITING", "")).foundCount())
                .isEqualTo(1);
        assertThat(narrowed(new InboxFilter("", "", "", "OUTSIDE")).foundCount())
                .isEqualTo(1);
        assertThat(narrowed(new InboxFilter("", "", "", "abcdef")).foundCount()).isEqualTo(1);
        assertThat(narrowed(new InboxFilter("telegram", "", "DANGER", "")).foundCount())
                .isZero();
        assertThat(narrowed(new InboxFilter("", "no such matter", "", "")).foundCount())
                .isZero();
    }

    private static Inbox narrowed(InboxFilter filter) {
        return SmallHouse.done(new SortComplaints(house).run(intake, filter));
    }

    @Test
    void aKeptFilterIsItsOwnersAlone() {
        KeepInboxFilters filters = new KeepInboxFilters(house);
        SmallHouse.done(filters.keep(intake, new InboxFilter("telegram", "", "", "a b"), " Groups "));
        SmallHouse.done(filters.keep(intake, new InboxFilter("telegram", "", "", ""), "Groups"));

        assertThat(SmallHouse.done(filters.all(intake))).containsExactly(new KeptFilter("Groups", "platform=telegram"));
        assertThat(SmallHouse.done(filters.all(police))).isEmpty();
        assertThat(code(filters.keep(intake, InboxFilter.ALL, "All"))).isEqualTo(CaseworkCode.FILTER_INCOMPLETE);
        assertThat(code(filters.all(analyst))).isEqualTo(CaseworkCode.ROLE_MISSING);
        SmallHouse.done(filters.drop(police, "Groups"));
        assertThat(SmallHouse.done(filters.all(intake))).hasSize(1);
        SmallHouse.done(filters.drop(intake, "Groups"));
        assertThat(SmallHouse.done(filters.all(intake))).isEmpty();
    }

    @Test
    void closesWhatIsOutOfMandateWithoutKeepingWhatItSaid() {
        Receipt receipt = complain("I do not like this politician", "x.com/some_politician", "a@example.org", false);

        SmallHouse.done(
                new SettleComplaints(house).close(intake, List.of(receipt.reference()), Closing.OUT_OF_MANDATE));

        assertThat(inbox().pileCount()).isZero();
        var kept = house.database()
                .inIntake("mcmc", () -> house.complaints().locked(receipt.reference()))
                .orElseThrow();
        assertThat(kept.words()).isEmpty();
        assertThat(kept.targets()).isEmpty();
        AnswerReporter answer = new AnswerReporter(house);
        Status status = SmallHouse.done(answer.status(receipt.reference(), receipt.secret()));
        assertThat(status.closing()).isEqualTo("out-of-mandate");
        SmallHouse.done(answer.tell(intake, receipt.reference(), "Thank you for writing."));
        assertThat(SmallHouse.done(
                                answer.status(receipt.reference().toLowerCase(java.util.Locale.ROOT), receipt.secret()))
                        .told())
                .isEqualTo("Thank you for writing.");
        assertThat(code(answer.status(receipt.reference(), "0000-0000-0000-0000")))
                .isEqualTo(CaseworkCode.COMPLAINT_UNKNOWN);
        assertThat(code(new SettleComplaints(house).close(intake, List.of(receipt.reference()), Closing.REPEATED)))
                .isEqualTo(CaseworkCode.COMPLAINT_SETTLED);
    }

    @Test
    void limitsWhatComesFromOneSource() {
        ReceiveComplaint receive = new ReceiveComplaint(house);
        Complaint complaint = complaint("Something", "t.me/limited", "", false);
        for (int i = 0; i < ReceiveComplaint.MAX_FROM_ONE_SOURCE; i++) {
            SmallHouse.done(receive.run(complaint, "192.0.2.1"));
        }

        assertThat(receive.run(complaint, "192.0.2.1")).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
            assertThat(refused.refusal().code()).isEqualTo(CaseworkCode.TOO_MANY_COMPLAINTS);
            assertThat(refused.refusal().message()).contains("999");
        });
        assertThat(inbox().piles().getFirst().pile().reporters()).isEqualTo(1);
        time = time.plus(Duration.ofHours(1)).plusSeconds(1);
        SmallHouse.done(receive.run(complaint, "192.0.2.1"));
    }

    @Test
    void takesInAFileOnceAndNamesTheRowAtFault() {
        byte[] table = "text,target\nlook,t.me/bulk1\n,\nlook,t.me/bulk1\n,,\n\"x\",y".getBytes(StandardCharsets.UTF_8);
        ReceiveComplaint receive = new ReceiveComplaint(house);

        Imported first = SmallHouse.done(receive.importFile(Acting.operator("mcmc"), "list.csv", table));
        Imported again = SmallHouse.done(receive.importFile(Acting.operator("mcmc"), "list.csv", table));

        assertThat(first.received()).isEqualTo(3);
        assertThat(again.isKnown()).isTrue();
        assertThat(inbox().piles().getFirst().pile().complaints()).hasSize(2);
        assertThat(code(receive.importFile(analyst, "list.csv", table))).isEqualTo(CaseworkCode.ROLE_MISSING);
        assertThat(code(receive.importFile(Acting.operator("mcmc"), "list.pdf", table)))
                .isEqualTo(CaseworkCode.INTAKE_UNREADABLE);
    }

    @Test
    void opensACaseFromComplaintsAndTellsTheOtherAgencyWhomToCallAndNoMore() {
        OpenedCase ours = caseOf(regulator, complain("One group", "facebook.com/groups/4711", "a@example.org", false));
        var course = SmallHouse.done(new WriteInCase(house).course(ours));
        assertThat(course.targets()).singleElement().satisfies(row -> {
            assertThat(row.target().key()).isEqualTo("group:facebook:facebook.com/groups/4711");
            assertThat(row.reporters()).isEqualTo(1);
        });
        assertThat(course.complaints())
                .singleElement()
                .satisfies(said -> assertThat(said.words()).isEqualTo("One group"));

        SmallHouse.done(new ReceiveComplaint(house)
                .importFile(
                        Acting.operator("d11"),
                        "police.csv",
                        "target\nhttps://www.facebook.com/groups/4711/".getBytes(StandardCharsets.UTF_8)));
        Inbox theirs = SmallHouse.done(new SortComplaints(house).run(police));
        assertThat(theirs.piles().getFirst().reasons()).contains(InboxReason.KNOWN_TARGET);
        OpenedCase other = open(
                police,
                SmallHouse.done(new SettleComplaints(house)
                        .openCase(police, theirs.piles().getFirst().pile().complaints(), OFFENCE, AUTHORITY)));

        assertThat(SmallHouse.done(new LookUpConflicts(house).run(other)))
                .singleElement()
                .satisfies(conflict -> {
                    assertThat(conflict.agency()).isEqualTo("mcmc");
                    assertThat(conflict.contact()).isEqualTo("Officer regulator");
                    assertThat(conflict.toString()).doesNotContain(ours.number());
                });
    }

    @Test
    void keepsOneAgencysComplaintsFromTheOther() {
        Receipt receipt = complain("Ours alone", "t.me/ours", "a@example.org", false);

        assertThat(code(new SettleComplaints(house).acknowledge(police, receipt.reference())))
                .isEqualTo(CaseworkCode.COMPLAINT_UNKNOWN);
        assertThat(code(new SortComplaints(house).run(analyst))).isEqualTo(CaseworkCode.ROLE_MISSING);
    }

    @Test
    void recordsTasksNotesHandOverAndDecisions() {
        OpenedCase opened = caseOf(regulator, complain("A group", "t.me/course", "", false));
        SmallHouse.done(new JoinCase(house).run(opened, analyst.person(), Role.ANALYST));
        WriteInCase write = new WriteInCase(house);
        OpenedCase byAnalyst = open(analyst, opened.number());

        int task = SmallHouse.done(write.task(opened, "Compare the names", analyst.person(), null));
        SmallHouse.done(write.finishTask(byAnalyst, task));
        SmallHouse.done(write.note(byAnalyst, "Compared; they differ."));
        SmallHouse.done(write.handOver(opened, analyst.person(), "Begin with the group"));
        SmallHouse.done(write.decide(opened, DecisionKind.REFER, "The holder lives abroad", ""));

        var course = SmallHouse.done(write.course(opened));
        assertThat(course.tasks())
                .singleElement()
                .satisfies(row -> assertThat(row.doneAt()).isNotNull());
        assertThat(course.notes()).extracting(row -> row.kind()).containsExactly("decision", "hand-over", "note");
        assertThat(code(write.finishTask(byAnalyst, task))).isEqualTo(CaseworkCode.TASK_UNKNOWN);
        assertThat(code(write.decide(byAnalyst, DecisionKind.CHARGE, "reasons", "")))
                .isEqualTo(CaseworkCode.ROLE_MISSING);
        assertThat(code(write.decide(opened, DecisionKind.CHARGE, " ", ""))).isEqualTo(CaseworkCode.REASON_MISSING);
        assertThat(code(write.task(opened, "x", police.person(), null))).isEqualTo(CaseworkCode.PERSON_UNKNOWN);
    }

    @Test
    void asksForNoTakeDownOfWhatNobodyPreserved() {
        OpenedCase opened = caseOf(regulator, complain("A group", "t.me/take-down", "", false));
        WriteInCase write = new WriteInCase(house);

        assertThat(code(write.decide(opened, DecisionKind.TAKE_DOWN_ASKED, "It harms children now", "")))
                .isEqualTo(CaseworkCode.NOT_PRESERVED);
        SmallHouse.done(
                write.decide(opened, DecisionKind.TAKE_DOWN_ASKED, "It harms children now", "the provider is closed"));
        assertThat(SmallHouse.done(write.course(opened)).notes().getFirst().words())
                .contains("the provider is closed");
    }

    @Test
    void obeysTheMarkingOfACase() {
        Receipt receipt = complain("A group", "t.me/marked", "a@example.org", false);
        OpenedCase opened = caseOf(regulator, receipt);
        SmallHouse.done(new JoinCase(house).bringIn(opened, "d11"));
        MarkCase mark = new MarkCase(house);

        CaseStanding marked = SmallHouse.done(mark.mark(opened, version(opened), Sensitivity.SENSITIVE, true));

        AnswerReporter answer = new AnswerReporter(house);
        assertThat(code(answer.tell(intake, receipt.reference(), "There is a case")))
                .isEqualTo(CaseworkCode.COMPLAINT_RESTRICTED);
        assertThat(code(MarkCase.mayLeave(house, opened))).isEqualTo(CaseworkCode.SECOND_PERSON_NEEDED);
        SmallHouse.approve(house, opened, Act.DISCLOSE, opened.number());
        SmallHouse.done(MarkCase.mayLeave(house, opened));
        assertThat(code(mark.mark(opened, marked.version() - 1, Sensitivity.NORMAL, false)))
                .isEqualTo(CaseworkCode.CHANGED_SINCE);
        SmallHouse.done(mark.mark(opened, marked.version(), Sensitivity.NORMAL, false));
        SmallHouse.done(answer.tell(intake, receipt.reference(), "People look at it"));
    }

    @Test
    void closesReopensAndPurgesAfterTheRetention() throws Exception {
        OpenedCase opened = caseOf(regulator, complain("A group", "t.me/purged", "", false));
        SmallHouse.done(new JoinCase(house).bringIn(opened, "d11"));
        MarkCase mark = new MarkCase(house);
        WriteInCase write = new WriteInCase(house);

        SmallHouse.done(mark.close(opened, version(opened), "Nothing more to do"));
        assertThat(code(write.note(opened, "late"))).isEqualTo(CaseworkCode.CASE_CLOSED);
        SmallHouse.done(mark.reopen(opened, version(opened), "A new complaint"));
        SmallHouse.done(write.note(opened, "open again"));
        CaseStanding closed = SmallHouse.done(mark.close(opened, version(opened), "Nothing more to do"));

        PurgeCase purge = new PurgeCase(house);
        assertThat(code(purge.run(opened))).isEqualTo(CaseworkCode.RETENTION_RUNS);
        Instant before = time;
        time = Objects.requireNonNull(closed.keptUntil())
                .plusDays(1)
                .atStartOfDay()
                .toInstant(java.time.ZoneOffset.UTC);
        try {
            assertThat(code(purge.run(opened))).isEqualTo(CaseworkCode.SECOND_PERSON_NEEDED);
            SmallHouse.approve(house, opened, Act.PURGE_EVIDENCE, opened.number());
            SmallHouse.done(purge.run(opened));
        } finally {
            time = before;
        }
        var course = SmallHouse.done(write.course(opened));
        assertThat(course.targets()).isEmpty();
        assertThat(course.complaints()).isEmpty();
        assertThat(course.notes()).isEmpty();
    }

    private static Inbox inbox() {
        return SmallHouse.done(new SortComplaints(house).run(intake));
    }

    private static OpenedCase caseOf(Acting acting, Receipt... receipts) {
        List<String> references =
                java.util.Arrays.stream(receipts).map(Receipt::reference).toList();
        return open(
                acting, SmallHouse.done(new SettleComplaints(house).openCase(acting, references, OFFENCE, AUTHORITY)));
    }

    private static OpenedCase open(Acting acting, String number) {
        return SmallHouse.done(house.access().inCase(acting, number, Act.VIEW_CASE));
    }

    private static int version(OpenedCase opened) {
        return SmallHouse.done(new ViewCase(house).find(opened.acting(), opened.number()))
                .standing()
                .version();
    }

    private static Complaint complaint(String words, String where, String contact, boolean isImminent) {
        return new Complaint(
                "en",
                Concern.PICTURES,
                words,
                "",
                isImminent,
                false,
                contact,
                new ReceiveComplaint(house).targets(where, ""));
    }

    private static Receipt complain(String words, String where, String contact, boolean isImminent) {
        sources++;
        return SmallHouse.done(
                new ReceiveComplaint(house).run(complaint(words, where, contact, isImminent), "198.51.100." + sources));
    }

    private static Object code(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?> refused ? refused.refusal().code() : "done";
    }
}
