package suluh.app.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import suluh.app.flow.DraftRequest.RequestView;
import suluh.app.flow.DraftRequest.Wanted;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.flow.ReceiveProduction.Produced;
import suluh.core.casework.Act;
import suluh.core.casework.CaseworkCode;
import suluh.core.casework.Role;
import suluh.core.casework.course.Sensitivity;
import suluh.core.casework.request.Asked;
import suluh.core.casework.request.Reconciliation.Verdict;
import suluh.core.casework.request.RecordType;
import suluh.core.casework.request.RequestClock.Reading;
import suluh.core.casework.request.RequestKind;
import suluh.core.casework.request.SixItems;
import suluh.core.kernel.Outcome;

/** Requests from draft to reconciliation, over the real database, with a clock that the test sets. */
class RequestsTest {
    private static final SixItems SIX = new SixItems(
            "The agency",
            "Child grooming; a group",
            "Its messages, for what was said",
            "Telegram",
            "They may be deleted",
            "Yes");

    /** A chat in Telegram Desktop's form: two messages in January, the holder of the export is not named. */
    private static final String CHAT = """
        {"name":"A group","type":"private_supergroup","id":4711,"messages":[
         {"id":1,"type":"message","date":"2026-01-02T10:00:00","date_unixtime":"1767348000","from":"Ali","from_id":"user1","text":"hello","text_entities":[]},
         {"id":2,"type":"message","date":"2026-01-20T10:00:00","date_unixtime":"1768903200","from":"Siti","from_id":"user2","text":"hello","text_entities":[]}]}
        """;

    @TempDir
    private static Path folder;

    private static Instant time = Instant.parse("2026-11-24T08:00:00Z");
    private static House house;
    private static OpenedCase opened;
    private static OpenedCase byAnalyst;
    private static DraftRequest requests;
    private static SendRequest send;

    @BeforeAll
    static void open() throws Exception {
        house = SmallHouse.open(folder.resolve("data"), SmallHouse.clock(() -> time));
        Acting supervisor = person("supervisor", Role.SUPERVISOR);
        Acting analyst = person("analyst", Role.ANALYST);
        opened = SmallHouse.done(new OpenCase(house).run(supervisor, "MY-792-12", "MY-866-60"));
        SmallHouse.done(new JoinCase(house).run(opened, analyst.person(), Role.ANALYST));
        byAnalyst = SmallHouse.done(house.access().inCase(analyst, opened.number(), Act.VIEW_CASE));
        requests = new DraftRequest(house);
        send = new SendRequest(house);
    }

    @AfterAll
    static void close() throws Exception {
        house.close();
    }

    private static Acting person(String login, Role role) {
        return SmallHouse.person(house, "mcmc", login, Set.of(role), "a long enough password", word -> "hash");
    }

    @Test
    void refusesARequestThatLacksWhatMustBeInIt() {
        SixItems lacking = new SixItems("The agency", "Facts", "", "Telegram", "Needed", "");

        assertThat(requests.draft(opened, wanted(RequestKind.PRESERVATION, "MY-866-60", lacking, 30)))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.refusal().message()).contains("(c), (f)"));
        assertThat(code(requests.draft(opened, wanted(RequestKind.PRESERVATION, "MY-866-60", null, 30))))
                .isEqualTo(CaseworkCode.REQUEST_INCOMPLETE);
        assertThat(code(requests.draft(opened, wanted(RequestKind.PRESERVATION, "MY-866-60", SIX, 0))))
                .isEqualTo(CaseworkCode.CLOCK_UNKNOWN);
        assertThat(code(requests.draft(opened, wanted(RequestKind.PRODUCTION, "MY-588-252A", null, 0))))
                .isEqualTo(CaseworkCode.AUTHORITY_DOES_NOT_OPEN);
        assertThat(code(requests.draft(byAnalyst, wanted(RequestKind.PRESERVATION, "MY-866-60", SIX, 30))))
                .isEqualTo(CaseworkCode.ROLE_MISSING);
        assertThat(SmallHouse.done(requests.all(opened)))
                .noneMatch(view -> view.row().provider().equals("nobody"));
    }

    @Test
    void sendsLettersInTwoLanguagesWithTheirTwins() throws Exception {
        int sequence = SmallHouse.done(requests.draft(opened, wanted(RequestKind.PRESERVATION, "MY-866-60", SIX, 30)));
        assertThat(code(send.acknowledge(opened, sequence))).isEqualTo(CaseworkCode.REQUEST_NOT_THERE_YET);

        SmallHouse.done(send.send(opened, sequence));

        for (String language : SendRequest.LANGUAGES) {
            var letter = SmallHouse.done(send.letter(opened, sequence, language));
            assertThat(new String(letter.twin(), StandardCharsets.UTF_8))
                    .contains("\"language\":\"" + language + "\"", "\"mustNotTell\":true", "article29");
            try (PDDocument pdf = Loader.loadPDF(letter.pdf())) {
                assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
                assertThat(pdf.getDocumentCatalog().getLanguage()).startsWith(language);
                assertThat(new PDFTextStripper().getText(pdf)).contains("t.me/c/4711", opened.number());
            }
        }
        assertThat(code(send.letter(byAnalyst, sequence, "en"))).isEqualTo(CaseworkCode.ROLE_MISSING);
        assertThat(code(send.send(opened, sequence))).isEqualTo(CaseworkCode.REQUEST_NOT_THERE_YET);
    }

    @Test
    void warnsBeforeTheLapseAndRecordsItOnce() {
        int sequence = SmallHouse.done(requests.draft(opened, wanted(RequestKind.PRESERVATION, "MY-866-60", SIX, 30)));
        SmallHouse.done(send.send(opened, sequence));
        assertThat(view(sequence).reading()).isEqualTo(Reading.RUNNING);
        assertThat(code(send.renew(opened, sequence))).isEqualTo(CaseworkCode.REQUEST_NOT_THERE_YET);
        SmallHouse.done(send.acknowledge(opened, sequence));
        Instant before = time;
        try {
            time = before.plus(Duration.ofDays(20));
            assertThat(view(sequence).reading()).isEqualTo(Reading.WARNING);
            SmallHouse.done(send.renew(opened, sequence));
            assertThat(view(sequence).reading()).isEqualTo(Reading.RUNNING);
            time = before.plus(Duration.ofDays(61));
            assertThat(view(sequence).row().state().wire()).isEqualTo("lapsed");
            assertThat(view(sequence).acts()).isEmpty();
            assertThat(code(send.renew(opened, sequence))).isEqualTo(CaseworkCode.REQUEST_NOT_THERE_YET);
        } finally {
            time = before;
        }
    }

    @Test
    void withdrawsForAReasonOnly() {
        int sequence = SmallHouse.done(requests.draft(opened, wanted(RequestKind.PRESERVATION, "MY-866-60", SIX, 30)));

        assertThat(code(send.withdraw(opened, sequence, " "))).isEqualTo(CaseworkCode.REASON_MISSING);
        SmallHouse.done(send.withdraw(opened, sequence, "Sent by the other agency"));
        assertThat(view(sequence).row().state().wire()).isEqualTo("withdrawn");
        assertThat(code(send.answer(opened, 999))).isEqualTo(CaseworkCode.REQUEST_UNKNOWN);
    }

    @Test
    void sealsReadsAndReconcilesWhatCame() throws Exception {
        int sequence = SmallHouse.done(requests.draft(opened, wanted(RequestKind.PRODUCTION, "MY-866-60", null, 0)));
        SmallHouse.done(send.send(opened, sequence));

        Produced produced = SmallHouse.done(new ReceiveProduction(house)
                .run(opened, sequence, "result.json", new ByteArrayInputStream(CHAT.getBytes(StandardCharsets.UTF_8))));

        assertThat(produced.unread()).isZero();
        assertThat(produced.comparison().lines())
                .extracting(
                        line -> line.type() + " " + line.verdict() + " " + line.records() + " " + line.missingDays())
                .containsExactly("SUBSCRIBER MISSING 0 0", "MESSAGES SHORTER 2 70");
        assertThat(produced.comparison().count(Verdict.MISSING)).isEqualTo(1);
        assertThat(SmallHouse.done(new ReceiveProduction(house).all(opened)))
                .singleElement()
                .satisfies(kept -> {
                    assertThat(kept.request()).isEqualTo(sequence);
                    assertThat(kept.items())
                            .containsExactly(produced.item().id().value());
                });
        assertThat(code(new ReceiveProduction(house).run(opened, 999, "x", new ByteArrayInputStream(new byte[0]))))
                .isEqualTo(CaseworkCode.REQUEST_UNKNOWN);
    }

    @Test
    void letsATakeDownWaitForPreservation() {
        OpenedCase fresh = SmallHouse.done(new OpenCase(house).run(opened.acting(), "MY-792-12", "MY-866-60"));
        Wanted wanted = wanted(RequestKind.TAKE_DOWN, "MY-866-25", null, 0);

        assertThat(code(requests.draft(fresh, wanted))).isEqualTo(CaseworkCode.NOT_PRESERVED);
        int keeps = SmallHouse.done(requests.draft(fresh, wanted(RequestKind.PRESERVATION, "MY-866-60", SIX, 30)));
        SmallHouse.done(send.send(fresh, keeps));
        assertThat(code(requests.draft(fresh, wanted))).isEqualTo(CaseworkCode.NOT_PRESERVED);
        SmallHouse.done(send.acknowledge(fresh, keeps));
        int sequence = SmallHouse.done(requests.draft(fresh, wanted));
        SmallHouse.done(new MarkCase(house).mark(fresh, 0, Sensitivity.RESTRICTED, false));
        SmallHouse.done(send.send(fresh, sequence));

        assertThat(new String(
                        SmallHouse.done(send.letter(fresh, sequence, "en")).twin(), StandardCharsets.UTF_8))
                .contains("\"preserved\":true", "\"sensitivity\":\"restricted\"");
    }

    private static Wanted wanted(RequestKind kind, String authority, @Nullable SixItems items, int days) {
        return new Wanted(
                kind,
                "telegram",
                authority,
                items,
                new Asked(
                        new ReceiveComplaint(house).targets("t.me/c/4711", ""),
                        LocalDate.parse("2026-01-01"),
                        LocalDate.parse("2026-03-31"),
                        kind == RequestKind.TAKE_DOWN ? Set.of() : Set.of(RecordType.SUBSCRIBER, RecordType.MESSAGES)),
                days,
                "");
    }

    private static RequestView view(int sequence) {
        List<RequestView> all = SmallHouse.done(requests.all(opened));
        return all.stream()
                .filter(one -> one.row().sequence() == sequence)
                .findFirst()
                .orElseThrow();
    }

    private static Object code(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?> refused ? refused.refusal().code() : "done";
    }
}
