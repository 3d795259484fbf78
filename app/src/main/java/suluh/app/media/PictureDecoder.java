package suluh.app.media;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Decodes the first picture of a file; runs in the child process only.
 *
 * <p>What the reference programs do is done here: the stored pixels are hashed, an EXIF orientation is not applied (a
 * turned copy is found by the eight turns of its hash), transparency is ignored, of an animation the first frame counts.
 * Departure: the references hash the inks of a CMYK picture as if they were colours, or refuse it; here the colours that
 * a viewer shows are hashed.
 */
final class PictureDecoder {
    private static final int INKS = 4;

    private PictureDecoder() {}

    /**
     * A decoded picture.
     *
     * @param isDamaged true when the decoder warned: the picture is cut or damaged, and the rest of it was made up
     */
    record Picture(BufferedImage image, boolean isDamaged) {}

    /**
     * Decodes.
     *
     * @throws IOException when the decoder refuses the bytes
     */
    static Picture decode(byte[] bytes, PictureHeader header) throws IOException {
        ImageReader reader = reader(header.format());
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            boolean[] warned = new boolean[1];
            reader.addIIOReadWarningListener((source, warning) -> warned[0] = true);
            reader.setInput(in, true, true);
            // Two parsers of one header may read it differently; the decoder's own view must fit the limits too.
            if ((long) reader.getWidth(0) * reader.getHeight(0) > header.width() * header.height()) {
                throw new IIOException("the decoder reads a larger size in the header");
            }
            BufferedImage image =
                    header.components() == INKS ? InkColours.picture(raster(reader), header) : reader.read(0);
            return new Picture(image, warned[0]);
        } finally {
            reader.dispose();
        }
    }

    private static Raster raster(ImageReader reader) throws IOException {
        if (!reader.canReadRaster()) {
            throw new IIOException("the decoder cannot read inks");
        }
        return reader.readRaster(0, null);
    }

    private static ImageReader reader(MediaFormat format) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format.wire());
        if (!readers.hasNext()) {
            throw new IOException("no decoder for " + format.wire());
        }
        return readers.next();
    }
}
