package suluh.app.flow;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import suluh.core.conversation.AssessedMessage;
import suluh.core.conversation.Assessment;
import suluh.core.conversation.ConversationAssessor;
import suluh.core.conversation.CueMatcher;
import suluh.core.conversation.CueWeights;
import suluh.core.conversation.Lexicon;
import suluh.core.conversation.MessageCues;
import suluh.core.kernel.EvidenceId;
import suluh.core.observation.AccountRef;
import suluh.core.observation.Observation;
import suluh.core.observation.ZoneKnowledge;
import suluh.exports.jsonl.ConversationLabel;
import suluh.exports.jsonl.MessageJsonLines;

/**
 * Assesses a stream of messages in JSON Lines, in the order of the lines.
 *
 * <p>One thread reads, {@value #MATCHERS} look for cues batch by batch, and the caller's adds them up in the order of
 * reading: the same lines give the same assessments, whatever the threads do. Knows only what the lines say: no shared
 * groups, no other conversations of an account, no reactions. Memory grows with the number of conversations, not with
 * their messages.
 */
public final class AssessMessages {
    private static final int BATCH = 1_024;
    /** Cores are few where this runs; more matchers than reading can feed would wait. */
    private static final int MATCHERS = 2;
    /** Batches on their way: enough that nobody waits, a few megabytes at most. */
    private static final int WAITING_BATCHES = 8;

    /** Messages with what each shows; without messages it says that nothing follows. */
    private record Batch(List<Observation.Message> messages, List<MessageCues> shown) {}

    private final CueMatcher matcher;
    private final CueWeights weights = CueWeights.standard();
    private final Map<String, ConversationAssessor> assessors = new LinkedHashMap<>();
    private final SequencedMap<String, ConversationLabel> labels = new LinkedHashMap<>();

    public AssessMessages(Lexicon lexicon) {
        this.matcher = new CueMatcher(lexicon);
    }

    /**
     * Reads and assesses all lines; call once.
     *
     * @throws suluh.exports.jsonl.JsonLinesException at the first line that is no observation
     */
    public SequencedMap<String, Assessment> run(InputStream in, EvidenceId item) throws IOException {
        BlockingQueue<Future<Batch>> queue = new ArrayBlockingQueue<>(WAITING_BATCHES);
        ExecutorService threads = Executors.newFixedThreadPool(1 + MATCHERS);
        try {
            Future<Long> reading = threads.submit(() -> read(in, item, threads, queue));
            for (Batch batch = queue.take().get();
                    !batch.messages().isEmpty();
                    batch = queue.take().get()) {
                assess(batch);
            }
            reading.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while assessing", e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException failed -> throw failed;
                case RuntimeException bad -> throw bad;
                case null, default -> throw new IllegalStateException("assessing failed", e);
            }
        } finally {
            threads.shutdownNow();
        }
        SequencedMap<String, Assessment> assessments = new LinkedHashMap<>();
        assessors.forEach((conversation, assessor) -> assessments.put(conversation, assessor.finish()));
        return assessments;
    }

    /** Labels that the lines carried, by conversation. */
    public SequencedMap<String, ConversationLabel> labels() {
        return labels;
    }

    private long read(InputStream in, EvidenceId item, ExecutorService threads, BlockingQueue<Future<Batch>> queue)
            throws IOException, InterruptedException {
        Batches batches = new Batches(threads, queue);
        try {
            return MessageJsonLines.read(in, item, batches::add, label -> labels.put(label.conversation(), label));
        } finally {
            batches.close();
        }
    }

    /** Gathers messages and hands them on. */
    private final class Batches {
        private final ExecutorService threads;
        private final BlockingQueue<Future<Batch>> queue;
        private List<Observation.Message> batch = new ArrayList<>(BATCH);

        private Batches(ExecutorService threads, BlockingQueue<Future<Batch>> queue) {
            this.threads = threads;
            this.queue = queue;
        }

        private void add(Observation.Message message) {
            batch.add(message);
            if (batch.size() == BATCH) {
                put();
            }
        }

        private void close() {
            if (!batch.isEmpty()) {
                put();
            }
            put();
        }

        private void put() {
            List<Observation.Message> full = batch;
            batch = new ArrayList<>(BATCH);
            try {
                queue.put(threads.submit(() -> matched(full)));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while reading", e);
            }
        }
    }

    private Batch matched(List<Observation.Message> messages) {
        CueMatcher.Reader reader = matcher.reader();
        List<MessageCues> shown = new ArrayList<>(messages.size());
        for (Observation.Message message : messages) {
            shown.add(message.sender() == null ? MessageCues.NOTHING : reader.read(message.text()));
        }
        return new Batch(messages, shown);
    }

    private void assess(Batch batch) {
        for (int i = 0; i < batch.messages().size(); i++) {
            Observation.Message message = batch.messages().get(i);
            AccountRef sender = message.sender();
            ConversationAssessor assessor = assessors.computeIfAbsent(
                    message.conversation().id(), ignored -> new ConversationAssessor(weights));
            if (sender == null) {
                assessor.passOver();
            } else {
                // A Unix time says nothing of the hour where the writer was.
                boolean hourIsKnown = message.sentAt().zone() != ZoneKnowledge.UNIX;
                AssessedMessage assessed = new AssessedMessage(
                        sender.key(),
                        hourIsKnown ? message.sentAt().local() : null,
                        message.text(),
                        message.id(),
                        message.source());
                assessor.accept(assessed, batch.shown().get(i));
            }
        }
    }
}
