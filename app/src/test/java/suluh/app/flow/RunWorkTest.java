package suluh.app.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import suluh.app.flow.AskForWork.WorkLine;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.host.InputException;
import suluh.app.store.Scope;
import suluh.core.casework.CaseworkCode;
import suluh.core.casework.Role;
import suluh.core.kernel.Outcome;

/** Work asked for in the pages: done as who asked, one at a time, cancelled, cut off and taken up again. */
class RunWorkTest {
    @TempDir
    private Path folder;

    private House house;
    private OpenedCase opened;
    private RunWork running;
    private AskForWork work;

    @BeforeEach
    void start() throws IOException, InputException {
        house = SmallHouse.open(folder.resolve("data"));
        opened = SmallHouse.done(new OpenCase(house).run(Acting.operator("d11"), "MY-792-12", "MY-593-116B"));
        running = new RunWork(house);
        work = new AskForWork(house);
    }

    @AfterEach
    void close() throws IOException {
        running.close();
        house.close();
    }

    private void handIn(String name, String... lines) throws IOException {
        byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        SmallHouse.done(new ReceiveUpload(house).run(opened, name, new ByteArrayInputStream(bytes), Optional.empty()));
    }

    private void handInFirst() throws IOException {
        handIn(
                "WhatsApp Chat with Kelas.txt",
                "12/10/2024, 21:14 - Cikgu: Selamat petang semua",
                "12/10/2024, 21:15 - Mei: jumpa di taman esok");
    }

    private WorkLine line(String id) {
        return SmallHouse.done(work.one(opened, id));
    }

    @Test
    void readsWhatIsNewAndSaysWhatItFound() throws IOException {
        handInFirst();
        String id = SmallHouse.done(work.ask(opened, "Asia/Kuala_Lumpur"));
        assertThat(SmallHouse.done(work.standing(opened)).unread()).isEqualTo(1);

        assertThat(running.runNext()).isTrue();

        assertThat(line(id).state()).isEqualTo("done");
        assertThat(line(id).figures()).containsEntry("items", 1L).containsEntry("records", 2L);
        assertThat(SmallHouse.done(work.standing(opened)).unread()).isZero();
        assertThat(running.runNext()).isFalse();
    }

    @Test
    void aSecondReadingGoesOnFromTheFirst() throws IOException {
        handInFirst();
        SmallHouse.done(work.ask(opened, ""));
        running.runNext();
        handIn("WhatsApp Chat with Kelas Dua.txt", "13/10/2024, 08:00 - Mei: zarafah di taman zoo");
        String second = SmallHouse.done(work.ask(opened, ""));

        running.runNext();

        assertThat(line(second).reason()).isEmpty();
        assertThat(line(second).figures()).containsEntry("items", 1L).containsEntry("records", 1L);
        assertThat(SmallHouse.done(new SearchCase(house).run(opened, SearchAsked.words("taman")))
                        .total())
                .isEqualTo(2);
    }

    @Test
    void doesOnePieceForACaseAtATimeAndCancelsWhatWaits() throws IOException {
        handInFirst();
        String id = SmallHouse.done(work.ask(opened, ""));

        assertThat(work.ask(opened, ""))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(CaseworkCode.WORK_STANDS));
        SmallHouse.done(work.cancel(opened, id, running));

        assertThat(running.runNext()).isFalse();
        assertThat(line(id).state()).isEqualTo("cancelled");
        assertThat(SmallHouse.done(work.standing(opened)).unread()).isEqualTo(1);
    }

    @Test
    void whatRunsIsCancelledAtItsNextStepAndKeepsNothingOfIt() throws IOException {
        handInFirst();
        String id = SmallHouse.done(work.ask(opened, ""));
        running.cancel(id);

        running.runNext();

        assertThat(line(id).state()).isEqualTo("cancelled");
        assertThat(SmallHouse.done(work.standing(opened)).unread()).isEqualTo(1);
        assertThat(SmallHouse.done(work.ask(opened, ""))).isNotEqualTo(id);
        running.runNext();
        assertThat(SmallHouse.done(work.standing(opened)).unread()).isZero();
    }

    @Test
    void whatAStopCutOffIsTakenUpAtTheNextStart() throws IOException {
        handInFirst();
        String id = SmallHouse.done(work.ask(opened, ""));
        house.database()
                .inScope(Scope.WORK, () -> house.jobs().takeNext(house.clock().instant()));
        assertThat(line(id).state()).isEqualTo("running");

        try (RunWork next = new RunWork(house)) {
            assertThat(line(id).state()).isEqualTo("waiting");
            next.runNext();
        }

        assertThat(line(id).state()).isEqualTo("done");
    }

    @Test
    void theRightIsAskedAnewWhenTheWorkBegins() throws IOException {
        handInFirst();
        Acting analyst = SmallHouse.person(
                house, "d11", "analyst", Set.of(Role.INVESTIGATOR), "a long enough password", word -> "hash");
        SmallHouse.done(new JoinCase(house).byLogin(opened, "analyst", Role.INVESTIGATOR));
        OpenedCase asAnalyst =
                new OpenedCase(opened.id(), opened.number(), analyst, opened.mandate(), Role.INVESTIGATOR);
        String id = SmallHouse.done(work.ask(asAnalyst, ""));
        SmallHouse.done(new JoinCase(house).leave(opened, analyst.person()));

        running.runNext();

        assertThat(line(id).state()).isEqualTo("failed");
        assertThat(line(id).reason()).contains("no case");
    }

    @Test
    void refusesAZoneThatDoesNotExist() {
        assertThat(work.ask(opened, "Mars/Olympus")).isInstanceOf(Outcome.Refused.class);
    }
}
