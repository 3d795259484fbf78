package suluh.app.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import suluh.app.flow.ApproveAct.ApprovalLine;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.flow.SeeAudit.Question;
import suluh.app.flow.TellAgencies.Named;
import suluh.app.host.InputFiles;
import suluh.app.host.TimeCode;
import suluh.app.host.WebhookClient;
import suluh.core.casework.Act;
import suluh.core.casework.CaseworkCode;
import suluh.core.casework.Role;
import suluh.core.kernel.Outcome;

/** The word of a second person, masked names, second factor, keys, webhooks and the audit, over the real database. */
class TwoPersonsTest {
    private static final String PASSWORD = "a long enough password";

    @TempDir
    private Path folder;

    private House house;
    private Instant time = SmallHouse.CLOCK.instant();
    private Acting supervisor;
    private Acting second;
    private OpenedCase opened;
    private OpenedCase openedBySecond;

    @BeforeEach
    void openACaseOfTwo() throws Exception {
        house = SmallHouse.open(folder.resolve("data"), SmallHouse.clock(() -> time));
        supervisor = person("one", Role.SUPERVISOR);
        second = person("two", Role.SUPERVISOR);
        opened = SmallHouse.done(new OpenCase(house).run(supervisor, "MY-792-12", "MY-593-116B"));
        SmallHouse.done(new JoinCase(house).byLogin(opened, "two", Role.SUPERVISOR));
        openedBySecond = SmallHouse.done(house.access().inCase(second, opened.number(), Act.VIEW_CASE));
    }

    @AfterEach
    void close() throws IOException {
        house.close();
    }

    private Acting person(String login, Role role) {
        return SmallHouse.person(house, "d11", login, Set.of(role), PASSWORD, word -> "hash");
    }

    @Test
    void takesAnotherPersonsWordOnceAndWithinADay() {
        ApproveAct approve = new ApproveAct(house);
        String id = SmallHouse.done(approve.ask(opened, Act.UNMASK_CHILD, "account:1", "to ask the school"));

        assertThat(code(approve.decide(opened, id, true))).isEqualTo(CaseworkCode.SECOND_PERSON_NEEDED);
        assertThat(use("account:1")).isEqualTo(CaseworkCode.SECOND_PERSON_NEEDED);
        assertThat(SmallHouse.done(approve.decide(openedBySecond, id, true)).state())
                .isEqualTo("granted");
        assertThat(code(approve.decide(openedBySecond, id, false))).isEqualTo(CaseworkCode.APPROVAL_UNKNOWN);
        assertThat(use("account:2")).isEqualTo(CaseworkCode.SECOND_PERSON_NEEDED);
        assertThat(use("account:1")).isEqualTo("done");
        assertThat(use("account:1")).isEqualTo(CaseworkCode.SECOND_PERSON_NEEDED);
    }

    @Test
    void voidsWhatNobodyDecidedOrUsedWithinADay() {
        ApproveAct approve = new ApproveAct(house);
        String late = SmallHouse.done(approve.ask(opened, Act.UNMASK_CHILD, "account:1", "to ask the school"));
        String granted = SmallHouse.done(approve.ask(opened, Act.UNMASK_CHILD, "account:2", "to ask the school"));
        SmallHouse.done(approve.decide(openedBySecond, granted, true));

        time = time.plus(ApproveAct.LIFETIME);

        assertThat(code(approve.decide(openedBySecond, late, true))).isEqualTo(CaseworkCode.APPROVAL_EXPIRED);
        assertThat(use("account:2")).isEqualTo(CaseworkCode.SECOND_PERSON_NEEDED);
        assertThat(SmallHouse.done(approve.all(opened)))
                .extracting(ApprovalLine::state)
                .containsOnly("expired");
    }

    private Object use(String subject) {
        return code(
                house.database().inCase(opened.id(), () -> ApproveAct.use(house, opened, Act.UNMASK_CHILD, subject)));
    }

    @Test
    void masksAChildEverywhereButToWhoAskedWithASecondPersonsWord() throws Exception {
        Path input = SmallHouse.synthetic(folder.resolve("synth"), 400);
        SmallHouse.done(new ProbeInput(house)
                .run(Outcome.done(opened), InputFiles.below(List.of(input)), null, null, Progress.SILENT));
        ReadConversation read = new ReadConversation(house);
        var line = SmallHouse.done(read.accounts(opened)).getFirst();
        ProtectChild protect = new ProtectChild(house);

        SmallHouse.done(protect.mark(opened, line.id()));

        String masked = everything(opened);
        assertThat(masked).contains("▒").doesNotContain(line.name()).doesNotContain(line.key());
        assertThat(code(protect.unmask(opened, line.id()))).isEqualTo(CaseworkCode.SECOND_PERSON_NEEDED);
        ApproveAct approve = new ApproveAct(house);
        String id = SmallHouse.done(
                approve.ask(opened, Act.UNMASK_CHILD, ProtectChild.subject(line.id()), "to ask the school"));
        SmallHouse.done(approve.decide(openedBySecond, id, true));
        SmallHouse.done(protect.unmask(opened, line.id()));
        assertThat(everything(opened)).contains(line.name());
        assertThat(everything(openedBySecond)).doesNotContain(line.name());
        time = time.plus(ProtectChild.UNMASKED_FOR).plusSeconds(1);
        assertThat(everything(opened)).doesNotContain(line.name());
        assertThat(code(protect.mark(opened, 999_999))).isEqualTo(CaseworkCode.ACCOUNT_UNKNOWN);
    }

    private String everything(OpenedCase by) {
        return SmallHouse.done(new ReadConversation(house).accounts(by)).toString()
                + SmallHouse.done(new ViewCase(house).findings(by))
                        .orElseThrow()
                        .members()
                + new String(SmallHouse.done(new ViewCase(house).report(by)).orElseThrow(), StandardCharsets.UTF_8);
    }

    @Test
    void asksForACodeOnceOneWasConfirmedAndTakesEachCodeOnce() {
        SecondFactor factor = new SecondFactor(house);
        String secret = SmallHouse.done(factor.begin(supervisor, "one")).secret();
        assertThat(factor.isAsked(supervisor.person())).isFalse();
        assertThat(code(factor.confirm(supervisor, "000"))).isEqualTo(CaseworkCode.CODE_WRONG);

        String now = codeNow(secret);
        SmallHouse.done(factor.confirm(supervisor, now));

        assertThat(factor.isAsked(supervisor.person())).isTrue();
        assertThat(factor.accepts(supervisor.person(), now)).isFalse();
        time = time.plus(TimeCode.STEP);
        assertThat(factor.accepts(supervisor.person(), codeNow(secret))).isTrue();
        assertThat(factor.accepts(supervisor.person(), codeNow(secret))).isFalse();
        assertThat(code(factor.begin(supervisor, "one"))).isEqualTo(CaseworkCode.SECOND_FACTOR_STANDS);
        SmallHouse.done(factor.reset(person("keeper", Role.ADMINISTRATOR), supervisor.person()));
        assertThat(factor.isAsked(supervisor.person())).isFalse();
    }

    private String codeNow(String base32) {
        StringBuilder bits = new StringBuilder();
        base32.chars()
                .map("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"::indexOf)
                .forEach(five -> bits.append(
                        String.format("%5s", Integer.toBinaryString(five)).replace(' ', '0')));
        byte[] secret = new byte[bits.length() / 8];
        for (int i = 0; i < secret.length; i++) {
            secret[i] = (byte) Integer.parseInt(bits.substring(8 * i, 8 * i + 8), 2);
        }
        return TimeCode.code(secret, TimeCode.step(time), "HmacSHA1", 6);
    }

    @Test
    void showsAnAuditorWhoSawWhatAndProvesIt() {
        Acting auditor = person("auditor", Role.AUDITOR);
        new ViewCase(house).findings(openedBySecond);
        SeeAudit audit = new SeeAudit(house);

        var answer = SmallHouse.done(
                audit.lines(auditor, new Question(opened.number(), second.person(), "content-shown", -1)));

        assertThat(answer.lines()).hasSize(1);
        var proved =
                SmallHouse.done(audit.prove(auditor, answer.lines().getFirst().index()));
        assertThat(proved.agrees()).isTrue();
        assertThat(proved.json()).contains(second.person()).contains("findings");
        assertThat(code(audit.lines(supervisor, new Question("", "", "", -1)))).isEqualTo(CaseworkCode.ROLE_MISSING);
        assertThat(code(audit.prove(auditor, 1_000_000))).isEqualTo(CaseworkCode.ENTRY_UNKNOWN);
    }

    @Test
    void tellsAnAddressEachEntryInOrderSignedAndAgainAfterAFailure() throws Exception {
        Acting keeper = person("keeper", Role.ADMINISTRATOR);
        List<String> bodies = new CopyOnWriteArrayList<>();
        List<String> signatures = new CopyOnWriteArrayList<>();
        List<Integer> statuses = new CopyOnWriteArrayList<>(List.of(500, 204, 204));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            signatures.add(exchange.getRequestHeaders().getFirst("Suluh-Signature"));
            exchange.sendResponseHeaders(statuses.removeFirst(), -1);
            exchange.close();
        });
        server.start();
        try {
            TellAgencies tell = new TellAgencies(house);
            Named named = SmallHouse.done(
                    tell.name(keeper, "http://127.0.0.1:" + server.getAddress().getPort() + "/"));
            SmallHouse.done(new OpenCase(house).run(supervisor, "MY-792-12", "MY-593-116B"));

            tell.round();
            tell.round();
            assertThat(bodies).as("waits after a failure").hasSize(1);
            time = time.plus(Duration.ofMinutes(1));
            tell.round();

            assertThat(bodies).hasSize(2).allSatisfy(body -> assertThat(body).contains("case-opened"));
            assertThat(signatures.getLast())
                    .isEqualTo(WebhookClient.signature(
                            HexFormat.of().parseHex(named.secret()),
                            time,
                            bodies.getLast().getBytes(StandardCharsets.UTF_8)));
            tell.round();
            assertThat(bodies).as("nothing new").hasSize(2);
            SmallHouse.done(tell.stop(keeper, named.id()));
            assertThat(SmallHouse.done(tell.list(keeper))).isEmpty();
        } finally {
            server.stop(0);
        }
        assertThat(code(new TellAgencies(house).name(keeper, "http://example.org/")))
                .isEqualTo(CaseworkCode.ADDRESS_UNUSABLE);
    }

    private static Object code(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?> refused ? refused.refusal().code() : "done";
    }
}
