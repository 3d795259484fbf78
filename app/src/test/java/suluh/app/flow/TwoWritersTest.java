package suluh.app.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import suluh.app.flow.DraftRequest.Wanted;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.core.casework.CaseworkCode;
import suluh.core.casework.Role;
import suluh.core.casework.course.CaseStanding;
import suluh.core.casework.course.DecisionKind;
import suluh.core.casework.course.Sensitivity;
import suluh.core.casework.request.Asked;
import suluh.core.casework.request.RequestKind;
import suluh.core.kernel.Outcome;

/** Several people write in one case at the same moment: all of it is kept, numbered without gaps, or refused with a reason. */
class TwoWritersTest {
    private static final int WRITERS = 8;
    private static final int ROUNDS = 10;

    @TempDir
    private static Path folder;

    private static House house;
    private static Acting supervisor;
    private static OpenedCase opened;

    @BeforeAll
    static void open() throws Exception {
        house = SmallHouse.open(folder.resolve("data"));
        supervisor = SmallHouse.person(
                house, "mcmc", "supervisor", Set.of(Role.SUPERVISOR), "a long enough password", word -> "hash");
        opened = SmallHouse.done(new OpenCase(house).run(supervisor, "MY-792-12", "MY-866-25"));
    }

    @AfterAll
    static void close() throws Exception {
        house.close();
    }

    @Test
    void keepsEveryNoteTaskDecisionAndRequest() throws Exception {
        WriteInCase write = new WriteInCase(house);
        DraftRequest draft = new DraftRequest(house);
        Wanted wanted = new Wanted(
                RequestKind.TAKE_DOWN,
                "telegram",
                "MY-866-25",
                null,
                new Asked(new ReceiveComplaint(house).targets("t.me/+Writers", ""), null, null, Set.of()),
                0,
                "the group is gone already");

        List<Integer> notes = together((writer, round) -> write.note(opened, "note " + writer + "." + round));
        List<Integer> tasks =
                together((writer, round) -> write.task(opened, "task " + writer, supervisor.person(), null));
        List<Integer> decisions =
                together((writer, round) -> write.decide(opened, DecisionKind.REFER, "reason " + writer, ""));
        List<Integer> requests = together((writer, round) -> draft.draft(opened, wanted));

        int all = WRITERS * ROUNDS;
        assertThat(new HashSet<>(notes)).hasSize(all);
        assertThat(new HashSet<>(tasks)).hasSize(all);
        assertThat(new HashSet<>(decisions)).hasSize(all);
        assertThat(requests)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, all).boxed().toList());
        var course = SmallHouse.done(write.course(opened));
        assertThat(course.notes()).hasSize(2 * all);
        assertThat(course.tasks()).hasSize(all);
        assertThat(course.notes().stream().map(row -> row.words()).toList())
                .contains("note 0.0", "note " + (WRITERS - 1) + "." + (ROUNDS - 1));
    }

    @Test
    void letsOneOfTheMarkingsThatSawTheSameVersionThrough() throws Exception {
        OpenedCase other = SmallHouse.done(new OpenCase(house).run(supervisor, "MY-792-12", "MY-866-25"));
        MarkCase mark = new MarkCase(house);

        List<Outcome<CaseStanding>> outcomes =
                atOnce(writer -> mark.mark(other, 0, Sensitivity.SENSITIVE, writer % 2 == 0));

        assertThat(outcomes.stream().filter(Outcome.Done.class::isInstance)).hasSize(1);
        assertThat(outcomes.stream()
                        .filter(Outcome.Refused.class::isInstance)
                        .map(outcome -> ((Outcome.Refused<?>) outcome).refusal().code()))
                .hasSize(WRITERS - 1)
                .containsOnly(CaseworkCode.CHANGED_SINCE);
    }

    @Test
    void writesNothingMoreOnceTheCaseIsClosed() throws Exception {
        OpenedCase other = SmallHouse.done(new OpenCase(house).run(supervisor, "MY-792-12", "MY-866-25"));
        WriteInCase write = new WriteInCase(house);
        MarkCase mark = new MarkCase(house);

        List<Outcome<String>> outcomes = atOnce(writer -> writer == 0
                ? mark.close(other, 0, "nothing further").then(closed -> Outcome.done("closed"))
                : write.note(other, "note " + writer).then(number -> Outcome.done("noted")));

        long noted = outcomes.stream()
                .filter(outcome -> outcome.equals(Outcome.done("noted")))
                .count();
        assertThat(outcomes.getFirst()).isEqualTo(Outcome.done("closed"));
        var kept = SmallHouse.done(write.course(other)).notes();
        assertThat(kept).hasSize((int) noted + 1);
        assertThat(kept.getFirst().kind()).as("the last word").isEqualTo("closing");
    }

    private interface Act {
        Outcome<Integer> run(int writer, int round);
    }

    private interface Once<T> {
        Outcome<T> run(int writer);
    }

    private static List<Integer> together(Act act) throws Exception {
        List<Callable<List<Integer>>> work = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            int who = writer;
            work.add(() -> IntStream.range(0, ROUNDS)
                    .mapToObj(round -> SmallHouse.done(act.run(who, round)))
                    .toList());
        }
        List<Integer> numbers = new ArrayList<>();
        run(work).forEach(numbers::addAll);
        return numbers;
    }

    private static <T> List<Outcome<T>> atOnce(Once<T> act) throws Exception {
        CyclicBarrier start = new CyclicBarrier(WRITERS);
        List<Callable<Outcome<T>>> work = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            int who = writer;
            work.add(() -> {
                start.await();
                return act.run(who);
            });
        }
        return run(work);
    }

    private static <T> List<T> run(List<Callable<T>> work) throws Exception {
        try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            List<T> results = new ArrayList<>();
            for (Future<T> future : writers.invokeAll(work)) {
                results.add(future.get());
            }
            return results;
        }
    }
}
