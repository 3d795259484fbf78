package suluh.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import suluh.app.flow.AssessMessages;
import suluh.app.flow.EvaluateAssessments;
import suluh.core.conversation.AssessedMessage;
import suluh.core.conversation.Assessment;
import suluh.core.conversation.ConversationAssessor;
import suluh.core.conversation.CueMatcher;
import suluh.core.conversation.CueWeights;
import suluh.core.conversation.Lexicon;
import suluh.core.kernel.EvidenceId;
import suluh.core.kernel.Sha256Digest;
import suluh.core.observation.SourcePointer;
import suluh.exports.script.ScriptBook;

/**
 * Triage of labelled JSON Lines from the disk to assessments, as {@code suluh assess} does it: reading and matching in two
 * threads; and the heap that stays in use when one conversation is ten times as long.
 */
final class TriageBench {
    private static final int COPIES = 40;
    private static final int ROUNDS = 5;
    private static final long MIN_RATE = 200_000;
    private static final int GROWTH = 10;
    private static final int LINES_OF_A_CONVERSATION = 400_000;
    /** What the collector leaves behind differs by about as much from run to run. */
    private static final long MAX_GROWTH_BYTES = 4 << 20;

    private static final EvidenceId ITEM = EvidenceId.of(Sha256Digest.of(new byte[0]), "bench");

    List<Measurement> run() throws IOException {
        Path file = Files.createTempFile("suluh-bench-triage", ".jsonl");
        try {
            try (PrintStream out = new PrintStream(Files.newOutputStream(file), false, StandardCharsets.UTF_8)) {
                new EvaluateAssessments(Lexicon.standard(), null)
                        .writeSynthetic(ScriptBook.Part.HELD_OUT, COPIES, 1, out);
            }
            double seconds = Double.MAX_VALUE;
            double processorSeconds = Double.MAX_VALUE;
            long messages = 0;
            for (int round = 0; round < ROUNDS; round++) {
                long start = System.nanoTime();
                Duration before = processor();
                messages = 0;
                for (Assessment assessment : assessed(file).values()) {
                    messages += assessment.messages();
                }
                seconds = Math.min(seconds, (System.nanoTime() - start) / 1e9);
                processorSeconds =
                        Math.min(processorSeconds, processor().minus(before).toNanos() / 1e9);
            }
            long rate = Math.round(messages / seconds);
            long few = heapAfter(LINES_OF_A_CONVERSATION / GROWTH);
            long many = heapAfter(LINES_OF_A_CONVERSATION);
            return List.of(
                    new Measurement(
                            "assess: JSON Lines to assessments",
                            seconds,
                            String.format(
                                    Locale.ROOT,
                                    "%,d messages, %,d messages/s, %.0f MB/s, %,d messages for each second of a core",
                                    messages,
                                    rate,
                                    Files.size(file) / 1e6 / seconds,
                                    Math.round(messages / processorSeconds)),
                            "200,000 messages/s",
                            rate >= MIN_RATE),
                    new Measurement(
                            "heap of a conversation ten times as long",
                            0,
                            String.format(Locale.ROOT, "%,d bytes more", Math.max(0, many - few)),
                            "4 MiB",
                            many - few <= MAX_GROWTH_BYTES));
        } finally {
            Files.delete(file);
        }
    }

    /** Time that all threads of this program had a core. */
    private static Duration processor() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    }

    private static SequencedMap<String, Assessment> assessed(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            return new AssessMessages(Lexicon.standard()).run(in, ITEM);
        }
    }

    /** Heap in use after so many messages of one conversation, while its assessor is still at work. */
    private static long heapAfter(int lines) {
        CueMatcher.Reader reader = CueMatcher.standard().reader();
        ConversationAssessor assessor = new ConversationAssessor(CueWeights.standard());
        SourcePointer source = new SourcePointer(ITEM, "", 0, 1);
        for (int i = 0; i < lines; i++) {
            String text = i % 50 == 0 ? "this is our secret ok " + i : "dah makan belum " + i;
            assessor.accept(new AssessedMessage(i % 2 == 0 ? "a" : "b", null, text, null, source), reader.read(text));
        }
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        long used = runtime.totalMemory() - runtime.freeMemory();
        if (assessor.finish().messages() != lines) {
            throw new IllegalStateException("not every message was assessed");
        }
        return used;
    }
}
