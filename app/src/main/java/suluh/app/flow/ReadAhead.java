package suluh.app.flow;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import suluh.core.observation.FileReading;
import suluh.core.observation.Observation;
import suluh.core.observation.ObservationSink;
import suluh.exports.ExportFile;
import suluh.exports.Exports;
import suluh.exports.ReadingContext;

/**
 * Reads two items at a time, and ahead of who takes their observations.
 *
 * <p>What comes out is what one reader after the other would give: items in their order, and each item's observations in
 * theirs, all on the thread of the caller. Memory: at most {@value #MAX_BATCHES} batches of {@value #BATCH} observations
 * for each of the two items that are open.
 */
final class ReadAhead {
    /** The machine this is made for has two cores. */
    private static final int READERS = 2;
    /** Enough that handing over costs little beside reading. */
    private static final int BATCH = 512;

    private static final int MAX_BATCHES = 8;

    private final ReadingContext context;

    ReadAhead(ReadingContext context) {
        this.context = context;
    }

    /**
     * Reads these items.
     *
     * @param read called after each item, when all of its observations were passed on
     * @throws IOException when the stream of an item fails; observations of items before it were passed on
     */
    void run(
            List<? extends ExportFile> items,
            ObservationSink sink,
            Consumer<FileReading> readings,
            Consumer<ExportFile> read)
            throws IOException {
        ExecutorService readers = Executors.newFixedThreadPool(
                READERS, Thread.ofPlatform().daemon().name("reader-", 0).factory());
        try {
            Iterator<? extends ExportFile> waiting = items.iterator();
            Deque<Started> open = new ArrayDeque<>();
            while (waiting.hasNext() || !open.isEmpty()) {
                while (waiting.hasNext() && open.size() < READERS) {
                    Reading reading = new Reading(waiting.next(), context);
                    open.add(new Started(reading, readers.submit(reading)));
                }
                Started first = open.remove();
                first.reading().passOn(sink);
                result(first).forEach(readings);
                read.accept(first.reading().item);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the reading was stopped", e);
        } finally {
            readers.shutdownNow();
        }
    }

    private static List<FileReading> result(Started started) throws IOException, InterruptedException {
        try {
            return started.result().get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException failure ->
                    throw new IOException(
                            "item " + started.reading().item.item() + ": " + failure.getMessage(), failure);
                case RuntimeException bug -> throw bug;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }

    private record Started(Reading reading, Future<List<FileReading>> result) {}

    /** Some observations in their order; the last batch of an item says so. */
    private record Batch(List<Observation> observations, boolean last) {}

    /** One item, read on one thread and passed on by another. */
    private static final class Reading implements Callable<List<FileReading>> {
        private final ExportFile item;
        private final ReadingContext context;
        private final BlockingQueue<Batch> batches = new ArrayBlockingQueue<>(MAX_BATCHES);
        private List<Observation> gathered = new ArrayList<>(BATCH);

        Reading(ExportFile item, ReadingContext context) {
            this.item = item;
            this.context = context;
        }

        @Override
        public List<FileReading> call() throws IOException {
            List<FileReading> readings = new ArrayList<>();
            try {
                Exports.readAll(item, context, this::gather, readings::add);
            } finally {
                hand(new Batch(gathered, true));
            }
            return readings;
        }

        private void gather(Observation observation) {
            gathered.add(observation);
            if (gathered.size() == BATCH) {
                hand(new Batch(gathered, false));
                gathered = new ArrayList<>(BATCH);
            }
        }

        private void hand(Batch batch) {
            try {
                batches.put(batch);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("nobody takes the observations any more");
            }
        }

        void passOn(ObservationSink sink) throws InterruptedException {
            boolean last = false;
            while (!last) {
                Batch batch = batches.take();
                batch.observations().forEach(sink::accept);
                last = batch.last();
            }
        }
    }
}
