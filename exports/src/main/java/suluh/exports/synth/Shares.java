package suluh.exports.synth;

/**
 * How the messages of a probe are shared out; the parts add up to the total exactly.
 *
 * @param staged conversations with cues
 * @param stagedLength most messages in one of them
 * @param innocentLength most messages in one hard negative
 * @param groupThread thread of the group, as its creator exported it
 * @param groupExcerpt newest part of that thread in each of two other exports
 * @param posts posts in the group by owners of exports
 * @param directMessenger ordinary threads of two people
 * @param telegramAccounts whole Telegram accounts
 * @param telegramGroups single exports of Telegram groups
 * @param whatsapp side chats
 */
record Shares(
        int staged,
        int stagedLength,
        int innocentLength,
        int groupThread,
        int groupExcerpt,
        int posts,
        int directMessenger,
        int telegramAccounts,
        int telegramGroups,
        int whatsapp) {
    /** Hard negatives: five kinds in two languages. */
    static final int INNOCENT = 10;

    /** Below this number, six actors times two conversations; from it, times four. */
    private static final long SMALL_PROBE = 2_000;

    private static final int MAX_STAGED_LENGTH = 120;
    private static final int MAX_INNOCENT_LENGTH = 60;

    /** Shares out {@code messages}; what the marked conversations leave unused is added by {@link #withRest}. */
    static Shares of(long messages) {
        int staged = messages < SMALL_PROBE ? 12 : 24;
        int stagedLength = (int) Math.min(MAX_STAGED_LENGTH, messages * 3 / 10 / staged);
        int innocentLength = (int) Math.min(MAX_INNOCENT_LENGTH, messages / 10 / INNOCENT);
        return new Shares(staged, stagedLength, innocentLength, 0, 0, 0, 0, 0, 0, 0);
    }

    /** The same with {@code rest} messages shared out over everything that is not marked. */
    Shares withRest(long rest) {
        int groupThread = perMille(rest, 160);
        int groupExcerpt = perMille(rest, 20);
        int posts = Math.max(1, perMille(rest, 20));
        int directMessenger = perMille(rest, 180);
        int telegramAccounts = perMille(rest, 340);
        int whatsapp = perMille(rest, 80);
        long telegramGroups =
                rest - groupThread - 2L * groupExcerpt - posts - directMessenger - telegramAccounts - whatsapp;
        return new Shares(
                staged,
                stagedLength,
                innocentLength,
                groupThread,
                groupExcerpt,
                posts,
                directMessenger,
                telegramAccounts,
                Math.toIntExact(telegramGroups),
                whatsapp);
    }

    /** Splits {@code total} into {@code parts} uneven counts that add up to it. */
    static int[] split(int total, int parts, long seed) {
        long[] cumulated = new long[parts + 1];
        for (int i = 0; i < parts; i++) {
            cumulated[i + 1] = cumulated[i] + 50 + Draw.below(Draw.at(seed, i), 100);
        }
        int[] counts = new int[parts];
        for (int i = 0; i < parts; i++) {
            counts[i] = (int) (total * cumulated[i + 1] / cumulated[parts] - total * cumulated[i] / cumulated[parts]);
        }
        return counts;
    }

    private static int perMille(long total, int share) {
        return Math.toIntExact(total * share / 1000);
    }
}
