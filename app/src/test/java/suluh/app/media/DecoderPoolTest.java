package suluh.app.media;

import static org.assertj.core.api.Assertions.assertThat;
import static suluh.app.media.TestPictures.deep;
import static suluh.app.media.TestPictures.file;
import static suluh.app.media.TestPictures.inks;
import static suluh.app.media.TestPictures.jpeg;
import static suluh.app.media.TestPictures.palette;
import static suluh.app.media.TestPictures.resource;
import static suluh.app.media.TestPictures.transparent;
import static suluh.app.media.TestPictures.waves;
import static suluh.app.media.TestPictures.withAdobeMarker;
import static suluh.app.media.TestPictures.withOrientation;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import suluh.core.image.PdqHash;
import suluh.core.image.PdqTransform;
import suluh.core.image.Turn;

/** Real child processes: every format, hostile bytes, and what happens at the limits. */
class DecoderPoolTest {
    private static final BufferedImage WAVES = waves(5, 300, 220);

    private static DecoderPool pool;

    @BeforeAll
    static void open() {
        pool = DecoderPool.open(1, Duration.ofSeconds(20), List.of());
    }

    @AfterAll
    static void close() {
        pool.close();
    }

    @Test
    void givesEveryFormatOfOnePictureTheSameHash() {
        PdqHash expected = PdqTransform.of(LumaOf.picture(WAVES)).hash();
        Map<String, byte[]> files = new TreeMap<>(Map.of(
                "png", file(WAVES, "png"),
                "png with a palette", file(palette(WAVES), "png"),
                "png with transparency", file(transparent(WAVES), "png"),
                "png of 16 bits", file(deep(WAVES), "png"),
                "gif", file(palette(WAVES), "gif"),
                "bmp", file(WAVES, "bmp"),
                "jpeg", jpeg(WAVES, 0.9f, false),
                "progressive jpeg", jpeg(WAVES, 0.9f, true),
                "jpeg of inks", inks(WAVES)));

        files.forEach((name, bytes) -> {
            assertThat(pool.hash(bytes)).as(name).isInstanceOf(Decoding.Hashed.class);
            Decoding.Hashed hashed = (Decoding.Hashed) pool.hash(bytes);
            assertThat(hashed.hash().distance(expected)).as(name).isLessThanOrEqualTo(6);
            assertThat(hashed.width()).as(name).isEqualTo(300);
            assertThat(hashed.isDamaged()).as(name).isFalse();
        });
    }

    @Test
    void decodesWebpAsABrowserWroteIt() throws IOException {
        Decoding.Hashed png = (Decoding.Hashed) pool.hash(resource("waves-same.png"));

        for (String name : new String[] {"waves-lossy.webp", "waves-full.webp"}) {
            Decoding decoding = pool.hash(resource(name));
            assertThat(decoding).as(name).isInstanceOf(Decoding.Hashed.class);
            assertThat(((Decoding.Hashed) decoding).hash().distance(png.hash()))
                    .as(name)
                    .isLessThanOrEqualTo(12);
        }
    }

    @Test
    void readsInksAsAdobeStoresThem() {
        BufferedImage inverted = new BufferedImage(300, 220, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < 220; y++) {
            for (int x = 0; x < 300; x++) {
                inverted.setRGB(x, y, ~WAVES.getRGB(x, y));
            }
        }

        // No black ink at all means full black where inks are inverted: every pixel turns dark.
        Decoding.Hashed dark = (Decoding.Hashed) pool.hash(withAdobeMarker(inks(inverted)));

        assertThat(dark.quality()).isZero();
        assertThat(dark.format()).isEqualTo(MediaFormat.JPEG);
    }

    /** A camera held upright stores the picture lying down and says so; a viewer turns it, a copy may be stored turned. */
    @Test
    void findsAPictureByItsTurnsWhateverItsOrientationStates() {
        BufferedImage large = waves(5, 1200, 900);
        PdqHash stored = ((Decoding.Hashed) pool.hash(jpeg(large, 0.9f, false))).hash();
        PdqHash viewed = PdqTransform.of(LumaOf.picture(large).turned(Turn.QUARTER_CLOCKWISE))
                .hash();

        Decoding.Hashed stated = (Decoding.Hashed) pool.hash(withOrientation(jpeg(large, 0.9f, false), 6));

        assertThat(stated.hash()).isEqualTo(stored);
        assertThat(stated.width()).isEqualTo(1200);
        assertThat(stated.hash(Turn.QUARTER_CLOCKWISE).distance(viewed)).isLessThanOrEqualTo(10);
    }

    @Test
    void givesAllTurnsOfAPicture() {
        BufferedImage large = waves(5, 1200, 900);
        Decoding.Hashed hashed = (Decoding.Hashed) pool.hash(file(large, "png"));

        for (Turn turn : Turn.values()) {
            PdqHash turned = PdqTransform.of(LumaOf.picture(large).turned(turn)).hash();
            assertThat(hashed.hash(turn).distance(turned)).as(turn.name()).isLessThanOrEqualTo(10);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "progressive", "gif", "bmp", "webp", "inks"})
    void answersCutAndChangedFilesWithAHashOrAReason(String kind) throws IOException {
        byte[] whole = switch (kind) {
            case "jpeg" -> jpeg(WAVES, 0.8f, false);
            case "progressive" -> jpeg(WAVES, 0.8f, true);
            case "gif" -> file(palette(WAVES), "gif");
            case "webp" -> resource("waves-full.webp");
            case "inks" -> inks(waves(6, 60, 40));
            default -> file(WAVES, kind);
        };
        SplittableRandom random = new SplittableRandom(17);

        for (int i = 0; i < 60; i++) {
            byte[] cut = Arrays.copyOf(whole, random.nextInt(whole.length));
            byte[] changed = whole.clone();
            for (int k = 0; k <= random.nextInt(12); k++) {
                changed[random.nextInt(i % 2 == 0 ? Math.min(200, whole.length) : whole.length)] =
                        (byte) random.nextInt();
            }
            assertAnswered(cut);
            assertAnswered(changed);
        }
        assertThat(pool.hash(whole)).as("the pool still works").isInstanceOf(Decoding.Hashed.class);
    }

    private static void assertAnswered(byte[] bytes) {
        Decoding decoding = pool.hash(bytes);
        if (decoding instanceof Decoding.NotHashed not) {
            assertThat(not.code())
                    .as(not.reason())
                    .isIn(
                            MediaCode.NO_DECODER,
                            MediaCode.PICTURE_DAMAGED,
                            MediaCode.PICTURE_TOO_LARGE,
                            MediaCode.DECODER_CRASHED);
        }
    }

    @Test
    void refusesBombsByTheirHeader() {
        byte[] png = file(WAVES, "png");
        putInt(png, 16, 60_000);
        putInt(png, 20, 60_000);
        byte[] gif = file(palette(WAVES), "gif");
        int frame = indexOf(gif, (byte) 0x2C);
        Arrays.fill(gif, frame + 5, frame + 9, (byte) 0xFF);
        byte[] jpeg = jpeg(WAVES, 0.9f, true);
        int frameHeader = indexOf(jpeg, (byte) 0xC2) - 1;
        Arrays.fill(jpeg, frameHeader + 5, frameHeader + 9, (byte) 0xFF);

        for (byte[] bomb : List.of(png, gif, jpeg)) {
            assertThat(pool.hash(bomb))
                    .isInstanceOfSatisfying(
                            Decoding.NotHashed.class,
                            not -> assertThat(not.code()).isEqualTo(MediaCode.PICTURE_TOO_LARGE));
            assertThat(pool.clear(bomb)).isEmpty();
        }
    }

    @Test
    void namesWhatHasNoDecoder() {
        byte[] heic = "\0\0\0\u0018ftypheic\0\0\0\0mif1heic".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        byte[] video = "\0\0\0\u0018ftypisom\0\0\0\0mp42".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);

        assertThat(pool.hash(heic))
                .isEqualTo(new Decoding.NotHashed(
                        MediaFormat.HEIC, MediaCode.NO_DECODER, "there is no decoder for heic here"));
        assertThat(pool.hash(video).format()).isEqualTo(MediaFormat.VIDEO);
        assertThat(pool.hash(new byte[0]).format()).isEqualTo(MediaFormat.UNKNOWN);
    }

    @Test
    void replacesAChildThatRunsOutOfMemory() {
        try (DecoderPool small = DecoderPool.open(1, Duration.ofSeconds(20), List.of("-Xmx24m"))) {
            Decoding large = small.hash(file(new BufferedImage(3000, 3000, BufferedImage.TYPE_3BYTE_BGR), "png"));
            Decoding next = small.hash(file(WAVES, "png"));

            assertThat(large)
                    .isInstanceOfSatisfying(
                            Decoding.NotHashed.class,
                            not -> assertThat(not.code()).isEqualTo(MediaCode.DECODER_CRASHED));
            assertThat(next).isInstanceOf(Decoding.Hashed.class);
        }
    }

    @Test
    void stopsAChildThatTakesTooLong() {
        try (DecoderPool hasty = DecoderPool.open(1, Duration.ofMillis(1), List.of())) {
            assertThat(hasty.hash(file(WAVES, "png")))
                    .isInstanceOfSatisfying(
                            Decoding.NotHashed.class,
                            not -> assertThat(not.code()).isEqualTo(MediaCode.DECODER_TOO_SLOW));
        }
    }

    @Test
    void showsAPictureBlurredWithAtMostSixtyFourLevelsOrWrittenAnew() throws IOException {
        byte[] jpeg = jpeg(waves(8, 1600, 900), 0.9f, false);

        GreyGrid grid = ((Decoding.Hashed) pool.hash(jpeg)).grid();
        BufferedImage blurred = ImageIO.read(new ByteArrayInputStream(ShownPicture.blurred(grid)));
        BufferedImage clear =
                ImageIO.read(new ByteArrayInputStream(pool.clear(jpeg).orElseThrow()));

        assertThat(grid.columns()).isEqualTo(8);
        assertThat(grid.rows()).isEqualTo(5);
        assertThat(blurred.getWidth()).isEqualTo(80);
        assertThat(blurred.getHeight()).isEqualTo(50);
        assertThat(blurred.getColorModel().getNumComponents()).isEqualTo(1);
        assertThat(clear.getWidth()).isEqualTo(1280);
    }

    private static void putInt(byte[] bytes, int at, int value) {
        java.nio.ByteBuffer.wrap(bytes).putInt(at, value);
    }

    private static int indexOf(byte[] bytes, byte sought) {
        for (int i = 20; i < bytes.length; i++) {
            if (bytes[i] == sought && (sought == 0x2C || (bytes[i - 1] & 0xFF) == 0xFF)) {
                return i;
            }
        }
        throw new AssertionError("no such byte");
    }
}
