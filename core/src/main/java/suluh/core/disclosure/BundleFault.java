package suluh.core.disclosure;

/** The first thing at fault in a bundle; ends a check. */
final class BundleFault extends Exception {
    private static final long serialVersionUID = 1L;

    private final String where;
    private final String expected;
    private final String found;

    BundleFault(String where, String expected, String found) {
        super(where + ": expected " + expected + ", found " + found);
        this.where = where;
        this.expected = expected;
        this.found = found;
    }

    String where() {
        return where;
    }

    String expected() {
        return expected;
    }

    String found() {
        return found;
    }
}
