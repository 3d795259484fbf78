package suluh.app.media;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import suluh.core.image.LumaPlane;

/** Makes the two forms in which a picture may be shown; runs in the child process only. */
final class ShownPicture {
    /** Longest side of the clear picture. */
    private static final int CLEAR_SIDE = 1_280;
    /** Longest side of the blurred one, and of the grid of grey levels that is all it is made of. */
    private static final int BLURRED_SIDE = 96;

    private static final int GRID_SIDE = 8;

    private ShownPicture() {}

    /**
     * Small, grey, and made of at most eight by eight levels: enough to tell two pictures apart, too little to make out
     * anything. As PNG.
     */
    static byte[] blurred(LumaPlane plane) throws IOException {
        double scale = (double) GRID_SIDE / Math.max(plane.width(), plane.height());
        int columns = Math.max(1, (int) Math.round(plane.width() * scale));
        int rows = Math.max(1, (int) Math.round(plane.height() * scale));
        BufferedImage grid = new BufferedImage(columns, rows, BufferedImage.TYPE_BYTE_GRAY);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                grid.getRaster().setSample(column, row, 0, mean(plane, column, columns, row, rows));
            }
        }
        int enlarged = BLURRED_SIDE / GRID_SIDE;
        return png(scaled(grid, columns * enlarged, rows * enlarged, BufferedImage.TYPE_BYTE_GRAY));
    }

    private static int mean(LumaPlane plane, int column, int columns, int row, int rows) {
        long sum = 0;
        long count = 0;
        int xEnd = Math.max((column + 1) * plane.width() / columns, column * plane.width() / columns + 1);
        int yEnd = Math.max((row + 1) * plane.height() / rows, row * plane.height() / rows + 1);
        for (int y = row * plane.height() / rows; y < yEnd; y++) {
            for (int x = column * plane.width() / columns; x < xEnd; x++) {
                sum += plane.at(x, y);
                count++;
            }
        }
        return (int) (sum / count);
    }

    /** The picture as it is, at most {@value #CLEAR_SIDE} pixels wide and high: written anew, so that nothing hidden in the file is sent on. As PNG. */
    static byte[] clear(BufferedImage image) throws IOException {
        double scale = Math.min(1, (double) CLEAR_SIDE / Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        return png(scaled(image, width, height, BufferedImage.TYPE_INT_RGB));
    }

    private static BufferedImage scaled(BufferedImage image, int width, int height, int type) {
        BufferedImage out = new BufferedImage(width, height, type);
        Graphics2D graphics = out.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return out;
    }

    private static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (!ImageIO.write(image, "png", out)) {
            throw new IOException("no writer for PNG");
        }
        return out.toByteArray();
    }
}
