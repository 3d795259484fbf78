package suluh.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HeldByCaseTest {
    @Test
    void aValueIsMadeOnceHoweverManyAskForItAtOnce() throws Exception {
        HeldByCase<String> held = new HeldByCase<>(2);
        AtomicInteger made = new AtomicInteger();
        CountDownLatch asked = new CountDownLatch(20);
        List<Future<String>> answers = new ArrayList<>();
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                answers.add(people.submit(() -> {
                    asked.countDown();
                    asked.await();
                    return held.of(1, 7L, () -> "value " + made.incrementAndGet());
                }));
            }
        }

        for (Future<String> answer : answers) {
            assertThat(answer.get()).isEqualTo("value 1");
        }
    }

    @Test
    void anotherVersionIsMadeAnewAndTheCaseLookedAtLongestAgoIsForgotten() {
        HeldByCase<String> held = new HeldByCase<>(2);
        held.of(1, 1L, () -> "first");
        held.of(2, 1L, () -> "other");

        assertThat(held.of(1, 1L, () -> "not asked")).isEqualTo("first");
        assertThat(held.of(1, 2L, () -> "second")).isEqualTo("second");

        held.of(3, 1L, () -> "third");

        assertThat(held.of(1, 2L, () -> "not asked")).isEqualTo("second");
        assertThat(held.of(2, 1L, () -> "made again")).isEqualTo("made again");
    }
}
