package suluh.app.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import suluh.app.flow.DraftRequest.RequestView;
import suluh.app.flow.DraftRequest.Wanted;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.flow.WatchClocks.Alarm;
import suluh.app.store.TestDatabase;
import suluh.core.casework.Act;
import suluh.core.casework.CaseworkCode;
import suluh.core.casework.Role;
import suluh.core.casework.complaint.Complaint;
import suluh.core.casework.complaint.Concern;
import suluh.core.casework.request.Asked;
import suluh.core.casework.request.RecordType;
import suluh.core.casework.request.RequestKind;
import suluh.core.casework.request.SixItems;
import suluh.core.kernel.Outcome;
import suluh.core.ledger.EntryKind;
import suluh.core.ledger.LedgerEntry;

/** Clocks that run while nobody looks at a page: warned of once, ended once, and what an authority opened is shut. */
class WatchClocksTest {
    private static final Instant START = Instant.parse("2026-11-24T08:00:00Z");
    private static final String AUTHORITY = "MY-866-60";

    @TempDir
    private Path folder;

    private Instant time = START;
    private House house;
    private Acting supervisor;
    private OpenedCase opened;

    @BeforeEach
    void open() throws Exception {
        Map<String, String> environment = new HashMap<>(TestDatabase.laid(folder.resolve("data")));
        environment.put("SULUH_REGISTER", registerWithAnEnd().toString());
        house = House.open(folder.resolve("data"), SmallHouse.clock(() -> time), environment);
        supervisor = SmallHouse.person(
                house, "mcmc", "supervisor", Set.of(Role.SUPERVISOR), "a long enough password", word -> "hash");
        opened = SmallHouse.done(new OpenCase(house).run(supervisor, "MY-792-12", AUTHORITY));
    }

    @AfterEach
    void close() throws Exception {
        house.close();
    }

    /** The shipped register, in which the authority of the case ends with the year 2027. */
    private Path registerWithAnEnd() throws Exception {
        try (var in = WatchClocksTest.class.getResourceAsStream("/registers/malaysia.yaml")) {
            String yaml = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            String begins = "inForceFrom: 2026-01-01\n    opens: [preservation,";
            assertThat(yaml).contains(begins);
            return Files.writeString(
                    folder.resolve("register.yaml"),
                    yaml.replace("version: malaysia-", "version: ends-")
                            .replace(
                                    begins,
                                    "inForceFrom: 2026-01-01\n    inForceUntil: 2027-12-31\n    opens: [preservation,"));
        }
    }

    @Test
    void warnsOnceBeforeARequestLapsesAndRecordsTheLapseOnce() {
        int sequence = sent(30);
        assertThat(round()).isEmpty();

        time = START.plus(Duration.ofDays(17));
        List<Alarm> warned = round();
        time = START.plus(Duration.ofDays(30));
        List<Alarm> ended = round();

        assertThat(warned).singleElement().satisfies(alarm -> {
            assertThat(alarm.hasEnded()).isFalse();
            assertThat(alarm.clock().subject()).isEqualTo("R-" + sequence);
            assertThat(alarm.sentence()).contains(opened.number(), "MY-866-60-NOTICE", "2026-12-24T08:00:00Z");
        });
        assertThat(ended)
                .singleElement()
                .satisfies(alarm -> assertThat(alarm.hasEnded()).isTrue());
        assertThat(round()).isEmpty();
        RequestView view = SmallHouse.done(new DraftRequest(house).one(opened, sequence));
        assertThat(view.row().state().wire()).isEqualTo("lapsed");
        assertThat(kinds(EntryKind.REQUEST_LAPSED)).hasSize(1);
        assertThat(kinds(EntryKind.CLOCK_WARNED)).hasSize(1);
        assertThat(kinds(EntryKind.CLOCK_ENDED)).singleElement().satisfies(entry -> {
            assertThat(entry.person()).isEqualTo("house");
            assertThat(entry.subject()).containsEntry("of", "R-" + sequence);
        });
    }

    @Test
    void startsAgainWithARenewedTerm() {
        int sequence = sent(30);
        time = START.plus(Duration.ofDays(17));
        assertThat(round()).hasSize(1);
        SmallHouse.done(new SendRequest(house).acknowledge(opened, sequence));
        SmallHouse.done(new SendRequest(house).renew(opened, sequence));
        time = START.plus(Duration.ofDays(30));
        assertThat(round()).isEmpty();
        time = START.plus(Duration.ofDays(60 - 14));

        assertThat(round()).singleElement().satisfies(alarm -> {
            assertThat(alarm.hasEnded()).isFalse();
            assertThat(alarm.clock().endsAt()).isEqualTo(START.plus(Duration.ofDays(60)));
        });
    }

    @Test
    void tellsEveryAgencyThatTakesPart() {
        SmallHouse.done(new JoinCase(house).bringIn(opened, "d11"));
        sent(30);

        time = START.plus(Duration.ofDays(17));

        assertThat(round()).extracting(alarm -> alarm.clock().agency()).containsExactlyInAnyOrder("mcmc", "d11");
        assertThat(kinds(EntryKind.CLOCK_WARNED))
                .extracting(LedgerEntry::agency)
                .containsExactlyInAnyOrder("mcmc", "d11");
    }

    @Test
    void watchesDangerAndTheAnswerToTheReporter() {
        String reference = SmallHouse.done(new ReceiveComplaint(house)
                        .run(
                                new Complaint(
                                        "en",
                                        Concern.OTHER,
                                        "Somebody waits outside the school",
                                        "",
                                        true,
                                        false,
                                        "a@example.org",
                                        List.of()),
                                "192.0.2.1"))
                .reference();

        time = START.plus(Duration.ofMinutes(31));
        assertThat(round()).singleElement().satisfies(alarm -> {
            assertThat(alarm.clock().clock()).isEqualTo("HOUSE-DANGER");
            assertThat(alarm.clock().subject()).isEqualTo(reference);
        });
        time = START.plus(Duration.ofMinutes(61));
        assertThat(round())
                .singleElement()
                .satisfies(alarm -> assertThat(alarm.hasEnded()).isTrue());
        SmallHouse.done(new SettleComplaints(house).acknowledge(supervisor, reference));
        time = START.plus(Duration.ofDays(26));
        assertThat(round())
                .singleElement()
                .satisfies(alarm -> assertThat(alarm.clock().clock()).isEqualTo("HOUSE-FEEDBACK"));
    }

    @Test
    void warnsOfTheEndOfAnAuthorityAndShutsAtOnceWhatItOpened() {
        time = Instant.parse("2027-12-15T08:00:00Z");
        assertThat(round())
                .singleElement()
                .satisfies(alarm -> assertThat(alarm.clock().clock()).isEqualTo("authority"));
        assertThat(SmallHouse.done(new ViewCase(house).find(supervisor, opened.number()))
                        .authorityEnds())
                .isEqualTo("2027-12-31");
        // The last day ends by the register's clock, eight hours before it does in UTC.
        time = Instant.parse("2027-12-31T15:59:59Z");
        assertThat(new ViewCase(house).find(supervisor, opened.number())).isInstanceOf(Outcome.Done.class);

        time = Instant.parse("2027-12-31T16:00:00Z");

        for (Act act : Act.values()) {
            if (act.isInCase()) {
                // The case was opened before the lapse; what was open closes in the middle of the work.
                assertThat(code(house.access().stillIn(opened, act)))
                        .as(act.wire())
                        .isEqualTo(CaseworkCode.AUTHORITY_LAPSED);
            }
        }
        assertThat(code(new WriteInCase(house).note(opened, "written after the lapse")))
                .isEqualTo(CaseworkCode.AUTHORITY_LAPSED);
        assertThat(SmallHouse.done(new ViewCase(house).cases(supervisor)))
                .singleElement()
                .satisfies(line -> assertThat(line.isInForce()).isFalse());
        assertThat(round())
                .singleElement()
                .satisfies(alarm -> assertThat(alarm.hasEnded()).isTrue());
    }

    private List<Alarm> round() {
        return new WatchClocks(house).round();
    }

    private int sent(int days) {
        Asked asked = new Asked(
                new ReceiveComplaint(house).targets("https://t.me/c/4711", ""),
                null,
                null,
                Set.of(RecordType.MESSAGES));
        SixItems six = new SixItems("The agency", "Facts", "Messages", "Telegram", "They may be deleted", "Yes");
        int sequence = SmallHouse.done(new DraftRequest(house)
                .draft(opened, new Wanted(RequestKind.PRESERVATION, "telegram", AUTHORITY, six, asked, days, "")));
        SmallHouse.done(new SendRequest(house).send(opened, sequence));
        return sequence;
    }

    private List<LedgerEntry> kinds(EntryKind kind) {
        long size = house.ledger().tree(house.ledger().integrate()).size();
        return house.ledger().leavesFrom(0, (int) size).stream()
                .map(WatchClocksTest::entry)
                .filter(entry -> entry.kind() == kind)
                .toList();
    }

    private static LedgerEntry entry(byte[] leaf) {
        try {
            return LedgerEntry.parse(leaf);
        } catch (suluh.core.ledger.LedgerFormatException e) {
            throw new AssertionError(e);
        }
    }

    private static Object code(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?> refused ? refused.refusal().code() : "done";
    }
}
