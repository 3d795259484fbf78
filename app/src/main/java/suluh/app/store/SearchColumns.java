package suluh.app.store;

import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.RowCallbackHandler;
import suluh.core.search.Postings;

/**
 * Columns of the search index, made from its lists at the first search after a reading and kept while memory allows.
 *
 * <p>Made and asked for inside a transaction of the case only, whose policies decide what it may hold. A column of ten
 * million messages takes 20 MB.
 */
final class SearchColumns {
    private static final int FETCH_ROWS = 200;

    private record Key(int caseId, SearchField field) {}

    private final Map<Key, SoftReference<SearchColumn>> kept = new ConcurrentHashMap<>();
    private final Database database;

    SearchColumns(Database database) {
        this.database = database;
    }

    /** The column of this field over the messages to {@code last}. */
    SearchColumn column(int caseId, SearchField field, int last) {
        Key key = new Key(caseId, field);
        SoftReference<SearchColumn> reference = kept.get(key);
        SearchColumn known = reference == null ? null : reference.get();
        if (known != null && known.last() == last) {
            return known;
        }
        SearchColumn made = make(field, last);
        kept.put(key, new SoftReference<>(made));
        return made;
    }

    private SearchColumn make(SearchField field, int last) {
        char[] places = new char[last + 1];
        List<String> terms = new ArrayList<>();
        Map<String, Integer> placeOf = new HashMap<>();
        database.jdbc()
                .sql("SELECT term, postings FROM search_term WHERE field = ?")
                .withFetchSize(FETCH_ROWS)
                .param(field.column())
                .query((RowCallbackHandler) row -> {
                    int place = placeOf.computeIfAbsent(row.getString(1), term -> {
                        terms.add(term);
                        return terms.size();
                    });
                    if (place > SearchColumn.MAX_TERMS) {
                        throw new StoreException("More than " + SearchColumn.MAX_TERMS + " terms in field " + field);
                    }
                    Postings.forEachRun(
                            row.getBytes(2),
                            (start, end) -> Arrays.fill(
                                    places, Math.min(start, last + 1), Math.min(end, last) + 1, (char) place));
                });
        return new SearchColumn(terms, places);
    }
}
