package suluh.app.web;

import com.microsoft.playwright.Page;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/**
 * Small pictures of pages for {@code docs/tour.md}: three quarters of what the screen shows, as JPEG.
 *
 * <p>They are written beside that page when {@code suluh.tour.rewrite} is true, else below {@code target/tour}.
 */
final class TourPicture {
    private static final int MAX_BYTES = 80_000;
    private static final double SCALE = 0.75;
    private static final float BEST = 0.9f;
    private static final float WORST = 0.4f;
    private static final float STEP = 0.05f;

    private TourPicture() {}

    /** Keeps what the window shows of the page now; fails when no quality makes it small enough. */
    static void take(Page page, String name) throws IOException {
        BufferedImage shot = ImageIO.read(new ByteArrayInputStream(page.screenshot()));
        BufferedImage small = new BufferedImage(
                (int) (shot.getWidth() * SCALE), (int) (shot.getHeight() * SCALE), BufferedImage.TYPE_INT_RGB);
        Graphics2D draw = small.createGraphics();
        draw.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        draw.drawImage(shot, 0, 0, small.getWidth(), small.getHeight(), null);
        draw.dispose();
        for (float quality = BEST; quality > WORST; quality -= STEP) {
            byte[] jpeg = jpeg(small, quality);
            if (jpeg.length <= MAX_BYTES) {
                Path folder = Boolean.getBoolean("suluh.tour.rewrite")
                        ? Path.of("..", "docs", "tour")
                        : Path.of("target", "tour");
                Files.createDirectories(folder);
                Files.write(folder.resolve(name + ".jpg"), jpeg);
                return;
            }
        }
        throw new IOException("the picture of " + name + " stays above " + MAX_BYTES + " bytes");
    }

    private static byte[] jpeg(BufferedImage image, float quality) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                var out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
            out.flush();
            return bytes.toByteArray();
        } finally {
            writer.dispose();
        }
    }
}
