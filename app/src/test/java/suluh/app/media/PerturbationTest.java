package suluh.app.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.awt.image.RescaleOp;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import suluh.core.image.PdqHash;
import suluh.core.image.PdqTransform;
import suluh.core.image.Turn;

/** How far a picture's hash moves when the picture is changed; the table of docs/media.md holds these very figures. */
class PerturbationTest {
    private static final int PICTURES = 8;

    /** A picture with the hash of each of its eight turns. */
    private record Original(BufferedImage picture, PdqTransform transform) {
        static Original of(long seed) {
            BufferedImage picture = TestPictures.waves(seed, 480, 360);
            return new Original(picture, PdqTransform.of(LumaOf.picture(picture)));
        }
    }

    @Test
    void tableOfTheManualHoldsTheMeasuredDistances() throws IOException {
        List<Original> originals =
                LongStream.range(100, 100 + PICTURES).mapToObj(Original::of).toList();
        StringBuilder table = new StringBuilder();

        changes().forEach((name, change) -> {
            List<PdqHash> changed = originals.stream()
                    .map(original -> PdqTransform.of(LumaOf.picture(change.apply(original.picture())))
                            .hash())
                    .toList();
            int[] plain = distances(originals, changed, Turn.NONE);
            int[] turned = distances(originals, changed, Turn.values());
            table.append("| %s | %d | %d | %d |%n"
                    .formatted(name, plain[PICTURES / 2], plain[PICTURES - 1], turned[PICTURES - 1]));
        });

        assertThat(Files.readString(Path.of(System.getProperty("suluh.home"), "docs/media.md")))
                .contains(table.toString());
    }

    private static Map<String, UnaryOperator<BufferedImage>> changes() {
        Map<String, UnaryOperator<BufferedImage>> changes = new LinkedHashMap<>();
        changes.put("JPEG of quality 0.5", image -> recompressed(image, 0.5f));
        changes.put("JPEG of quality 0.1", image -> recompressed(image, 0.1f));
        changes.put("resized to a half", image -> resized(image, 0.5, 0.5));
        changes.put("resized to a sixth", image -> resized(image, 1 / 6.0, 1 / 6.0));
        changes.put("squeezed to three quarters of its width", image -> resized(image, 0.75, 1));
        changes.put("blurred by a box of 9", image -> blurred(image, 9));
        changes.put("contrast of 1.5", image -> rescaled(image, 1.5f, -64));
        changes.put("brighter by 30", image -> rescaled(image, 1, 30));
        changes.put("cropped by 2 % on each side", image -> cropped(image, 0.02));
        changes.put("cropped by 5 % on each side", image -> cropped(image, 0.05));
        changes.put("cropped by 20 % on each side", image -> cropped(image, 0.2));
        changes.put("rotated by 2 degrees", image -> rotated(image, 2));
        changes.put("rotated by 15 degrees", image -> rotated(image, 15));
        changes.put("turned by 90 degrees", PerturbationTest::quarter);
        changes.put("mirrored", PerturbationTest::mirrored);
        return changes;
    }

    /** Distances of the pictures from what became of them, ascending; of these turns the nearest. */
    private static int[] distances(List<Original> originals, List<PdqHash> changed, Turn... turns) {
        return IntStream.range(0, originals.size())
                .map(i -> Arrays.stream(turns)
                        .mapToInt(
                                turn -> originals.get(i).transform().hash(turn).distance(changed.get(i)))
                        .min()
                        .orElseThrow())
                .sorted()
                .toArray();
    }

    private static BufferedImage recompressed(BufferedImage image, float quality) {
        try {
            return ImageIO.read(new ByteArrayInputStream(TestPictures.jpeg(image, quality, false)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage resized(BufferedImage image, double across, double down) {
        BufferedImage out = blank((int) (image.getWidth() * across), (int) (image.getHeight() * down));
        draw(out, image, AffineTransform.getScaleInstance(across, down));
        return out;
    }

    private static BufferedImage blurred(BufferedImage image, int side) {
        float[] box = new float[side * side];
        Arrays.fill(box, 1f / box.length);
        return new ConvolveOp(new Kernel(side, side, box), ConvolveOp.EDGE_NO_OP, null).filter(image, null);
    }

    private static BufferedImage rescaled(BufferedImage image, float factor, float offset) {
        return new RescaleOp(factor, offset, null).filter(image, null);
    }

    private static BufferedImage cropped(BufferedImage image, double share) {
        int x = (int) (image.getWidth() * share);
        int y = (int) (image.getHeight() * share);
        BufferedImage out = blank(image.getWidth() - 2 * x, image.getHeight() - 2 * y);
        draw(out, image, AffineTransform.getTranslateInstance(-x, -y));
        return out;
    }

    private static BufferedImage rotated(BufferedImage image, int degrees) {
        BufferedImage out = blank(image.getWidth(), image.getHeight());
        draw(
                out,
                image,
                AffineTransform.getRotateInstance(
                        Math.toRadians(degrees), image.getWidth() / 2.0, image.getHeight() / 2.0));
        return out;
    }

    private static BufferedImage quarter(BufferedImage image) {
        BufferedImage out = blank(/* width= */ image.getHeight(), /* height= */ image.getWidth());
        AffineTransform turn = AffineTransform.getTranslateInstance(image.getHeight(), 0);
        turn.rotate(Math.PI / 2);
        draw(out, image, turn);
        return out;
    }

    private static BufferedImage mirrored(BufferedImage image) {
        BufferedImage out = blank(image.getWidth(), image.getHeight());
        AffineTransform mirror = AffineTransform.getTranslateInstance(image.getWidth(), 0);
        mirror.scale(-1, 1);
        draw(out, image, mirror);
        return out;
    }

    private static BufferedImage blank(int width, int height) {
        return new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    }

    private static void draw(BufferedImage out, BufferedImage image, AffineTransform transform) {
        Graphics2D graphics = out.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, transform, null);
        graphics.dispose();
    }
}
