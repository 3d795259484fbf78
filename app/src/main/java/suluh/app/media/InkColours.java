package suluh.app.media;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;

/**
 * Turns the four inks of a JPEG into the colours that a viewer shows, without a colour profile.
 *
 * <p>Adobe's programs store inks inverted (255 is no ink), and may store cyan, magenta and yellow as YCbCr of their
 * inverse (transform 2, "YCCK"). Red is then {@code cyan * black / 255}, and so on. Source: Adobe Technical Note 5116
 * (1992), section 18.
 */
final class InkColours {
    private static final int YCCK = 2;

    private InkColours() {}

    static BufferedImage picture(Raster inks, PictureHeader header) {
        int width = inks.getWidth();
        int height = inks.getHeight();
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] row = new int[width * 4];
        int[] colours = new int[width];
        for (int y = 0; y < height; y++) {
            inks.getPixels(inks.getMinX(), inks.getMinY() + y, width, 1, row);
            for (int x = 0; x < width; x++) {
                colours[x] = colour(row, 4 * x, header);
            }
            image.setRGB(0, y, width, 1, colours, 0, width);
        }
        return image;
    }

    private static int colour(int[] row, int at, PictureHeader header) {
        int cyan = row[at];
        int magenta = row[at + 1];
        int yellow = row[at + 2];
        int black = row[at + 3];
        if (header.adobeTransform() == YCCK) {
            double blue = row[at + 1] - 128;
            double red = row[at + 2] - 128;
            cyan = 255 - level(row[at] + 1.402 * red);
            magenta = 255 - level(row[at] - 0.344136 * blue - 0.714136 * red);
            yellow = 255 - level(row[at] + 1.772 * blue);
        }
        if (!header.isAdobe()) {
            cyan = 255 - cyan;
            magenta = 255 - magenta;
            yellow = 255 - yellow;
            black = 255 - black;
        }
        return ((cyan * black / 255) << 16) | ((magenta * black / 255) << 8) | (yellow * black / 255);
    }

    private static int level(double value) {
        return Math.clamp(Math.round(value), 0, 255);
    }
}
