package suluh.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import suluh.core.observation.Observation;
import suluh.exports.archive.Zips;

/** The bytes that an observation points to say what the observation says: parsed again, they hold its words. */
class ProvenanceTest {
    static List<GoldenCase> cases() {
        return GoldenCase.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void everySourceHoldsWhatItsObservationSays(GoldenCase golden) throws IOException {
        for (BytesFile file : golden.files()) {
            for (Observation observation : Read.of(file).observations()) {
                SourceCheck.check(file, observation);
            }
        }
    }

    @ParameterizedTest(name = "{0}, zipped twice")
    @MethodSource("cases")
    void everySourceInsideNestedArchivesLeadsToTheSameBytes(GoldenCase golden) throws IOException {
        BytesFile inner = Zips.of("inner.zip", golden.files());
        BytesFile outer = Zips.of("outer.zip", List.of(inner));

        List<Observation> observations = Read.of(outer).observations();

        assertThat(observations).isNotEmpty();
        for (Observation observation : observations) {
            assertThat(observation.source().path()).startsWith("inner.zip!/");
            SourceCheck.check(outer, observation);
        }
    }
}
