package suluh.exports.meta;

/** Lets tests of other packages repair text as the reader does. */
public final class RepairedText {
    private RepairedText() {}

    public static String of(String raw) {
        return Mojibake.repaired(raw);
    }
}
