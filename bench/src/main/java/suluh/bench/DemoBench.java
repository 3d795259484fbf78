package suluh.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** From the command to a page that can be opened: the first start loads the synthetic probe, the second finds it. */
final class DemoBench {
    private static final double MAX_FIRST_SECONDS = 60;
    private static final double MAX_LATER_SECONDS = 10;
    private static final String READY = "http://127.0.0.1:";

    List<Measurement> run() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("suluh-bench-demo");
        try {
            List<String> demo =
                    List.of(Child.launcher().toString(), "demo", "--port", "0", "--data", folder.toString());
            double first = Child.secondsUntil(demo, READY);
            double later = Child.secondsUntil(demo, READY);
            return List.of(
                    new Measurement("demo, first start", first, "", "60 s", first <= MAX_FIRST_SECONDS),
                    new Measurement("demo, second start", later, "", "10 s", later <= MAX_LATER_SECONDS));
        } finally {
            Child.deleteTree(folder);
        }
    }
}
