package suluh.core.conversation.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import suluh.core.canon.CanonicalJson;

class CueCoverageTest {
    @Test
    void tellsLooksThatWordsMadeLateFromThoseThatWeightsMadeLate() {
        CueCoverage coverage = new CueCoverage();
        coverage.add("en", List.of(true, true, true, true), 3);
        coverage.add("en", List.of(true, false, true, true), 4);
        coverage.add("en", List.of(true, true, true, false), 4);
        coverage.add("ms", List.of(false, false), 0);

        assertThat(CanonicalJson.text(coverage.report()))
                .isEqualTo("{\"en\":{\"lateLooks\":2,\"lateThoughRead\":1,\"marked\":12,\"read\":10},"
                        + "\"ms\":{\"lateLooks\":1,\"lateThoughRead\":0,\"marked\":2,\"read\":0}}");
    }

    @Test
    void isEmptyBeforeTheFirst() {
        assertThat(new CueCoverage().isEmpty()).isTrue();
    }
}
