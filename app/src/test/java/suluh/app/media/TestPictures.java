package suluh.app.media;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.SplittableRandom;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Generated pictures, nothing but waves, in the formats that are decoded. */
public final class TestPictures {
    private TestPictures() {}

    /** Waves of this seed; neighbouring seeds have nothing in common. */
    public static BufferedImage waves(long seed, int width, int height) {
        SplittableRandom random = new SplittableRandom(seed);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        double[] sums = new double[width * height];
        for (int wave = 0; wave < 30; wave++) {
            double along = random.nextDouble(-10, 10) / width;
            double down = random.nextDouble(-10, 10) / height;
            double phase = random.nextDouble(2 * Math.PI);
            double strength = 70 / (1 + Math.hypot(along * width, down * height));
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    sums[y * width + x] += strength * Math.cos(2 * Math.PI * (along * x + down * y) + phase);
                }
            }
        }
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int level = Math.clamp(Math.round(128 + sums[y * width + x]), 0, 255);
                image.setRGB(x, y, (level << 16) | (level << 8) | ((255 - level) / 3));
            }
        }
        return image;
    }

    /** The picture as a file of this format of ImageIO. */
    public static byte[] file(BufferedImage image, String format) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            if (!ImageIO.write(image, format, out)) {
                throw new IllegalArgumentException("no writer for " + format);
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** JPEG of this quality, progressive or not. */
    public static byte[] jpeg(BufferedImage image, float quality, boolean progressive) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(quality);
        param.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
        return written(writer, new IIOImage(image, null, null), param);
    }

    /** JPEG of four inks without Adobe's marker: ink 255 covers, as the colours of the picture ask for. */
    public static byte[] inks(BufferedImage image) {
        WritableRaster inks =
                Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, image.getWidth(), image.getHeight(), 4, null);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int rgb = image.getRGB(x, y);
                int[] ink = {255 - ((rgb >> 16) & 0xFF), 255 - ((rgb >> 8) & 0xFF), 255 - (rgb & 0xFF), 0};
                inks.setPixel(x, y, ink);
            }
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        return written(writer, new IIOImage(inks, null, null), writer.getDefaultWriteParam());
    }

    /** The same file with Adobe's marker of transform 0 behind its first marker; its inks then count as inverted. */
    public static byte[] withAdobeMarker(byte[] jpeg) {
        byte[] marker = {(byte) 0xFF, (byte) 0xEE, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0};
        byte[] out = new byte[jpeg.length + marker.length];
        System.arraycopy(jpeg, 0, out, 0, 2);
        System.arraycopy(marker, 0, out, 2, marker.length);
        System.arraycopy(jpeg, 2, out, 2 + marker.length, jpeg.length - 2);
        return out;
    }

    /** The same file with an EXIF block behind its first marker that states this orientation, 1 to 8 (EXIF 2.32, 4.6.4). */
    public static byte[] withOrientation(byte[] jpeg, int orientation) {
        byte[] marker = {
            (byte) 0xFF,
            (byte) 0xE1,
            0,
            34,
            'E',
            'x',
            'i',
            'f',
            0,
            0, // the block and its name
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8, // big-endian, first directory at 8
            0,
            1,
            1,
            18,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            (byte) orientation,
            0,
            0, // one entry: 0x0112, a short
            0,
            0,
            0,
            0 // no further directory
        };
        byte[] out = new byte[jpeg.length + marker.length];
        System.arraycopy(jpeg, 0, out, 0, 2);
        System.arraycopy(marker, 0, out, 2, marker.length);
        System.arraycopy(jpeg, 2, out, 2 + marker.length, jpeg.length - 2);
        return out;
    }

    private static byte[] written(ImageWriter writer, IIOImage image, ImageWriteParam param) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, image, param);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** The luma of the picture as grey, with a palette of 64 levels. */
    public static BufferedImage palette(BufferedImage image) {
        byte[] levels = new byte[64];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (byte) (4 * i + 2);
        }
        IndexColorModel colours = new IndexColorModel(6, levels.length, levels, levels, levels);
        BufferedImage out =
                new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, colours);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                out.getRaster()
                        .setSample(
                                x,
                                y,
                                0,
                                LumaOf.picture(image.getSubimage(x, y, 1, 1)).at(0, 0) / 4);
            }
        }
        return out;
    }

    /** With a transparency that varies; the colours below it stay. */
    public static BufferedImage transparent(BufferedImage image) {
        BufferedImage out = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                out.setRGB(x, y, (((x * 7 + y * 3) & 0xFF) << 24) | (image.getRGB(x, y) & 0xFFFFFF));
            }
        }
        return out;
    }

    /** In 16 bits for each of three colours. */
    public static BufferedImage deep(BufferedImage image) {
        ComponentColorModel colours = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB), false, false, Transparency.OPAQUE, DataBuffer.TYPE_USHORT);
        WritableRaster raster = colours.createCompatibleWritableRaster(image.getWidth(), image.getHeight());
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int rgb = image.getRGB(x, y);
                raster.setPixel(
                        x, y, new int[] {((rgb >> 16) & 0xFF) * 257, ((rgb >> 8) & 0xFF) * 257, (rgb & 0xFF) * 257});
            }
        }
        return new BufferedImage(colours, raster, false, null);
    }

    /** A file under {@code testdata/media}. */
    static byte[] resource(String name) throws IOException {
        try (InputStream in = TestPictures.class.getResourceAsStream("/testdata/media/" + name)) {
            if (in == null) {
                throw new IOException("no test data " + name);
            }
            return in.readAllBytes();
        }
    }
}
