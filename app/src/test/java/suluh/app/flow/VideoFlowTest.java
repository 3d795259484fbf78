package suluh.app.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import suluh.app.flow.KeepHashLists.NewList;
import suluh.app.host.InputException;
import suluh.app.media.DecoderPool;
import suluh.app.media.Decoding;
import suluh.app.media.TestPictures;
import suluh.app.media.TestPrograms;
import suluh.app.media.VideoDecoder;
import suluh.app.store.TestDatabase;
import suluh.core.disclosure.MediaFindings;
import suluh.core.image.Turn;

/** Videos of a case with and without a decoder of videos, which is a script of the test. */
class VideoFlowTest {
    private static final byte[] VIDEO =
            "\0\0\0\u0018ftypisom\0\0\0\0isomiso2 a clip".getBytes(StandardCharsets.ISO_8859_1);

    @TempDir
    private Path folder;

    @Test
    void findsAFrameThatAListKnowsAndShowsNothing() throws Exception {
        byte[] known = TestPictures.file(TestPictures.waves(21, 320, 240), "png");
        Path made = Files.createDirectories(folder.resolve("made"));
        Files.write(made.resolve("1.png"), TestPictures.file(TestPictures.waves(20, 320, 240), "png"));
        Files.write(made.resolve("2.png"), known);
        Path program = TestPrograms.script(folder.resolve("decoder"), "cp " + made + "/* \"$2\"");

        try (House house = house(Map.of(VideoDecoder.SETTING, program.toString()))) {
            String list = "pdq,category\n" + hash(known) + ",category-a\n";
            SmallHouse.done(new KeepHashLists(house)
                    .add(
                            Acting.operator("d11"),
                            new NewList("told", "maker", "ground", "scheme", "known", null, List.of("d11")),
                            new ByteArrayInputStream(list.getBytes(StandardCharsets.UTF_8)),
                            Progress.SILENT));
            ProbeInput.Probed probed = SmallHouse.probe(house, input(), folder.resolve("bundle"));
            MediaFindings media = probed.findings().media();

            assertThat(media.counts().hashed()).isEqualTo(1);
            assertThat(media.counts().videos()).isEqualTo(1);
            assertThat(media.withoutHash()).isEmpty();
            assertThat(media.known()).singleElement().satisfies(found -> {
                assertThat(found.hits().getFirst().category()).isEqualTo("category-a");
                assertThat(found.hits().getFirst().distance()).isZero();
            });
            OpenCase.OpenedCase open = probed.opened();
            ViewMedia.MediaLine line =
                    SmallHouse.done(new ViewMedia(house).page(open, 0)).lines().getFirst();
            assertThat(line.frames()).isEqualTo(2);
            assertThat(line.hasGrid()).isFalse();
            assertThat(SmallHouse.done(new ViewMedia(house).blurred(open, line.id())))
                    .isEmpty();
        }
    }

    @Test
    void saysThatNoKeyFramesWereTakenWithoutADecoder() throws Exception {
        try (House house = house(Map.of())) {
            MediaFindings media = SmallHouse.probe(house, input(), folder.resolve("bundle"))
                    .findings()
                    .media();

            assertThat(media.counts().videos()).isZero();
            assertThat(media.withoutHash()).singleElement().satisfies(without -> {
                assertThat(without.format()).isEqualTo("video");
                assertThat(without.code()).isEqualTo("NO_DECODER");
            });
            assertThat(Files.readString(folder.resolve("bundle/data/report.html")))
                    .contains("Key frames of videos were not taken");
        }
    }

    private House house(Map<String, String> more) throws IOException, InputException {
        Path data = folder.resolve("data");
        Map<String, String> environment = new HashMap<>(TestDatabase.laid(data));
        environment.putAll(more);
        return House.open(data, SmallHouse.CLOCK, environment);
    }

    private Path input() throws IOException {
        Path input = Files.createDirectories(folder.resolve("input/video_files"));
        Files.write(input.resolve("clip.mp4"), VIDEO);
        Files.writeString(
                folder.resolve("input/result.json"),
                "{\"name\":\"Walks\",\"type\":\"private_group\",\"id\":7,\"messages\":[{\"id\":1,\"type\":\"message\","
                        + "\"date\":\"2024-01-01T10:00:00\",\"date_unixtime\":\"1704074400\",\"from\":\"Name\","
                        + "\"from_id\":\"user1\",\"file\":\"video_files/clip.mp4\",\"media_type\":\"video_file\",\"text\":\"\"}]}");
        return folder.resolve("input");
    }

    private static String hash(byte[] picture) {
        try (DecoderPool pool = DecoderPool.one()) {
            return ((Decoding.Hashed) pool.hash(picture)).hash(Turn.NONE).hex();
        }
    }
}
