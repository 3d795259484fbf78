package suluh.core.bag;

/** The first thing by which a folder is no valid bag; ends a check. */
final class BagFault extends Exception {
    private static final long serialVersionUID = 1L;

    private final String where;
    private final String expected;
    private final String found;

    BagFault(String where, String expected, String found) {
        super(where + ": expected " + expected + ", found " + found);
        this.where = where;
        this.expected = expected;
        this.found = found;
    }

    BagVerdict.Invalid verdict() {
        return new BagVerdict.Invalid(where, expected, found);
    }
}
