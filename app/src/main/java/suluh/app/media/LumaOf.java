package suluh.app.media;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import suluh.core.image.LumaPlane;

/**
 * Luma of a decoded picture, from its samples as they are stored: no colour profile, no gamma, no transparency.
 *
 * <p>{@code getRGB} would convert grey samples through a linear colour space and so brighten them; the reference
 * programs take them as they are. Deeper samples keep their upper eight bits.
 */
final class LumaOf {
    private LumaOf() {}

    static LumaPlane picture(BufferedImage image) {
        ColorModel colours = image.getColorModel();
        if (colours instanceof IndexColorModel palette) {
            return indexed(image.getRaster(), palette);
        }
        if (colours instanceof ComponentColorModel && isGreyOrRgb(colours)) {
            return image.getRaster().getDataBuffer() instanceof DataBufferByte bytes
                            && image.getRaster().getSampleModel() instanceof ComponentSampleModel model
                            && bytes.getNumBanks() == 1
                    ? interleaved(image.getRaster(), bytes, model)
                    : components(image.getRaster(), colours.getComponentSize(0));
        }
        return packed(image);
    }

    private static boolean isGreyOrRgb(ColorModel colours) {
        int type = colours.getColorSpace().getType();
        return type == ColorSpace.TYPE_GRAY || (type == ColorSpace.TYPE_RGB && colours.getNumColorComponents() == 3);
    }

    private static LumaPlane interleaved(Raster raster, DataBufferByte bytes, ComponentSampleModel model) {
        int width = raster.getWidth();
        int height = raster.getHeight();
        byte[] stored = bytes.getData();
        int[] bands = model.getBandOffsets();
        boolean grey = bands.length < 3;
        int green = grey ? bands[0] : bands[1];
        int blue = grey ? bands[0] : bands[2];
        int step = model.getPixelStride();
        byte[] luma = new byte[width * height];
        for (int y = 0; y < height; y++) {
            int at = bytes.getOffset()
                    + (y - raster.getSampleModelTranslateY()) * model.getScanlineStride()
                    - raster.getSampleModelTranslateX() * step;
            for (int x = 0; x < width; x++, at += step) {
                luma[y * width + x] = (byte)
                        (grey
                                ? stored[at + bands[0]]
                                : LumaPlane.luma(
                                        stored[at + bands[0]] & 0xFF,
                                        stored[at + green] & 0xFF,
                                        stored[at + blue] & 0xFF));
            }
        }
        return new LumaPlane(width, height, luma);
    }

    private static LumaPlane components(Raster raster, int bits) {
        int width = raster.getWidth();
        int height = raster.getHeight();
        int bands = raster.getNumBands();
        boolean grey = bands < 3;
        int[] row = new int[width * bands];
        byte[] luma = new byte[width * height];
        for (int y = 0; y < height; y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
            for (int x = 0; x < width; x++) {
                int at = x * bands;
                int value = grey
                        ? eightBits(row[at], bits)
                        : LumaPlane.luma(
                                eightBits(row[at], bits), eightBits(row[at + 1], bits), eightBits(row[at + 2], bits));
                luma[y * width + x] = (byte) value;
            }
        }
        return new LumaPlane(width, height, luma);
    }

    private static int eightBits(int sample, int bits) {
        return bits >= Byte.SIZE ? sample >>> (bits - Byte.SIZE) : sample * 255 / ((1 << bits) - 1);
    }

    private static LumaPlane indexed(Raster raster, IndexColorModel palette) {
        int width = raster.getWidth();
        int height = raster.getHeight();
        byte[] lumaOfIndex = new byte[palette.getMapSize()];
        for (int i = 0; i < lumaOfIndex.length; i++) {
            lumaOfIndex[i] = (byte) LumaPlane.luma(palette.getRed(i), palette.getGreen(i), palette.getBlue(i));
        }
        int[] row = new int[width];
        byte[] luma = new byte[width * height];
        for (int y = 0; y < height; y++) {
            raster.getSamples(raster.getMinX(), raster.getMinY() + y, width, 1, 0, row);
            for (int x = 0; x < width; x++) {
                luma[y * width + x] = lumaOfIndex[Math.min(row[x], lumaOfIndex.length - 1)];
            }
        }
        return new LumaPlane(width, height, luma);
    }

    private static LumaPlane packed(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] row = new int[width];
        byte[] luma = new byte[width * height];
        for (int y = 0; y < height; y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                luma[y * width + x] = (byte) LumaPlane.luma((row[x] >> 16) & 0xFF, (row[x] >> 8) & 0xFF, row[x] & 0xFF);
            }
        }
        return new LumaPlane(width, height, luma);
    }
}
