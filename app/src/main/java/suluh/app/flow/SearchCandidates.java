package suluh.app.flow;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import suluh.app.flow.SearchCase.Facet;
import suluh.app.store.SearchField;
import suluh.app.store.SearchStore;
import suluh.core.search.Postings;
import suluh.core.search.SearchQuery;
import suluh.core.search.SearchQuery.Unit;

/**
 * Numbers of the messages that have every term of a query and meet its filters, and what they may be narrowed by.
 *
 * <p>Memory: a bit for each message of the case, and the lists of one term at a time.
 */
final class SearchCandidates {
    private static final int MAX_FACETS = 60;

    private final SearchStore store;
    private final BitSet numbers;
    private final Map<String, List<Facet>> facets = new LinkedHashMap<>();

    private SearchCandidates(SearchStore store, BitSet numbers) {
        this.store = store;
        this.numbers = numbers;
    }

    static SearchCandidates of(SearchStore store, SearchAsked asked, SearchQuery query) {
        SearchCandidates candidates = new SearchCandidates(store, new BitSet());
        candidates.find(query);
        candidates.narrow(asked);
        candidates.count();
        return candidates;
    }

    BitSet numbers() {
        return numbers;
    }

    /** By name of the filter; empty where nothing was found. */
    Map<String, List<Facet>> facets() {
        return facets;
    }

    private void find(SearchQuery query) {
        boolean isFirst = true;
        for (Unit unit : query.units()) {
            if (!unit.isExcluded()) {
                keep(numbers, of(unit), isFirst);
                isFirst = false;
            }
        }
        if (isFirst) {
            addLists(numbers, SearchField.KIND, term -> true);
        }
        query.units().stream()
                .filter(unit -> unit.isExcluded() && unit.isCertain())
                .forEach(unit -> numbers.andNot(of(unit)));
    }

    private static void keep(BitSet kept, BitSet more, boolean isFirst) {
        if (isFirst) {
            kept.or(more);
        } else {
            kept.and(more);
        }
    }

    private BitSet of(Unit unit) {
        BitSet all = new BitSet();
        boolean isFirst = true;
        for (String term : unit.look()) {
            BitSet one = new BitSet();
            if (unit.isPrefix() && term.equals(unit.look().getLast())) {
                store.addPrefix(one, SearchField.WORD, term);
            } else {
                store.addTo(one, SearchField.WORD, term);
            }
            keep(all, one, isFirst);
            isFirst = false;
        }
        return all;
    }

    private void narrow(SearchAsked asked) {
        if (!asked.platform().isEmpty()) {
            only(SearchField.MONTH, term -> term.endsWith(" " + asked.platform()));
        }
        if (!asked.month().isEmpty()) {
            only(SearchField.MONTH, term -> term.startsWith(asked.month() + " "));
        }
        if (!asked.day().isEmpty()) {
            BitSet meet = new BitSet();
            store.addPrefix(meet, SearchField.DAY, asked.day() + " ");
            numbers.and(meet);
        }
        if (!asked.kind().isEmpty()) {
            only(SearchField.KIND, asked.kind()::equals);
        }
        if (!asked.letters().isEmpty()) {
            only(SearchField.LETTERS, asked.letters()::equals);
        }
        if (asked.sender() > 0) {
            BitSet meet = new BitSet();
            store.addTo(meet, SearchField.SENDER, String.valueOf(asked.sender()));
            numbers.and(meet);
        }
    }

    private void only(SearchField field, Predicate<String> wanted) {
        if (!numbers.isEmpty()) {
            BitSet meet = new BitSet();
            addLists(meet, field, wanted);
            numbers.and(meet);
        }
    }

    private void addLists(BitSet into, SearchField field, Predicate<String> wanted) {
        store.forEachList(field, (term, list) -> {
            if (wanted.test(term)) {
                Postings.addTo(into, list);
            }
        });
    }

    private void count() {
        if (numbers.isEmpty()) {
            return;
        }
        Map<String, Integer> platforms = new TreeMap<>();
        Map<String, Integer> months = new TreeMap<>();
        store.forEachList(SearchField.MONTH, (term, list) -> {
            int hits = Postings.countIn(numbers, list);
            int space = term.indexOf(' ');
            platforms.merge(term.substring(space + 1), hits, Integer::sum);
            months.merge(term.substring(0, space), hits, Integer::sum);
        });
        facets.put("platform", byHits(platforms));
        facets.put("kind", byHits(counts(SearchField.KIND)));
        facets.put("letters", byHits(counts(SearchField.LETTERS)));
        facets.put("month", inOrder(months));
    }

    private Map<String, Integer> counts(SearchField field) {
        Map<String, Integer> counts = new TreeMap<>();
        store.forEachList(field, (term, list) -> counts.merge(term, Postings.countIn(numbers, list), Integer::sum));
        return counts;
    }

    private static List<Facet> inOrder(Map<String, Integer> counts) {
        List<Facet> facets = new ArrayList<>();
        counts.forEach((value, hits) -> {
            if (hits > 0) {
                facets.add(new Facet(value, hits));
            }
        });
        return facets.size() <= MAX_FACETS ? facets : facets.subList(facets.size() - MAX_FACETS, facets.size());
    }

    private static List<Facet> byHits(Map<String, Integer> counts) {
        return inOrder(counts).stream()
                .sorted(Comparator.comparingInt(Facet::hits).reversed().thenComparing(Facet::value))
                .toList();
    }
}
