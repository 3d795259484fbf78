package suluh.core.image;

/**
 * The eight ways to turn or mirror a picture: the dihedral group of the square.
 *
 * <p>Each first swaps the axes or not, then mirrors columns, rows, both or neither. In the frequency domain a swap is
 * a transposition, and a mirror changes the sign of every second row or column, so that all eight hashes come from one
 * transform.
 */
public enum Turn {
    NONE(false, false, false),
    QUARTER_CLOCKWISE(true, true, false),
    HALF(false, true, true),
    QUARTER_COUNTERCLOCKWISE(true, false, true),
    MIRRORED(false, true, false),
    UPSIDE_DOWN(false, false, true),
    TRANSPOSED(true, false, false),
    ANTITRANSPOSED(true, true, true);

    private final boolean swapsAxes;
    private final boolean mirrorsColumns;
    private final boolean mirrorsRows;

    Turn(boolean swapsAxes, boolean mirrorsColumns, boolean mirrorsRows) {
        this.swapsAxes = swapsAxes;
        this.mirrorsColumns = mirrorsColumns;
        this.mirrorsRows = mirrorsRows;
    }

    boolean swapsAxes() {
        return swapsAxes;
    }

    /** True when left and right change places, after the swap. */
    boolean mirrorsColumns() {
        return mirrorsColumns;
    }

    /** True when top and bottom change places, after the swap. */
    boolean mirrorsRows() {
        return mirrorsRows;
    }
}
