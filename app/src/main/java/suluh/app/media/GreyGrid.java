package suluh.app.media;

import java.util.HexFormat;
import suluh.core.image.LumaPlane;

/**
 * All that is kept of a picture's looks: mean grey levels of at most eight by eight fields.
 *
 * <p>Enough to tell two pictures apart, too little to make anything out; a blurred picture is made from it, so that a
 * page never receives more and nothing is decoded for it.
 *
 * @param columns from 1 to 8
 * @param rows from 1 to 8
 * @param levels two hexadecimal digits for each field, row by row
 */
public record GreyGrid(int columns, int rows, String levels) {
    public static final int MAX_SIDE = 8;

    public GreyGrid {
        if (columns < 1
                || rows < 1
                || columns > MAX_SIDE
                || rows > MAX_SIDE
                || levels.length() != 2 * columns * rows
                || !levels.chars().allMatch(HexFormat::isHexDigit)) {
            throw new IllegalArgumentException("a grid has at most eight by eight levels");
        }
    }

    /** The grid of a picture; its longer side has eight fields. */
    static GreyGrid of(LumaPlane plane) {
        double scale = (double) MAX_SIDE / Math.max(plane.width(), plane.height());
        int columns = Math.clamp(Math.round(plane.width() * scale), 1, MAX_SIDE);
        int rows = Math.clamp(Math.round(plane.height() * scale), 1, MAX_SIDE);
        StringBuilder levels = new StringBuilder();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                levels.append(HexFormat.of().toHexDigits((byte) mean(plane, column, columns, row, rows)));
            }
        }
        return new GreyGrid(columns, rows, levels.toString());
    }

    /** Level of a field from 0 to 255. */
    int level(int column, int row) {
        int at = 2 * (row * columns + column);
        return HexFormat.fromHexDigits(levels, at, at + 2);
    }

    private static int mean(LumaPlane plane, int column, int columns, int row, int rows) {
        int left = (int) ((long) column * plane.width() / columns);
        int right = Math.max(left + 1, (int) ((column + 1L) * plane.width() / columns));
        int top = (int) ((long) row * plane.height() / rows);
        int bottom = Math.max(top + 1, (int) ((row + 1L) * plane.height() / rows));
        long sum = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                sum += plane.at(x, y);
            }
        }
        return (int) (sum / ((long) (right - left) * (bottom - top)));
    }
}
