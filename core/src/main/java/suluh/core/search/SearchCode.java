package suluh.core.search;

import suluh.core.kernel.ErrorCode;

/** Refusals of the search room. */
public enum SearchCode implements ErrorCode {
    QUERY_EMPTY,
    QUERY_TOO_LONG,
    SEARCH_TOO_SLOW,
    SAVED_SEARCH_UNKNOWN,
    SAVED_SEARCH_INCOMPLETE
}
