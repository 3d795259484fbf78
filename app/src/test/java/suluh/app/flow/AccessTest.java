package suluh.app.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import suluh.app.flow.ChangePerson.Change;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.host.InputFiles;
import suluh.app.store.DatabaseSettings;
import suluh.core.casework.Act;
import suluh.core.casework.CaseworkCode;
import suluh.core.casework.Role;
import suluh.core.kernel.Outcome;
import suluh.core.ledger.EntryKind;
import suluh.core.ledger.LedgerEntry;
import suluh.core.ledger.LedgerFormatException;

/** Every act by every role, inside and outside the case, by either agency, before and after the authority's lapse. */
class AccessTest {
    private static final String PASSWORD = "a long enough password";
    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

    @TempDir
    private static Path folder;

    private static Instant time = NOW;
    private static House house;
    private static OpenedCase opened;
    private static final Map<Role, Acting> MEMBERS = new EnumMap<>(Role.class);
    private static Acting outsider;

    @BeforeAll
    static void openACaseWithAMemberOfEachRole() throws Exception {
        house = SmallHouse.open(folder.resolve("data"), SmallHouse.clock(() -> time));
        Acting supervisor = person("d11", Role.SUPERVISOR);
        opened = SmallHouse.done(new OpenCase(house).run(supervisor, "MY-792-12", "MY-593-116B"));
        for (Role role : Role.values()) {
            MEMBERS.put(role, role == Role.SUPERVISOR ? supervisor : person("d11", role));
            if (role.worksOnCases() && role != Role.SUPERVISOR) {
                SmallHouse.done(new JoinCase(house).run(opened, member(role).person(), role));
            }
        }
        outsider = person("mcmc", Role.SUPERVISOR);
    }

    @AfterAll
    static void close() throws IOException {
        house.close();
    }

    private static Acting person(String agency, Role role) {
        return SmallHouse.person(house, agency, agency + "-" + role.wire(), Set.of(role), PASSWORD, word -> "hash");
    }

    @ParameterizedTest
    @EnumSource(Act.class)
    void opensAnActToTheRolesOfTheTableAndToNobodyElse(Act act) {
        for (Role role : Role.values()) {
            boolean isAllowed = decide(member(role), act) instanceof Outcome.Done;

            assertThat(isAllowed)
                    .as("%s by %s", act.wire(), role.wire())
                    .isEqualTo(act.roles().contains(role));
        }
    }

    @ParameterizedTest
    @EnumSource(Act.class)
    void closesEveryActInACaseToWhoIsNoMember(Act act) {
        if (act.isInCase()) {
            assertThat(code(decide(outsider, act))).isEqualTo(CaseworkCode.CASE_UNKNOWN);
            assertThat(code(decide(Acting.operator("d11"), act))).isEqualTo(CaseworkCode.CASE_UNKNOWN);
        }
    }

    @ParameterizedTest
    @EnumSource(Act.class)
    void closesEveryActInACaseOnceItsAuthorityIsNotInForce(Act act) {
        if (!act.isInCase()) {
            return;
        }
        time = Instant.parse("2012-07-30T15:59:59Z");
        try {
            assertThat(code(decide(member(Role.SUPERVISOR), act))).isEqualTo(CaseworkCode.AUTHORITY_NOT_YET_IN_FORCE);
        } finally {
            time = NOW;
        }
        assertThat(decide(member(Role.SUPERVISOR), act)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void writesTheRefusalIntoTheLedgerAndNothingElse() throws Exception {
        Map<String, Long> before = counts();
        Path input = Files.createDirectories(folder.resolve("refused"));
        Files.writeString(input.resolve("a.txt"), "not to be received");

        Outcome<?> outcome =
                new SealEvidence(house).run(asking(outsider), InputFiles.below(List.of(input)), Progress.SILENT);

        assertThat(code(outcome)).isEqualTo(CaseworkCode.CASE_UNKNOWN);
        long entries = before.getOrDefault("ledger_entry", 0L) + 1;
        before.put("ledger_entry", entries);
        assertThat(counts()).isEqualTo(before);
        assertThat(lastEntry(entries)).satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo(EntryKind.ACCESS_REFUSED);
            assertThat(entry.person()).isEqualTo(outsider.person());
            assertThat(entry.caseNumber()).isEqualTo(opened.number());
            assertThat(entry.subject()).containsEntry("act", "seal-evidence").containsEntry("code", "CASE_UNKNOWN");
        });
    }

    /** Each flow that takes an open case, handed one by somebody to whom it is not open. */
    @Test
    void isAskedByEveryFlow() {
        OpenedCase forged = asking(outsider);
        Map<String, Function<OpenedCase, Outcome<?>>> flows = Map.of(
                "read", by -> new ReadEvidence(house).run(by, List.of(), null, Progress.SILENT),
                "analyse", by -> new AnalyseCase(house).run(by, List.of(), List.of(), Progress.SILENT),
                "join", by -> new JoinCase(house).run(by, outsider.person(), Role.SUPERVISOR),
                "bring in", by -> new JoinCase(house).bringIn(by, "mcmc"),
                "view", by -> new ViewCase(house).find(by.acting(), by.number()),
                "items", by -> new ViewCase(house).items(by),
                "findings", by -> new ViewCase(house).findings(by),
                "report", by -> new ViewCase(house).report(by),
                "accounts", by -> new ReadConversation(house).accounts(by),
                "conversation", by -> new ReadConversation(house).page(by, 1, 0));

        flows.forEach(
                (name, flow) -> assertThat(code(flow.apply(forged))).as(name).isEqualTo(CaseworkCode.CASE_UNKNOWN));
    }

    @Test
    void letsTheOtherAgencyInOnceItWasBroughtInAndThePersonJoined() {
        Acting guest = SmallHouse.person(house, "mcmc", "guest", Set.of(Role.ANALYST), PASSWORD, word -> "hash");
        JoinCase join = new JoinCase(house);
        OpenedCase own = SmallHouse.done(new OpenCase(house).run(member(Role.SUPERVISOR), "MY-792-12", "MY-593-116B"));

        assertThat(code(join.run(own, guest.person(), Role.ANALYST))).isEqualTo(CaseworkCode.AGENCY_NOT_JOINED);
        SmallHouse.done(join.bringIn(own, "mcmc"));
        assertThat(code(join.run(own, guest.person(), Role.SUPERVISOR))).isEqualTo(CaseworkCode.ROLE_MISSING);
        SmallHouse.done(join.run(own, guest.person(), Role.ANALYST));
        assertThat(house.access().inCase(guest, own.number(), Act.READ_CONTENT)).isInstanceOf(Outcome.Done.class);
        SmallHouse.done(join.leave(own, guest.person()));
        assertThat(code(house.access().inCase(guest, own.number(), Act.READ_CONTENT)))
                .isEqualTo(CaseworkCode.CASE_UNKNOWN);
        assertThat(SmallHouse.done(new ViewCase(house).cases(guest))).isEmpty();
    }

    @Test
    void closesAtOnceToWhoWasDeactivatedOrLostTheRole() {
        Acting analyst = SmallHouse.person(house, "d11", "passing", Set.of(Role.ANALYST), PASSWORD, word -> "hash");
        SmallHouse.done(new JoinCase(house).run(opened, analyst.person(), Role.ANALYST));

        SmallHouse.done(become(analyst, Set.of(Role.INTAKE), true));
        assertThat(code(decide(analyst, Act.READ_CONTENT))).isEqualTo(CaseworkCode.ROLE_MISSING);
        SmallHouse.done(become(analyst, Set.of(Role.ANALYST), true));
        assertThat(decide(analyst, Act.READ_CONTENT)).isInstanceOf(Outcome.Done.class);
        SmallHouse.done(become(analyst, Set.of(Role.ANALYST), false));
        assertThat(code(decide(analyst, Act.READ_CONTENT))).isEqualTo(CaseworkCode.PERSON_INACTIVE);
        assertThat(new SignIn(house).find("passing")).isEmpty();
    }

    @Test
    void letsAnAdministratorLookAfterTheOwnAgencyOnly() {
        Acting administrator = member(Role.ADMINISTRATOR);
        ChangePerson change = new ChangePerson(house);

        assertThat(code(change.change(administrator, new Change(outsider.person(), Set.of(Role.SUPERVISOR), false, 1))))
                .isEqualTo(CaseworkCode.ROLE_MISSING);
        assertThat(code(change.change(outsider, new Change(outsider.person(), Set.of(Role.AUDITOR), true, 1))))
                .isEqualTo(CaseworkCode.ROLE_MISSING);
        assertThat(code(change.change(
                        administrator, new Change(outsider.person(), Set.of(Role.AUDITOR, Role.ANALYST), true, 1))))
                .isEqualTo(CaseworkCode.ROLES_CONFLICT);
        assertThat(SmallHouse.done(change.list(administrator)))
                .allMatch(line -> line.agency().equals("d11"));
    }

    private static Outcome<?> become(Acting person, Set<Role> roles, boolean isActive) {
        ChangePerson change = new ChangePerson(house);
        int version = SmallHouse.done(change.find(member(Role.ADMINISTRATOR), person.person()))
                .version();
        return change.change(member(Role.ADMINISTRATOR), new Change(person.person(), roles, isActive, version));
    }

    private static Acting member(Role role) {
        return Objects.requireNonNull(MEMBERS.get(role));
    }

    private static Outcome<?> decide(Acting acting, Act act) {
        return act.isInCase()
                ? house.access().inCase(acting, opened.number(), act)
                : house.access().inHouse(acting, act);
    }

    private static OpenedCase asking(Acting acting) {
        return new OpenedCase(opened.id(), opened.number(), acting, opened.mandate(), Role.SUPERVISOR);
    }

    private static Object code(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?> refused ? refused.refusal().code() : "done";
    }

    /** Rows of every table, as the owner of the database counts them. */
    private static Map<String, Long> counts() throws IOException, SQLException {
        String password = house.database().settings().ownerPassword();
        Map<String, Long> counts = new TreeMap<>();
        try (Connection connection =
                        DriverManager.getConnection(house.database().url(), DatabaseSettings.OWNER, password);
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet rows =
                    statement.executeQuery("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            for (String table : tables) {
                try (ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + table)) {
                    rows.next();
                    counts.put(table, rows.getLong(1));
                }
            }
        }
        return counts;
    }

    private static LedgerEntry lastEntry(long count) throws LedgerFormatException {
        house.ledger().integrate();
        return LedgerEntry.parse(house.ledger().leavesFrom(count - 1, 1).getLast());
    }
}
