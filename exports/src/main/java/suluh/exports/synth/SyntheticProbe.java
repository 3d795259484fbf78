package suluh.exports.synth;

import java.io.IOException;
import java.util.List;

/**
 * Writes a synthetic probe: exports of invented people in the real formats of platforms, and {@code truth.json}.
 *
 * <p>The same seed, noise and number of messages give the same bytes, on any machine with the same zip library. Cost: time in
 * proportion to the messages; memory for the 6,100 members and a small plan of each conversation, never for messages.
 * The format of the truth is described in {@code docs/formats/synthetic-probe.md}.
 */
public final class SyntheticProbe {
    /** Fewest messages in which every kind of conversation still has room. */
    public static final long MIN_MESSAGES = 200;
    /** Most messages; beyond, the plan itself would no longer be small. */
    public static final long MAX_MESSAGES = 100_000_000;

    /**
     * What was written.
     *
     * @param files files in the output, truth.json included, a zip being one
     * @param messages exactly the number asked for
     * @param conversations different conversations
     */
    public record Written(int files, long messages, long conversations) {}

    private SyntheticProbe() {}

    /** Writes a probe without noise; see {@link #write(long, long, Noise, OutputFolder)}. */
    public static Written write(long seed, long messages, OutputFolder out) throws IOException {
        return write(seed, messages, Noise.NONE, out);
    }

    /**
     * Writes a probe.
     *
     * @param seed any number; another seed gives other people, times and talk
     * @param messages messages to write over all exports, {@value #MIN_MESSAGES} to {@value #MAX_MESSAGES}; a message
     *     that two exports hold counts twice
     * @param noise how hard the accounts of people outside the group are to tell apart; these people write no message
     * @param out where the files go
     * @throws IOException when {@code out} cannot be written to
     * @throws IllegalArgumentException when {@code messages} is out of range
     */
    public static Written write(long seed, long messages, Noise noise, OutputFolder out) throws IOException {
        if (messages < MIN_MESSAGES || messages > MAX_MESSAGES) {
            throw new IllegalArgumentException(
                    "a synthetic probe has " + MIN_MESSAGES + " to " + MAX_MESSAGES + " messages, not " + messages);
        }
        ProbePlan plan = new Planner(seed, noise).plan(messages);
        Narrator narrator = new Narrator(new Phrasebook(), strangers(plan.cast()));
        Tally tally = new Tally();
        FacebookWriter facebook =
                new FacebookWriter(narrator, plan.group(), plan.cast().outsiders(), tally);
        TelegramWriter telegram = new TelegramWriter(narrator, plan.cast().outsiders(), out, tally);
        WhatsappWriter whatsapp = new WhatsappWriter(narrator, out, tally);
        for (Export export : plan.exports()) {
            switch (export) {
                case Export.FacebookAccount account -> facebook.write(account, out);
                case Export.TelegramAccount account -> telegram.write(account);
                case Export.TelegramChat chat -> telegram.write(chat);
                case Export.WhatsappChat chat -> whatsapp.write(chat);
            }
        }
        tally.fileWritten();
        new TruthWriter(plan, narrator, tally).write(seed, noise, out);
        return new Written(tally.fileCount(), tally.messages(), plan.conversationCount());
    }

    /** Those whose numbers other people mention. */
    private static List<Persona> strangers(Cast cast) {
        return List.of(cast.of("admin-1"), cast.of("admin-2"), cast.of("recruiter-2"), cast.of("seller-2"));
    }
}
