package suluh.app.flow;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import suluh.core.conversation.AssessedMessage;
import suluh.core.conversation.Assessment;
import suluh.core.conversation.ConversationAssessor;
import suluh.core.conversation.CueMatcher;
import suluh.core.conversation.CueWeights;
import suluh.core.conversation.Lexicon;
import suluh.core.kernel.EvidenceId;
import suluh.core.observation.AccountRef;
import suluh.core.observation.Observation;
import suluh.core.observation.ZoneKnowledge;
import suluh.exports.jsonl.ConversationLabel;
import suluh.exports.jsonl.MessageJsonLines;

/**
 * Assesses a stream of messages in JSON Lines: one thread reads, another assesses, in the order of the lines.
 *
 * <p>Knows only what the lines say: no shared groups, no other conversations of an account, no reactions. Memory grows
 * with the number of conversations, not with their messages. The same lines give the same assessments.
 */
public final class AssessMessages {
    private static final int BATCH = 1_024;
    /** Batches between the two threads: enough that neither waits, a few megabytes at most. */
    private static final int WAITING_BATCHES = 8;

    /** An empty batch says that nothing follows. */
    private static final List<Observation.Message> END = List.of();

    private final CueMatcher.Reader reader;
    private final CueWeights weights = CueWeights.standard();
    private final Map<String, ConversationAssessor> assessors = new LinkedHashMap<>();
    private final SequencedMap<String, ConversationLabel> labels = new LinkedHashMap<>();

    public AssessMessages(Lexicon lexicon) {
        this.reader = new CueMatcher(lexicon).reader();
    }

    /**
     * Reads and assesses all lines; call once.
     *
     * @throws suluh.exports.jsonl.JsonLinesException at the first line that is no observation
     */
    public SequencedMap<String, Assessment> run(InputStream in, EvidenceId item) throws IOException {
        BlockingQueue<List<Observation.Message>> queue = new ArrayBlockingQueue<>(WAITING_BATCHES);
        CompletableFuture<Long> reading = CompletableFuture.supplyAsync(() -> read(in, item, queue));
        try {
            for (List<Observation.Message> batch = queue.take(); !batch.isEmpty(); batch = queue.take()) {
                assess(batch);
            }
            reading.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while assessing", e);
        } catch (CompletionException e) {
            if (e.getCause() instanceof UncheckedIOException failed) {
                throw failed.getCause();
            }
            if (e.getCause() instanceof RuntimeException bad) {
                throw bad;
            }
            throw e;
        }
        SequencedMap<String, Assessment> assessments = new LinkedHashMap<>();
        assessors.forEach((conversation, assessor) -> assessments.put(conversation, assessor.finish()));
        return assessments;
    }

    /** Labels that the lines carried, by conversation. */
    public SequencedMap<String, ConversationLabel> labels() {
        return labels;
    }

    private long read(InputStream in, EvidenceId item, BlockingQueue<List<Observation.Message>> queue) {
        List<Observation.Message> batch = new ArrayList<>(BATCH);
        Batches batches = new Batches(queue, batch);
        try {
            return MessageJsonLines.read(in, item, batches::add, label -> labels.put(label.conversation(), label));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            batches.close();
        }
    }

    /** Gathers messages and hands them on. */
    private static final class Batches {
        private final BlockingQueue<List<Observation.Message>> queue;
        private List<Observation.Message> batch;

        private Batches(BlockingQueue<List<Observation.Message>> queue, List<Observation.Message> batch) {
            this.queue = queue;
            this.batch = batch;
        }

        private void add(Observation.Message message) {
            batch.add(message);
            if (batch.size() == BATCH) {
                put(batch);
                batch = new ArrayList<>(BATCH);
            }
        }

        private void close() {
            if (!batch.isEmpty()) {
                put(batch);
            }
            put(END);
        }

        private void put(List<Observation.Message> full) {
            try {
                queue.put(full);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while reading", e);
            }
        }
    }

    private void assess(List<Observation.Message> batch) {
        for (Observation.Message message : batch) {
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
                assessor.accept(assessed, reader.read(message.text()));
            }
        }
    }
}
