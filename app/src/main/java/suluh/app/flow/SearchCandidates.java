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
import suluh.app.store.SearchColumn;
import suluh.app.store.SearchField;
import suluh.app.store.SearchStore;
import suluh.core.search.SearchQuery;
import suluh.core.search.SearchQuery.Unit;

/**
 * Numbers of the messages that have every term of a query and meet its filters, and what they may be narrowed by.
 *
 * <p>Memory: a bit for each message of the case, the lists of one term at a time, and the columns that the store keeps.
 */
final class SearchCandidates {
    private static final int MAX_FACETS = 60;

    private final SearchStore store;
    private final int caseId;
    private final int last;
    private final BitSet numbers = new BitSet();
    private final Map<String, List<Facet>> facets = new LinkedHashMap<>();

    private SearchCandidates(SearchStore store, int caseId) {
        this.store = store;
        this.caseId = caseId;
        this.last = store.lastMessage(caseId);
    }

    static SearchCandidates of(SearchStore store, int caseId, SearchAsked asked, SearchQuery query) {
        SearchCandidates candidates = new SearchCandidates(store, caseId);
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
            store.addAll(numbers);
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
        if (!asked.language().isEmpty()) {
            only(SearchField.LANGUAGE, asked.language()::equals);
        }
        if (asked.sender() > 0) {
            BitSet meet = new BitSet();
            store.addTo(meet, SearchField.SENDER, String.valueOf(asked.sender()));
            numbers.and(meet);
        }
    }

    private void only(SearchField field, Predicate<String> wanted) {
        if (!numbers.isEmpty()) {
            store.column(caseId, field, last).keep(numbers, wanted);
        }
    }

    private void count() {
        if (numbers.isEmpty()) {
            return;
        }
        Map<String, Integer> platforms = new TreeMap<>();
        Map<String, Integer> months = new TreeMap<>();
        counts(SearchField.MONTH).forEach((term, hits) -> {
            int space = term.indexOf(' ');
            platforms.merge(term.substring(space + 1), hits, Integer::sum);
            months.merge(term.substring(0, space), hits, Integer::sum);
        });
        facets.put("platform", byHits(platforms));
        facets.put("kind", byHits(counts(SearchField.KIND)));
        facets.put("letters", byHits(counts(SearchField.LETTERS)));
        facets.put("lang", byHits(counts(SearchField.LANGUAGE)));
        facets.put("month", inOrder(months));
    }

    private Map<String, Integer> counts(SearchField field) {
        SearchColumn column = store.column(caseId, field, last);
        int[] hits = column.count(numbers);
        Map<String, Integer> counts = new TreeMap<>();
        for (int i = 0; i < hits.length; i++) {
            counts.put(column.terms().get(i), hits[i]);
        }
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
