package suluh.core.disclosure.report;

/** What the maker of pages can draw. */
@FunctionalInterface
public interface Drawing {
    /** True for a code point that a font has and that looks right by itself. */
    boolean isDrawable(int codePoint);

    /**
     * Width of a run of letters of a script whose letters join or change places.
     *
     * @param run letters and marks of one script
     * @return in em, above 0; or 0 when it cannot be drawn as it should look
     */
    default double shapedWidth(String run) {
        return 0;
    }
}
