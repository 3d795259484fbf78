package suluh.app.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import suluh.app.host.InputException;

/** A decoder of videos is a program of the installation: here scripts that the test writes, good and bad. */
class VideoDecoderTest {
    private static final byte[] VIDEO = "\0\0\0\u0018ftypisom\0\0\0\0isomiso2".getBytes(StandardCharsets.ISO_8859_1);

    @TempDir
    private Path folder;

    @Test
    void hashesTheFramesThatTheProgramWritesInTheirOrder() throws Exception {
        Path frames = Files.createDirectory(folder.resolve("made"));
        Files.write(frames.resolve("2.png"), TestPictures.file(TestPictures.waves(12, 300, 200), "png"));
        Files.write(frames.resolve("1.jpg"), TestPictures.jpeg(TestPictures.waves(11, 300, 200), 0.9f, false));
        Files.writeString(frames.resolve("3.txt"), "no picture");
        VideoDecoder decoder = decoder("test -s \"$1\" && cp " + frames + "/* \"$2\"", 20);

        try (DecoderPool pool = DecoderPool.one()) {
            Decoding.Frames video = (Decoding.Frames) decoder.hash(VIDEO, pool);

            assertThat(video.format()).isEqualTo(MediaFormat.VIDEO);
            assertThat(video.frames())
                    .extracting(Decoding.Hashed::format)
                    .containsExactly(MediaFormat.JPEG, MediaFormat.PNG);
            assertThat(video.frames().getLast().hash())
                    .isEqualTo(((Decoding.Hashed) pool.hash(Files.readAllBytes(frames.resolve("2.png")))).hash());
        }
    }

    @Test
    void takesNoMoreFramesThanItsLimit() throws Exception {
        Path frame = Files.write(folder.resolve("one.png"), TestPictures.file(TestPictures.waves(3, 80, 80), "png"));
        VideoDecoder decoder =
                decoder("i=100; while [ $i -lt 150 ]; do cp " + frame + " \"$2/$i.png\"; i=$((i+1)); done", 20);

        try (DecoderPool pool = DecoderPool.one()) {
            assertThat(((Decoding.Frames) decoder.hash(VIDEO, pool)).frames()).hasSize(VideoDecoder.MAX_FRAMES);
        }
    }

    @Test
    void givesTheProgramNoSecretAndLeavesNothingBehind() throws Exception {
        Path seen = folder.resolve("seen");
        VideoDecoder decoder = decoder("{ env; pwd; ls -ld .; echo $1; } > " + seen + "; exit 1", 20);

        try (DecoderPool pool = DecoderPool.one()) {
            assertThat(code(decoder.hash(VIDEO, pool))).isEqualTo(MediaCode.DECODER_CRASHED);
        }

        List<String> lines = Files.readAllLines(seen);
        assertThat(lines).noneMatch(line -> line.startsWith("HOME=") || line.startsWith("SULUH"));
        assertThat(lines).anyMatch(line -> line.startsWith("drwx------"));
        assertThat(Path.of(lines.getLast())).doesNotExist();
        assertThat(Path.of(lines.getLast()).getParent()).doesNotExist();
    }

    @Test
    void stopsAProgramThatTakesTooLongWithAllThatItStarted() throws Exception {
        Path seen = folder.resolve("pid");
        VideoDecoder decoder = decoder("sleep 600 & echo $! > " + seen + "; wait", 1);

        try (DecoderPool pool = DecoderPool.one()) {
            assertThat(code(decoder.hash(VIDEO, pool))).isEqualTo(MediaCode.DECODER_TOO_SLOW);
        }

        Path child = Path.of("/proc", Files.readString(seen).strip(), "stat");
        long patience = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (isAtWork(child) && System.nanoTime() < patience) {
            // On a busy machine a process that was told to die must first be given a processor to do so.
            Thread.onSpinWait();
        }
        assertThat(isAtWork(child)).isFalse();
    }

    @Test
    void stopsAProgramThatSpendsMoreOfTheProcessorThanItMay() throws Exception {
        VideoDecoder decoder = decoder("while :; do :; done", 1);

        try (DecoderPool pool = DecoderPool.one()) {
            assertThat(code(decoder.hash(VIDEO, pool))).isEqualTo(MediaCode.DECODER_TOO_SLOW);
        }
    }

    @Test
    void boundsTheFilesThatTheProgramWrites() throws Exception {
        VideoDecoder decoder = decoder("head -c 40000000 /dev/zero > \"$2/1.png\"", 20);

        try (DecoderPool pool = DecoderPool.one()) {
            assertThat(code(decoder.hash(VIDEO, pool))).isEqualTo(MediaCode.DECODER_CRASHED);
        }
    }

    @Test
    void refusesASettingThatNamesNoProgram() throws IOException, InputException {
        Path plain = Files.writeString(folder.resolve("plain"), "text");

        assertThat(VideoDecoder.chosen(Map.of())).isEmpty();
        assertThatThrownBy(() -> VideoDecoder.chosen(Map.of(VideoDecoder.SETTING, plain.toString())))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(VideoDecoder.SETTING);
    }

    /** A process that was stopped, and that nobody has asked for yet, still has its line, with state Z. */
    private static boolean isAtWork(Path stat) {
        try {
            return !Files.readString(stat).contains(") Z ");
        } catch (IOException e) {
            return false;
        }
    }

    private VideoDecoder decoder(String body, int seconds) throws IOException {
        return new VideoDecoder(TestPrograms.script(folder.resolve("decoder"), body), Duration.ofSeconds(seconds));
    }

    private static MediaCode code(Decoding decoding) {
        return ((Decoding.NotHashed) decoding).code();
    }
}
