package suluh.app.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static suluh.app.flow.SmallHouse.done;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import suluh.app.flow.AnalyseCase.Analysed;
import suluh.app.flow.DecideIdentity.DecisionLine;
import suluh.app.flow.DecideIdentity.Preview;
import suluh.app.flow.DecideIdentity.Wish;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.flow.ViewAccount.AccountName;
import suluh.app.flow.ViewAccount.AccountView;
import suluh.app.flow.ViewAccount.ActorView;
import suluh.app.host.InputException;
import suluh.core.casework.Act;
import suluh.core.casework.Role;
import suluh.core.identity.IdentityDecision.Kind;
import suluh.core.kernel.Outcome;

/** Decisions about accounts on a synthetic probe, with the real database. */
class DecideIdentityTest {
    @TempDir
    private static Path folder;

    private static House house;
    private static OpenedCase opened;

    @BeforeAll
    static void probe() throws IOException, InputException {
        house = SmallHouse.open(folder.resolve("data"));
        SmallHouse.probe(house, SmallHouse.synthetic(folder.resolve("synth"), 1_000), folder.resolve("bundle"));
        opened = done(house.access().inCase(Acting.operator("d11"), "SU-2026-0001", Act.VIEW_CASE));
    }

    @AfterAll
    static void close() throws IOException {
        house.close();
    }

    @Test
    void aSplitTakesAnActorApartUntilItIsUndone() {
        DecideIdentity decide = new DecideIdentity(house);
        ActorView actor = done(new ViewAccount(house).actor(opened, "actor-1"));
        List<Integer> ids = actor.accounts().stream().map(AccountName::id).toList();
        Wish wish = new Wish(Kind.SPLIT, ids.subList(0, 1), ids.subList(1, ids.size()));

        Preview preview = done(decide.preview(opened, wish));
        String id = done(decide.run(opened, wish, "two people, as their school confirmed"));
        boolean isApart = isApart(ids);
        String undone = done(decide.undo(opened, id, "the school had erred"));

        assertThat(preview.before()).hasSize(1);
        assertThat(preview.after()).hasSizeGreaterThan(1);
        assertThat(isApart).isTrue();
        assertThat(undone).isEqualTo(id);
        assertThat(isApart(ids)).isFalse();
        assertThat(done(decide.all(opened)))
                .filteredOn(line -> line.id().equals(id))
                .singleElement()
                .extracting(DecisionLine::undoReason, DecisionLine::reason)
                .containsExactly("the school had erred", "two people, as their school confirmed");
    }

    private static boolean isApart(List<Integer> ids) {
        ViewAccount view = new ViewAccount(house);
        var first = done(view.account(opened, ids.get(0))).actor();
        var second = done(view.account(opened, ids.get(1))).actor();
        return first.isEmpty() || !first.equals(second);
    }

    @Test
    void aDecisionMarksTheFindingsOutOfDateUntilTheCaseIsWorkedOutAnew() {
        DecideIdentity decide = new DecideIdentity(house);
        byte[] before = house.findings().latest(opened.id()).orElseThrow();
        List<Integer> two = twoAlone();

        boolean freshAtFirst = !isOutdated();
        String id = done(decide.run(
                opened, new Wish(Kind.MERGE, two.subList(0, 1), two.subList(1, 2)), "said so in an interview"));
        boolean outdatedByTheDecision = isOutdated();
        Analysed with = done(new AnalyseAgain(house).run(opened, Progress.SILENT));
        boolean freshAfterwards = !isOutdated();
        done(decide.undo(opened, id, "a mistake"));
        boolean outdatedByTheUndoing = isOutdated();
        done(new AnalyseAgain(house).run(opened, Progress.SILENT));

        assertThat(List.of(freshAtFirst, outdatedByTheDecision, freshAfterwards, outdatedByTheUndoing))
                .containsOnly(true);
        assertThat(with.findings().actors())
                .anySatisfy(actor -> assertThat(actor.accounts()).containsAll(keys(two)));
        assertThat(house.findings().latest(opened.id()).orElseThrow()).isEqualTo(before);
    }

    @Test
    void theSecondLookAtAnAccountIsThatOfTheFirstWithoutWorkingTheCaseOut() {
        ViewAccount view = new ViewAccount(house);
        var first = done(view.account(opened, 1));
        var actor = done(view.actor(opened, "actor-1"));

        assertThat(done(view.account(opened, 1))).usingRecursiveComparison().isEqualTo(first);
        assertThat(done(view.actor(opened, "actor-1")))
                .usingRecursiveComparison()
                .isEqualTo(actor);
        assertThat(KeptView.of(house, opened, "account 1", new ProtectChild(house).masked(opened), AccountView.class)
                        .find())
                .isPresent();
    }

    /** Two accounts that the evidence joins with nobody. */
    private static List<Integer> twoAlone() {
        return house.observations().accounts(opened.id()).stream()
                .map(account -> account.id())
                .filter(id ->
                        done(new ViewAccount(house).account(opened, id)).actor().isEmpty())
                .limit(2)
                .toList();
    }

    private static List<String> keys(List<Integer> accounts) {
        return house.observations().accounts(opened.id()).stream()
                .filter(account -> accounts.contains(account.id()))
                .map(account -> account.key())
                .toList();
    }

    private static boolean isOutdated() {
        return done(new ViewCase(house).find(Acting.operator("d11"), opened.number()))
                .isOutdated();
    }

    @Test
    void aMergeJoinsWhatNoScoreWould() {
        DecideIdentity decide = new DecideIdentity(house);
        List<Integer> alone = twoAlone();

        String id = done(decide.run(
                opened, new Wish(Kind.MERGE, alone.subList(0, 1), alone.subList(1, 2)), "said so in an interview"));
        var joined = done(new ViewAccount(house).account(opened, alone.get(0))).actor();
        done(decide.undo(opened, id, "test ends"));

        assertThat(joined).isPresent();
    }

    @Test
    void aReasonAndTwoSidesAreNeeded() {
        DecideIdentity decide = new DecideIdentity(house);

        assertThat(code(decide.run(opened, new Wish(Kind.MERGE, List.of(1), List.of(2)), " ")))
                .isEqualTo("DECISION_INCOMPLETE");
        assertThat(code(decide.run(opened, new Wish(Kind.MERGE, List.of(1), List.of(1)), "why")))
                .isEqualTo("DECISION_INCOMPLETE");
        assertThat(code(decide.run(opened, new Wish(Kind.MERGE, List.of(1), List.of(999_999)), "why")))
                .isEqualTo("ACCOUNT_UNKNOWN");
        assertThat(code(decide.undo(opened, "id-0000", "why"))).isEqualTo("DECISION_UNKNOWN");
    }

    @Test
    void anAnalystLooksAndDecidesNothing() {
        Acting analyst = SmallHouse.person(
                house, "d11", "analyst-of-identity", Set.of(Role.ANALYST), "a long enough password", word -> "hash");
        done(new JoinCase(house).byLogin(opened, "analyst-of-identity", Role.ANALYST));
        OpenedCase theirs = done(house.access().inCase(analyst, opened.number(), Act.VIEW_CASE));

        assertThat(new ViewAccount(house).account(theirs, 1)).isInstanceOf(Outcome.Done.class);
        assertThat(code(new DecideIdentity(house).run(theirs, new Wish(Kind.MERGE, List.of(1), List.of(2)), "why")))
                .isEqualTo("ROLE_MISSING");
    }

    private static String code(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?> refused
                ? refused.refusal().code().name()
                : "done";
    }
}
