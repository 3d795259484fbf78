package suluh.app.flow;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import suluh.app.store.SearchStore;
import suluh.app.store.SearchStore.FoundMessage;

/**
 * One part of what was found.
 *
 * @param messages in the order of their numbers
 * @param next number to go on after, or 0 at the end
 */
record SearchPage(List<FoundMessage> messages, int next) {
    /** Most messages looked at for one part; where phrases are rare, a part may be short and go on. */
    static final int MAX_LOOKED_AT = 3_000;

    private static final int STEP = 300;

    /** The part that follows {@code after}; with {@code isCertain} no candidate is looked at twice. */
    static SearchPage of(
            SearchStore store,
            int caseId,
            BitSet candidates,
            int after,
            Predicate<FoundMessage> matches,
            boolean isCertain) {
        List<FoundMessage> found = new ArrayList<>();
        int at = after;
        int lookedAt = 0;
        while (lookedAt < MAX_LOOKED_AT) {
            List<Integer> numbers = following(candidates, at, isCertain ? SearchCase.PAGE_HITS + 1 : STEP);
            if (numbers.isEmpty()) {
                return new SearchPage(found, 0);
            }
            for (FoundMessage message : store.messages(caseId, numbers)) {
                if (isCertain || matches.test(message)) {
                    if (found.size() == SearchCase.PAGE_HITS) {
                        return new SearchPage(found, found.getLast().number());
                    }
                    found.add(message);
                }
            }
            at = numbers.getLast();
            lookedAt += numbers.size();
        }
        return new SearchPage(found, at);
    }

    private static List<Integer> following(BitSet candidates, int after, int most) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = candidates.nextSetBit(after + 1);
                i >= 0 && numbers.size() < most;
                i = candidates.nextSetBit(i + 1)) {
            numbers.add(i);
        }
        return numbers;
    }
}
