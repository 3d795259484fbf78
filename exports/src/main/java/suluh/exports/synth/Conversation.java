package suluh.exports.synth;

import java.util.List;
import java.util.Locale;

/**
 * Plan of one conversation; its messages are made from it one by one, in any order.
 *
 * @param venue service it takes place on
 * @param shape two people, a group, or a channel
 * @param thread name of its folder or file, unique within its export
 * @param chatId number on Telegram, else 0
 * @param title shown name
 * @param crowd who takes part
 * @param language of its templates
 * @param seed source of everything in it
 * @param startMillis earliest possible message, milliseconds since 1970
 * @param spanMillis length of time covered
 * @param count messages
 * @param script what it is about
 */
record Conversation(
        Venue venue,
        Shape shape,
        String thread,
        long chatId,
        String title,
        Crowd crowd,
        Language language,
        long seed,
        long startMillis,
        long spanMillis,
        int count,
        Script script) {
    /** Service. */
    enum Venue {
        MESSENGER,
        TELEGRAM,
        WHATSAPP;

        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Who hears what is said. */
    enum Shape {
        DIRECT,
        GROUP,
        CHANNEL
    }

    /** Language of templates. */
    enum Language {
        MS,
        EN,
        MIX;

        private static final List<Language> IN_TURN = List.of(MS, EN, MIX);

        /** Malay, English and mixed in turn. */
        static Language inTurn(int number) {
            return IN_TURN.get(Math.floorMod(number, IN_TURN.size()));
        }

        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Who may speak.
     *
     * @param core leading accounts, at least one; in a direct conversation the two people
     * @param corePermille share of messages by the core, in a thousand
     * @param pool everybody else; empty when the core is all
     */
    record Crowd(List<Persona> core, int corePermille, List<Persona> pool) {
        Persona speaker(long bits) {
            boolean fromCore = pool.isEmpty() || Draw.below(Draw.at(bits, 0), 1000) < corePermille;
            return fromCore ? leading(bits) : ordinary(bits);
        }

        Persona leading(long bits) {
            return core.get(Draw.below(Draw.at(bits, 1), core.size()));
        }

        Persona ordinary(long bits) {
            List<Persona> from = pool.isEmpty() ? core : pool;
            return from.get(Draw.below(Draw.at(bits, 2), from.size()));
        }
    }

    /**
     * Neighbouring messages of a conversation, as one export holds them.
     *
     * @param from first message, from 0
     * @param to one after the last
     */
    record Excerpt(Conversation conversation, int from, int to) {
        static Excerpt whole(Conversation conversation) {
            return new Excerpt(conversation, 0, conversation.count());
        }

        /** The newest {@code count} messages, or all when there are fewer. */
        static Excerpt newest(Conversation conversation, int count) {
            return new Excerpt(conversation, Math.max(0, conversation.count() - count), conversation.count());
        }

        int count() {
            return to - from;
        }
    }

    /** Time of a message; ascending with {@code index}, in waking hours, the first on the day that the span begins. */
    long timeMillis(int index) {
        long step = spanMillis / count;
        long jitter = index == 0 ? 0 : Math.unsignedMultiplyHigh(Draw.at(~seed, index), step);
        return LocalClock.wakingHours(startMillis + step * index + jitter);
    }

    /** The same within a part of its time, from and until in thousandths of it. */
    Conversation during(int fromPermille, int untilPermille) {
        return new Conversation(
                venue,
                shape,
                thread,
                chatId,
                title,
                crowd,
                language,
                seed,
                startMillis + spanMillis / 1000 * fromPermille,
                spanMillis / 1000 * (untilPermille - fromPermille),
                count,
                script);
    }

    /** The other of two people. */
    Persona peerOf(Persona owner) {
        return crowd.core().get(0).equals(owner)
                ? crowd.core().get(1)
                : crowd.core().get(0);
    }
}
