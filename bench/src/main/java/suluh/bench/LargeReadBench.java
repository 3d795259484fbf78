package suluh.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A thread of 10 GiB read in a heap of 64 MiB: memory does not grow with the input. Needs as much room on disk. */
final class LargeReadBench {
    private static final long LEAST_BYTES = 10L << 30;
    /** More than 10 GiB at 150 bytes and more a message. */
    private static final long MESSAGES = 72_000_000;

    List<Measurement> run() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("suluh-bench-large");
        try {
            Path thread = folder.resolve("message_1.json");
            MadeChat.thread(thread, MESSAGES);
            if (Files.size(thread) < LEAST_BYTES) {
                throw new IllegalStateException("the thread is smaller than 10 GiB: " + Files.size(thread));
            }
            return List.of(ReadBench.inASmallHeap(thread));
        } finally {
            Child.deleteTree(folder);
        }
    }
}
