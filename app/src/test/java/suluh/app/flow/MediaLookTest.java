package suluh.app.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static suluh.app.flow.SmallHouse.done;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import suluh.app.flow.OpenCase.OpenedCase;
import suluh.app.flow.ViewMedia.MediaLine;
import suluh.app.host.InputException;
import suluh.app.media.TestPictures;
import suluh.core.casework.Act;
import suluh.core.casework.CaseworkCode;
import suluh.core.casework.Role;
import suluh.core.exposure.ExposureCode;
import suluh.core.exposure.MediaWord;
import suluh.core.kernel.Outcome;

/** Looks, limits and words over the real database and decoders; each test has its own day. */
class MediaLookTest {
    private static final AtomicReference<Instant> NOW = new AtomicReference<>(Instant.parse("2026-11-24T01:00:00Z"));

    @TempDir
    private static Path folder;

    private static House house;
    private static Path input;
    private static Acting officer;
    private static Acting colleague;
    private static Acting chief;

    private OpenedCase opened;
    private MediaLine shared;

    @BeforeAll
    static void open() throws IOException, InputException {
        house = SmallHouse.open(folder.resolve("data"), SmallHouse.clock(NOW::get));
        input = MediaInput.write(
                folder.resolve("input"),
                TestPictures.waves(5, 300, 220),
                TestPictures.waves(6, 320, 320),
                "\0\0\0\u0018ftypheic\0\0\0\0mif1heic".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        officer = person("officer", Role.ANALYST);
        colleague = person("colleague", Role.ANALYST);
        chief = person("chief", Role.SUPERVISOR);
    }

    @AfterAll
    static void close() throws IOException {
        house.close();
    }

    @BeforeEach
    void openACaseOnAFreshDay() throws Exception {
        NOW.updateAndGet(now -> now.plus(Duration.ofDays(1)));
        OpenedCase operators = SmallHouse.probe(house, input, null).opened();
        for (String login : List.of("officer", "colleague")) {
            done(new JoinCase(house).byLogin(operators, login, Role.ANALYST));
        }
        opened = done(house.access().inCase(officer, operators.number(), Act.VIEW_CASE));
        shared = lineOf(file -> file.endsWith("first.jpg"));
    }

    @Test
    void showsAPictureToOnePersonForHalfAMinute() throws IOException {
        RevealMedia reveal = new RevealMedia(house);
        OpenedCase others = done(house.access().inCase(colleague, opened.number(), Act.VIEW_CASE));

        long look = done(reveal.begin(opened, shared.id(), "compare with the complaint"));
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(done(reveal.picture(opened, shared.id(), look))));

        assertThat(picture.getWidth()).isEqualTo(300);
        assertThat(code(reveal.picture(others, shared.id(), look))).isEqualTo(ExposureCode.MEDIA_UNKNOWN);
        NOW.updateAndGet(now -> now.plusSeconds(31));
        assertThat(code(reveal.picture(opened, shared.id(), look))).isEqualTo(ExposureCode.MEDIA_UNKNOWN);
        assertThat(done(reveal.used(opened)).looks()).isEqualTo(1);
        assertThat(done(reveal.used(others)).looks()).isZero();
    }

    @Test
    void countsALookThatWasClosedOnlySoLong() {
        RevealMedia reveal = new RevealMedia(house);
        for (int i = 0; i < 3; i++) {
            long look = done(reveal.begin(opened, shared.id(), "compare with the complaint"));
            NOW.updateAndGet(now -> now.plusSeconds(10));
            done(reveal.close(opened, look));
        }

        assertThat(done(new ReviewExposure(house).figures(chief)).days())
                .filteredOn(day -> day.person().equals("Officer officer"))
                .first()
                .satisfies(day -> {
                    assertThat(day.looks()).isEqualTo(3);
                    assertThat(day.seconds()).isEqualTo(30);
                });
    }

    @Test
    void asksForAReasonAndForADecoder() {
        MediaLine heic = lineOf(file -> file.endsWith(".heic"));

        assertThat(code(new RevealMedia(house).begin(opened, shared.id(), " "))).isEqualTo(ExposureCode.REASON_MISSING);
        assertThat(code(new RevealMedia(house).begin(opened, heic.id(), "a good reason")))
                .isEqualTo(ExposureCode.PICTURE_NOT_SHOWABLE);
        assertThat(code(new RevealMedia(house).begin(opened, 999, "a good reason")))
                .isEqualTo(ExposureCode.MEDIA_UNKNOWN);
        assertThat(done(new ViewMedia(house).blurred(opened, heic.id()))).isEmpty();
    }

    @Test
    void keepsToTheLimitsThatTheAgencySet() {
        ReviewExposure exposure = new ReviewExposure(house);
        done(exposure.set(chief, 3, 60, 2, 15));
        RevealMedia reveal = new RevealMedia(house);

        done(reveal.begin(opened, shared.id(), "a good reason"));
        done(reveal.begin(opened, shared.id(), "a good reason"));
        assertThat(code(reveal.begin(opened, shared.id(), "a good reason"))).isEqualTo(ExposureCode.PAUSE_DUE);
        NOW.updateAndGet(now -> now.plus(Duration.ofMinutes(16)));
        done(reveal.begin(opened, shared.id(), "a good reason"));
        NOW.updateAndGet(now -> now.plus(Duration.ofMinutes(16)));
        assertThat(code(reveal.begin(opened, shared.id(), "a good reason"))).isEqualTo(ExposureCode.LOOKS_USED_UP);

        done(exposure.set(chief, 60, 60, 10, 15));
        assertThat(code(exposure.set(chief, -1, 60, 10, 15))).isEqualTo(ExposureCode.LIMIT_NOT_VALID);
        assertThat(code(exposure.set(officer, 1_000, 60, 10, 15))).isEqualTo(CaseworkCode.ROLE_MISSING);
    }

    @Test
    void neverShowsAgainWhatWasAssessedAndCarriesTheWordToNearCopies() {
        OpenedCase others = done(house.access().inCase(colleague, opened.number(), Act.VIEW_CASE));
        done(new AssessMedia(house).run(opened, shared.id(), MediaWord.DOES_NOT_BEAR));

        MediaLine copy = lineOf(file -> file.endsWith("mirrored.jpg"));
        MediaLine other = lineOf(file -> file.endsWith("other.png"));

        assertThat(code(new RevealMedia(house).begin(others, shared.id(), "a good reason")))
                .isEqualTo(ExposureCode.ALREADY_ASSESSED);
        assertThat(code(new RevealMedia(house).begin(others, copy.id(), "a good reason")))
                .isEqualTo(ExposureCode.ALREADY_ASSESSED);
        assertThat(done(new ViewMedia(house).blurred(others, copy.id()))).isEmpty();
        assertThat(copy.word()).isInstanceOfSatisfying(ViewMedia.WordLine.class, word -> {
            assertThat(word.word()).isEqualTo(MediaWord.DOES_NOT_BEAR);
            assertThat(word.person()).isEqualTo("Officer officer");
            assertThat(word.at()).isEqualTo(NOW.get().toString());
            assertThat(word.carriedFrom()).isEqualTo(shared.id());
            assertThat(word.distance()).isLessThanOrEqualTo(31);
        });
        assertThat(other.word()).isNull();
        assertThat(other.hasGrid()).isTrue();
    }

    @Test
    void opensAPictureAgainWhenASecondLookIsAskedFor() {
        done(new AssessMedia(house).run(opened, shared.id(), MediaWord.BEARS_ON_CASE));
        done(new AssessMedia(house).run(opened, shared.id(), MediaWord.SECOND_LOOK));

        assertThat(done(new RevealMedia(house).begin(opened, shared.id(), "asked for a second look")))
                .isPositive();
    }

    private MediaLine lineOf(java.util.function.Predicate<String> file) {
        int id = house.media().files(opened.id()).stream()
                .filter(media -> file.test(media.file().path()))
                .findFirst()
                .orElseThrow()
                .content();
        return done(new ViewMedia(house).line(opened, id));
    }

    private static Acting person(String login, Role role) {
        return SmallHouse.person(house, "d11", login, Set.of(role), "a long enough password", word -> "hash");
    }

    private static Object code(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?> refused ? refused.refusal().code() : "done";
    }
}
