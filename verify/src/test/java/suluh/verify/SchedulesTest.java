package suluh.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import suluh.core.disclosure.BundleCheck;
import suluh.core.disclosure.BundleVerdict;
import suluh.core.disclosure.Trust;

/** Schedules and documents of a good bundle; ways to break them stand in the catalogue. */
class SchedulesTest {
    @Test
    void verifiesSchedulesAgainstSealsAndLog(@TempDir Path folder) throws Exception {
        SmallBundle bundle = new SmallBundle();
        bundle.scheduled(bundle.exhibits(), List.of(bundle.logged()));

        assertThat(details(bundle.write(folder)))
                .contains("3 lines")
                .anyMatch(detail -> detail.startsWith("8 documents"));
    }

    @Test
    void saysThatABundleHasNone(@TempDir Path folder) throws Exception {
        assertThat(details(new SmallBundle().write(folder))).contains("no schedules", "no documents");
    }

    private static List<String> details(Path folder) throws Exception {
        BundleVerdict verdict = BundleCheck.check(new DiskBundle(folder), Trust.NOTHING);
        assertThat(verdict).isInstanceOf(BundleVerdict.Verified.class);
        return verdict.steps().stream().map(BundleVerdict.Step::detail).toList();
    }
}
