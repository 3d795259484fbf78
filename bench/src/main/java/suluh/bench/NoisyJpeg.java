package suluh.bench;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;

/** JPEGs of about 1 MB and three megapixels, as telephones send them: waves with noise, each seed another picture. */
final class NoisyJpeg {
    private static final int WIDTH = 2_048;
    private static final int HEIGHT = 1_536;
    private static final int WAVES = 12;
    private static final int NOISE = 132;

    private NoisyJpeg() {}

    /** The picture of this seed. */
    static byte[] of(long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        float[][] across = new float[WAVES][];
        float[][] down = new float[WAVES][];
        for (int wave = 0; wave < WAVES; wave++) {
            across[wave] = wave(WIDTH, random);
            down[wave] = wave(HEIGHT, random);
        }
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        byte[] samples = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        int at = 0;
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                float level = 62 + random.nextInt(NOISE);
                for (int wave = 0; wave < WAVES; wave++) {
                    level += across[wave][x] * down[wave][y];
                }
                byte sample = (byte) Math.clamp(Math.round(level), 0, 255);
                samples[at++] = (byte) ~sample;
                samples[at++] = sample;
                samples[at++] = sample;
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 20);
        if (!ImageIO.write(image, "jpeg", out)) {
            throw new IOException("there is no writer of JPEG");
        }
        return out.toByteArray();
    }

    /** Half a wave to six over the length, strong enough that the hash of the picture does not follow the noise. */
    private static float[] wave(int length, SplittableRandom random) {
        double cycles = random.nextDouble(0.5, 6);
        double phase = random.nextDouble(2 * Math.PI);
        float[] levels = new float[length];
        for (int i = 0; i < length; i++) {
            levels[i] = (float) (5 * Math.cos(2 * Math.PI * cycles * i / length + phase));
        }
        return levels;
    }
}
