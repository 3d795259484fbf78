package suluh.app.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import suluh.app.flow.AnswerOnce.Answer;
import suluh.app.flow.AnswerOnce.Turn;
import suluh.core.casework.Role;
import suluh.core.kernel.Sha256Digest;

/** An act and its receipt are kept together, or neither is. */
class AnswerOnceTest {
    private static final Sha256Digest REQUEST = Sha256Digest.of(new byte[] {1});

    @TempDir
    private static Path folder;

    private static House house;
    private static Acting supervisor;
    private static AnswerOnce once;
    private static String key;

    @BeforeAll
    static void open() throws Exception {
        house = SmallHouse.open(folder.resolve("data"));
        supervisor = SmallHouse.person(
                house, "mcmc", "supervisor", Set.of(Role.SUPERVISOR), "a long enough password", word -> "hash");
        Acting keeper = SmallHouse.person(
                house, "mcmc", "keeper", Set.of(Role.ADMINISTRATOR), "a long enough password", word -> "hash");
        key = SmallHouse.done(new KeepKeys(house).make(keeper, supervisor.person(), "a test"))
                .id();
        once = new AnswerOnce(house);
    }

    @AfterAll
    static void close() throws Exception {
        house.close();
    }

    @Test
    void undoesTheActWhenItsReceiptCannotBeKept() {
        assertThat(once.begin(key, "fails", REQUEST)).isInstanceOf(Turn.First.class);

        assertThatThrownBy(() -> once.inOneStep(key, "fails", () -> {
                    SmallHouse.done(new OpenCase(house).run(supervisor, "MY-792-12", "MY-593-116B"));
                    throw new IllegalStateException("the process died before the receipt");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(house.cases().casesOf(supervisor.person())).isEmpty();
        assertThat(once.begin(key, "fails", REQUEST)).isInstanceOf(Turn.Busy.class);
        once.gaveUp(key, "fails");
        assertThat(once.begin(key, "fails", REQUEST)).isInstanceOf(Turn.First.class);
    }

    @Test
    void keepsNoReceiptOfARefusal() {
        assertThat(once.begin(key, "refused", REQUEST)).isInstanceOf(Turn.First.class);

        Optional<Answer> answer = once.inOneStep(key, "refused", Optional::empty);

        assertThat(answer).isEmpty();
        once.gaveUp(key, "refused");
        assertThat(once.begin(key, "refused", REQUEST)).isInstanceOf(Turn.First.class);
    }

    @Test
    void answersAgainWhatItAnswered() {
        assertThat(once.begin(key, "kept", REQUEST)).isInstanceOf(Turn.First.class);

        once.inOneStep(key, "kept", () -> Optional.of(new Answer(201, "/here", "{}")));

        assertThat(once.begin(key, "kept", REQUEST)).isEqualTo(new Turn.Again(201, "/here", "{}"));
    }
}
