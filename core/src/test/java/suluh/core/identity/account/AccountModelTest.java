package suluh.core.identity.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import suluh.core.identity.AccountField;

/** Weights against hand arithmetic, and learning against the figures that made the pairs. */
class AccountModelTest {
    @Test
    void anAgreementOnAValueWeighsByHowFewHaveIt() {
        AccountModel model = AccountModel.first(new Population(strangers(1_000)));

        // m = 0.4; u = 1 × (2 − 1) / 1000 and 1 × (101 − 1) / 1000.
        assertThat(model.weight(agreement(AccountField.NAME, 1, 2))).isCloseTo(8.644, within(0.001));
        assertThat(model.weight(agreement(AccountField.NAME, 1, 101))).isCloseTo(2.0, within(0.001));
    }

    @Test
    void priorAndIdentifierTogetherDoNotDependOnTheSizeOfTheCase() {
        AccountModel small = AccountModel.first(new Population(strangers(200)));
        AccountModel large = AccountModel.first(new Population(strangers(20_000)));
        Agreement phone = agreement(AccountField.PHONE, 1, 2);

        // log2(0.1 × 0.62 / 0.001) = 5.954
        assertThat(small.priorBits() + small.weight(phone)).isCloseTo(5.954, within(0.01));
        assertThat(large.priorBits() + large.weight(phone)).isCloseTo(5.954, within(0.01));
    }

    @Test
    void withoutPairsLearningLeavesWhatWasAssumed() {
        Population population = new Population(strangers(50));

        AccountModel learnt = AccountLearning.learn(population, List.of());

        assertThat(learnt.matching(AccountField.PHONE, 1)).isCloseTo(0.62, within(1e-9));
    }

    @Test
    void manyCertainPairsTeachTheShareTheyHave() {
        Population population = new Population(strangers(100));
        List<AccountLearning.Pair> pairs = new ArrayList<>();
        for (int i = 0; i < 4_000; i++) {
            pairs.add(certain(i % 4 == 0 ? 5 : 1));
        }

        AccountModel learnt = AccountLearning.learn(population, pairs);

        // 4,000 certain pairs and 40 assumed ones: (3000 + 40 × 0.4) / 4040 and (1000 + 40 × 0.25) / 4040.
        assertThat(learnt.matching(AccountField.NAME, 1)).isCloseTo(3016 / 4040.0, within(1e-6));
        assertThat(learnt.matching(AccountField.NAME, 5)).isCloseTo(1010 / 4040.0, within(1e-6));
    }

    @Test
    void theOrderOfPairsTeachesNothing() {
        Population population = new Population(strangers(100));
        SplittableRandom random = new SplittableRandom(5);
        List<AccountLearning.Pair> pairs = new ArrayList<>();
        IntStream.range(0, 500).forEach(i -> pairs.add(certain(1 + random.nextInt(5))));

        AccountModel one = AccountLearning.learn(population, pairs);
        AccountModel other = AccountLearning.learn(population, pairs.reversed());

        assertThat(other.matching(AccountField.NAME, 3)).isCloseTo(one.matching(AccountField.NAME, 3), within(1e-12));
    }

    @Test
    void providersOwnRulesMakeOneMailbox() {
        assertThat(EmailForm.of("Nur.Aisyah+school@googlemail.com")).isEqualTo("nuraisyah@gmail.com");
        assertThat(EmailForm.of("nur.aisyah@example.org")).isEqualTo("nur.aisyah@example.org");
        assertThat(EmailForm.of("a+b@example.org")).isEqualTo("a+b@example.org");
        assertThat(EmailForm.of("a+b@pm.me")).isEqualTo("a@proton.me");
    }

    /** A pair whose other evidence leaves no doubt, at this level of the name. */
    private static AccountLearning.Pair certain(int nameLevel) {
        return new AccountLearning.Pair((long) nameLevel << (4 * AccountField.NAME.place()), 200, true);
    }

    private static Agreement agreement(AccountField field, int level, int holders) {
        return new Agreement(field, level, holders, "v", "v", List.of());
    }

    private static List<AccountTraits> strangers(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> AccountTraits.of("x:" + i).build())
                .toList();
    }
}
