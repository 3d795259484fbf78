package suluh.app.media;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Makes the two forms in which a picture may be shown. */
public final class ShownPicture {
    /** Longest side of the clear picture. */
    private static final int CLEAR_SIDE = 1_280;

    /** Pixels of one field of the blurred one. */
    private static final int FIELD_PIXELS = 10;

    private ShownPicture() {}

    /** The grid as a small grey picture without edges, as PNG. */
    public static byte[] blurred(GreyGrid grid) {
        BufferedImage fields = new BufferedImage(grid.columns(), grid.rows(), BufferedImage.TYPE_BYTE_GRAY);
        for (int row = 0; row < grid.rows(); row++) {
            for (int column = 0; column < grid.columns(); column++) {
                fields.getRaster().setSample(column, row, 0, grid.level(column, row));
            }
        }
        int width = grid.columns() * FIELD_PIXELS;
        int height = grid.rows() * FIELD_PIXELS;
        try {
            return png(scaled(fields, width, height, BufferedImage.TYPE_BYTE_GRAY));
        } catch (IOException e) {
            throw new UncheckedIOException("a small picture could not be written to memory", e);
        }
    }

    /**
     * The picture as it is, at most {@value #CLEAR_SIDE} pixels wide and high, as PNG: written anew, so that nothing that
     * is hidden in the file is sent on. For the child process only.
     */
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
