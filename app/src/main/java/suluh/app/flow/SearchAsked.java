package suluh.app.flow;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a person asks the search of a case for; a text that is empty, or a number that is 0, narrows nothing.
 *
 * @param query words, {@code "phrases"}, {@code beginnings*}, {@code -words} that must not occur
 * @param platform wire name of the platform
 * @param kind wire name of the kind of message
 * @param month {@code 2024-10}, in UTC; {@code 0000} for messages without a time
 * @param day {@code 2024-10-03}, in UTC
 * @param letters wire name of the writing
 * @param language tag of the language; in an address {@code lang}, since {@code language} is that of the page
 * @param sender number of the account that wrote
 * @param after number of the message that the part before ended with
 */
public record SearchAsked(
        String query,
        String platform,
        String kind,
        String month,
        String day,
        String letters,
        String language,
        int sender,
        int after) {
    private static final int MAX_FILTER_CHARS = 40;

    public SearchAsked {
        query = query.strip();
        platform = filter(platform);
        kind = filter(kind);
        month = filter(month);
        day = filter(day);
        letters = filter(letters);
        language = filter(language);
        sender = Math.max(0, sender);
        after = Math.max(0, after);
    }

    private static String filter(String text) {
        String bare = text.strip();
        return bare.length() > MAX_FILTER_CHARS ? bare.substring(0, MAX_FILTER_CHARS) : bare;
    }

    /** A search for these words in the whole case. */
    public static SearchAsked words(String query) {
        return new SearchAsked(query, "", "", "", "", "", "", 0, 0);
    }

    /** True when nothing is asked for. */
    public boolean isEmpty() {
        return query.isEmpty() && filters().isEmpty();
    }

    /** Filters by name, those that narrow. */
    public Map<String, String> filters() {
        Map<String, String> filters = new LinkedHashMap<>();
        put(filters, "platform", platform);
        put(filters, "kind", kind);
        put(filters, "month", month);
        put(filters, "day", day);
        put(filters, "letters", letters);
        put(filters, "lang", language);
        put(filters, "sender", sender == 0 ? "" : String.valueOf(sender));
        return filters;
    }

    private static void put(Map<String, String> filters, String name, String value) {
        if (!value.isEmpty()) {
            filters.put(name, value);
        }
    }

    /** The search as the part of an address after {@code ?}, without the place where a part begins. */
    public String wire() {
        return wire(filters());
    }

    /** The same with this filter set anew, or taken off when the value is empty. */
    public String with(String name, String value) {
        Map<String, String> filters = filters();
        if (value.isEmpty()) {
            filters.remove(name);
        } else {
            filters.put(name, value);
        }
        return wire(filters);
    }

    private String wire(Map<String, String> filters) {
        Map<String, String> all = new LinkedHashMap<>();
        put(all, "q", query);
        all.putAll(filters);
        return all.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
