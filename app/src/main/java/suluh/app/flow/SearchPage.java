package suluh.app.flow;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import suluh.app.store.SearchStore;
import suluh.app.store.SearchStore.FoundMessage;
import suluh.app.store.SearchStore.NumberedText;

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

    /** The part that follows {@code after}; with {@code isCertain} no candidate's text is looked at. */
    static SearchPage of(
            SearchStore store, int caseId, BitSet candidates, int after, Predicate<String> matches, boolean isCertain) {
        List<Integer> found = new ArrayList<>();
        int at = after;
        int lookedAt = 0;
        while (lookedAt < MAX_LOOKED_AT) {
            List<Integer> numbers = following(candidates, at, isCertain ? SearchCase.PAGE_HITS + 1 : STEP);
            if (numbers.isEmpty()) {
                return new SearchPage(store.messages(caseId, found), 0);
            }
            for (int number : isCertain ? numbers : matching(store.texts(caseId, numbers), matches)) {
                if (found.size() == SearchCase.PAGE_HITS) {
                    return new SearchPage(store.messages(caseId, found), found.getLast());
                }
                found.add(number);
            }
            at = numbers.getLast();
            lookedAt += numbers.size();
        }
        return new SearchPage(store.messages(caseId, found), at);
    }

    private static List<Integer> matching(List<NumberedText> texts, Predicate<String> matches) {
        return texts.stream()
                .filter(one -> matches.test(one.text()))
                .map(NumberedText::number)
                .toList();
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
