package suluh.core.identity.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import suluh.core.identity.field.Field;
import suluh.core.identity.field.FieldType;

/** The arithmetic of weights, term frequencies and learning, against sums done by hand. */
class LinkageModelTest {
    private static final List<Field> TWO_NUMBERS =
            List.of(Field.of("x", FieldType.NUMBER), Field.of("y", FieldType.NUMBER), Field.of("z", FieldType.NUMBER));

    @Test
    void weighsALevelByTheLogarithmOfMOverU() {
        LinkageModel model =
                new LinkageModel(TWO_NUMBERS.subList(0, 1), shares(0.8, 0.1, 0.1), shares(0.1, 0.1, 0.8), 0.2, null, 0);

        assertThat(model.weight(0, 1)).isCloseTo(3, within(1e-12));
        assertThat(model.weight(0, 2)).isCloseTo(0, within(1e-12));
        assertThat(model.weight(0, 3)).isCloseTo(-3, within(1e-12));
        assertThat(model.weight(0, 0)).isZero();
        // Prior odds 1 : 4 are -2 bits; equality lifts them to 2 : 1.
        assertThat(LinkageModel.probability(model.logOdds(1))).isCloseTo(2.0 / 3, within(1e-12));
    }

    @Test
    void aRareValueWeighsMoreThanACommonOne() {
        RecordTable.Builder builder = RecordTable.builder(List.of(Field.of("name", FieldType.NAME)));
        for (int i = 0; i < 100; i++) {
            builder.add("r" + (100 + i), List.of(i < 65 ? "common" : i < 67 ? "rare" : "other " + i));
        }
        RecordTable table = builder.build();
        LinkageModel model = new LinkageModel(
                table.fields(), shares(0.8, 0.05, 0.05, 0.05, 0.05), shares(0.25, 0.1, 0.1, 0.1, 0.45), 0.5, null, 0);

        // Of the 100 records 64 others say "common" and one other says "rare".
        assertThat(model.rarity(table, 0, 0)).isCloseTo(log2(0.25 / 0.64), within(1e-12));
        assertThat(model.rarity(table, 65, 0)).isCloseTo(log2(0.25 / 0.01), within(1e-12));
        assertThat(model.logOdds(table, 1, 65)).isCloseTo(log2(0.8 / 0.01), within(1e-12));
    }

    @Test
    void theChanceOfEqualityIsCountedExactly() {
        RecordTable table = RecordTable.builder(List.of(Field.of("name", FieldType.NAME)))
                .add("1", List.of("a"))
                .add("2", List.of("a"))
                .add("3", List.of("a"))
                .add("4", List.of("b"))
                .add("5", List.of(""))
                .build();

        // Four have a value: 6 pairs, 3 of them equal.
        assertThat(RandomPairs.equalShare(table, 0)).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void relatedPairsCountAgainstTheTrueOnes() {
        LinkageModel plain =
                new LinkageModel(TWO_NUMBERS.subList(0, 1), shares(0.8, 0.1, 0.1), shares(0.1, 0.1, 0.8), 0.1, null, 0);
        LinkageModel withRelated = new LinkageModel(
                TWO_NUMBERS.subList(0, 1),
                shares(0.8, 0.1, 0.1),
                shares(0.1, 0.1, 0.8),
                0.1,
                shares(0.8, 0.1, 0.1),
                0.1);

        // 0.1·0.8 : 0.9·0.1 = 8 : 9, and with the third class 0.1·0.8 : (0.1·0.8 + 0.8·0.1) = 1 : 2.
        assertThat(LinkageModel.probability(plain.logOdds(1))).isCloseTo(8.0 / 17, within(1e-12));
        assertThat(LinkageModel.probability(withRelated.logOdds(1))).isCloseTo(1.0 / 3, within(1e-12));
    }

    /**
     * With three independent agree-or-differ fields the two-class mixture is identified (Hettmansperger and Thomas 2000), so
     * exact expected counts must lead back to the parameters that made them.
     */
    @Test
    void learningFindsTheParametersThatMadeTheCounts() {
        double[] m = {0.9, 0.8, 0.7};
        double[] u = {0.05, 0.1, 0.02};
        double prior = 0.01;
        double all = 1e9;
        PatternCounts counts = new PatternCounts();
        double[][] random = new double[3][];
        for (int c = 0; c < 3; c++) {
            double agree = prior * m[c] + (1 - prior) * u[c];
            random[c] = new double[] {0, agree, 1e-12, 1 - agree - 1e-12};
        }
        for (int agreeing = 0; agreeing < 8; agreeing++) {
            double matching = prior;
            double other = 1 - prior;
            long pattern = 0;
            for (int c = 0; c < 3; c++) {
                boolean agrees = (agreeing >> c & 1) == 1;
                matching *= agrees ? m[c] : 1 - m[c];
                other *= agrees ? u[c] : 1 - u[c];
                pattern |= (agrees ? 1L : 3L) << (PairComparison.BITS * c);
            }
            counts.add(pattern, Math.round(all * (matching + other)));
        }

        LinkageModel learnt = new ModelLearning(TWO_NUMBERS, random, counts, 1, (long) all).learn(0.001);

        assertThat(learnt.hasRelatedClass()).isFalse();
        assertThat(learnt.prior()).isCloseTo(prior, within(0.0005));
        for (int c = 0; c < 3; c++) {
            assertThat(learnt.matching(c, 1)).isCloseTo(m[c], within(0.01));
            assertThat(learnt.other(c, 1)).isCloseTo(u[c], within(0.001));
        }
    }

    private static LevelShares shares(double... levels) {
        double[] column = new double[levels.length + 1];
        System.arraycopy(levels, 0, column, 1, levels.length);
        return LevelShares.of(new double[][] {column});
    }

    private static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }
}
