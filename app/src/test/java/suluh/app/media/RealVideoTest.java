package suluh.app.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import suluh.core.image.PdqHash;

/** The script of docs/media.md with a real ffmpeg, on videos of its own generated test pattern. */
@Tag("conformance")
class RealVideoTest {
    private static final Path FFMPEG = Path.of("/usr/bin/ffmpeg");
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private VideoDecoder decoder;

    @BeforeEach
    void takeTheScriptOfTheManual() throws IOException {
        assumeTrue(Files.isExecutable(FFMPEG), "did not run: there is no " + FFMPEG);
        String manual = Files.readString(Path.of(System.getProperty("suluh.home"), "docs/media.md"));
        String begin = "```sh\n#!/bin/sh\n";
        int at = manual.indexOf(begin) + begin.length();
        decoder = new VideoDecoder(
                TestPrograms.script(folder.resolve("key-frames"), manual.substring(at, manual.indexOf("```", at))),
                TIMEOUT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mp4", "mov", "mkv", "webm", "avi", "flv", "ts", "m2ts", "mpg", "wmv", "3gp"})
    void takesKeyFramesOfEveryContainer(String kind) throws Exception {
        byte[] video = Files.readAllBytes(pattern("pattern." + kind, 6));

        assertThat(MediaFormat.of(video)).isEqualTo(MediaFormat.VIDEO);
        try (DecoderPool pool = DecoderPool.one()) {
            assertThat(decoder.hash(video, pool)).isInstanceOfSatisfying(Decoding.Frames.class, frames -> {
                assertThat(frames.frames()).hasSizeBetween(1, VideoDecoder.MAX_FRAMES);
                assertThat(frames.frames())
                        .allSatisfy(frame -> assertThat(frame.isMatchable()).isTrue());
            });
        }
    }

    @Test
    void givesTheSameFramesInTheirOrderWhateverTheyArePackedIn() throws Exception {
        Path mp4 = pattern("one.mp4", 8);
        Path mkv = folder.resolve("one.mkv");
        ffmpeg("-i", mp4.toString(), "-c", "copy", mkv.toString());

        try (DecoderPool pool = DecoderPool.one()) {
            List<PdqHash> first = hashes(decoder.hash(Files.readAllBytes(mp4), pool));

            assertThat(first).hasSizeGreaterThanOrEqualTo(3);
            assertThat(hashes(decoder.hash(Files.readAllBytes(mkv), pool))).isEqualTo(first);
            assertThat(hashes(decoder.hash(Files.readAllBytes(mp4), pool))).isEqualTo(first);
        }
    }

    @Test
    void findsTheFrameOfACopyOfHalfTheSize() throws Exception {
        Path large = pattern("large.mp4", 4);
        Path small = folder.resolve("small.mp4");
        ffmpeg("-i", large.toString(), "-vf", "scale=320:-2", "-g", "50", "-c:v", "libx264", small.toString());

        try (DecoderPool pool = DecoderPool.one()) {
            PdqHash first =
                    hashes(decoder.hash(Files.readAllBytes(large), pool)).getFirst();
            PdqHash copy = hashes(decoder.hash(Files.readAllBytes(small), pool)).getFirst();

            assertThat(copy.distance(first)).isLessThanOrEqualTo(31);
        }
    }

    @Test
    void answersCutVideosWithFramesOrAReason() throws Exception {
        byte[] index = Files.readAllBytes(pattern("index.mp4", 4));
        byte[] stream = Files.readAllBytes(pattern("stream.ts", 8));

        try (DecoderPool pool = DecoderPool.one()) {
            // The index of an MP4 stands at its end: without it there is nothing to find frames by.
            assertThat(decoder.hash(Arrays.copyOf(index, index.length / 2), pool))
                    .isInstanceOfSatisfying(
                            Decoding.NotHashed.class,
                            not -> assertThat(not.code()).isEqualTo(MediaCode.DECODER_CRASHED));
            assertThat(decoder.hash(Arrays.copyOf(stream, stream.length / 2), pool))
                    .isInstanceOf(Decoding.Frames.class);
        }
    }

    private static List<PdqHash> hashes(Decoding decoding) {
        return ((Decoding.Frames) decoding)
                .frames().stream().map(Decoding.Hashed::hash).toList();
    }

    /** So many seconds of ffmpeg's test pattern, a key frame every two seconds. */
    private Path pattern(String name, int seconds) throws IOException, InterruptedException {
        Path file = folder.resolve(name);
        ffmpeg(
                "-f",
                "lavfi",
                "-i",
                "testsrc=duration=" + seconds + ":size=704x576:rate=25",
                "-g",
                "50",
                "-pix_fmt",
                "yuv420p",
                file.toString());
        return file;
    }

    private static void ffmpeg(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(FFMPEG.toString(), "-nostdin", "-v", "error", "-y"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).inheritIO().start();
        assertThat(process.waitFor(TIMEOUT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as("%s", command).isZero();
    }
}
