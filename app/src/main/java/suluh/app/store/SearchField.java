package suluh.app.store;

/** What a term of the search index is of. */
public enum SearchField {
    /** A word of a message, or a character or pair of a writing without spaces. */
    WORD("w"),
    /** Three units of a folded name. */
    NAME("n"),
    /** Day in UTC and platform: {@code 2024-10-03 telegram}. */
    DAY("d"),
    /** Month in UTC and platform: {@code 2024-10 telegram}. */
    MONTH("m"),
    /** Kind of message. */
    KIND("k"),
    /** Writing of a message. */
    LETTERS("l"),
    /** Language of a message. */
    LANGUAGE("g"),
    /** Number of the account that wrote it. */
    SENDER("s");

    private final String column;

    SearchField(String column) {
        this.column = column;
    }

    String column() {
        return column;
    }
}
