package suluh.app.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import suluh.app.host.InputException;
import suluh.app.media.TestPictures;
import suluh.core.identity.AccountField;
import suluh.core.identity.AccountLink;
import suluh.core.identity.LinkEvidence;
import suluh.core.identity.account.AccountResolver;

/** Profile pictures from the exports to the weights, over the real database, vault and decoders. */
class ProfilePicturesTest {
    @TempDir
    private static Path folder;

    private static House house;
    private static int caseId;

    @BeforeAll
    static void probe() throws IOException, InputException {
        house = SmallHouse.open(folder.resolve("data"));
        Path input = folder.resolve("input");
        BufferedImage waves = TestPictures.waves(5, 300, 220);
        telegram(input, 1, "jpg", TestPictures.jpeg(waves, 0.9f, false));
        telegram(input, 2, "jpg", TestPictures.jpeg(waves, 0.5f, true));
        facebook(input, TestPictures.jpeg(waves, 0.9f, false));
        telegram(input, 3, "png", TestPictures.file(plain(), "png"));
        telegram(input, 4, "png", TestPictures.file(plain(), "png"));
        telegram(input, 5, "jpg", TestPictures.jpeg(TestPictures.waves(6, 300, 220), 0.9f, false));
        caseId = SmallHouse.probe(house, input, null).opened().id();
    }

    @AfterAll
    static void close() throws IOException {
        house.close();
    }

    @Test
    void oneFileOnTwoServicesIsTheSamePicture() {
        assertThat(picture("telegram:user1", "facebook:facebook.example/nora")).containsExactly("avatar.same");
    }

    @Test
    void aPictureSavedAgainIsNearlyTheSame() {
        assertThat(picture("telegram:user1", "telegram:user2")).containsExactly("avatar.near");
    }

    @Test
    void picturesOfTwoThingsDiffer() {
        assertThat(picture("telegram:user1", "telegram:user5")).containsExactly("avatar.different");
    }

    @Test
    void aPlainColourThatAServiceGivesToEverybodySaysNothing() {
        assertThat(picture("telegram:user3", "telegram:user4")).isEmpty();
    }

    @Test
    void nearCopiesMeetThoughNothingElseAgrees() {
        assertThat(resolver().resolve().figures().comparedPairs()).isEqualTo(3);
    }

    private static List<String> picture(String a, String b) {
        return resolver().explainAll(List.of(a, b)).stream()
                .map(AccountLink::evidence)
                .flatMap(List::stream)
                .filter(evidence -> evidence.field() == AccountField.AVATAR)
                .map(LinkEvidence::code)
                .toList();
    }

    private static AccountResolver resolver() {
        return ResolveAccounts.prepared(house, caseId, new CaseMaterial(house.observations(), caseId));
    }

    private static void telegram(Path input, int number, String kind, byte[] picture) throws IOException {
        Path export = input.resolve("telegram-" + number + "/DataExport");
        Files.createDirectories(export.resolve("profile_pictures"));
        Files.write(export.resolve("profile_pictures/photo_1." + kind), picture);
        String person = "Person" + "abcdef".charAt(number) + " ";
        Files.writeString(
                export.resolve("result.json"),
                "{\"personal_information\":{\"user_id\":" + number + ",\"first_name\":\"" + person
                        + "\",\"last_name\":\"\",\"phone_number\":\"+60 15 5555 010" + number
                        + "\",\"username\":\"\",\"bio\":\"\"},\"profile_pictures\":[{\"date\":\"2022-02-02T10:00:00\","
                        + "\"date_unixtime\":\"1643767200\",\"photo\":\"profile_pictures/photo_1." + kind + "\"}]}",
                StandardCharsets.UTF_8);
    }

    private static void facebook(Path input, byte[] picture) throws IOException {
        Path export = input.resolve("facebook-nora");
        Path activity = export.resolve("your_activity_across_facebook/posts");
        Path profile = export.resolve("personal_information/profile_information");
        Files.createDirectories(activity.resolve("album"));
        Files.createDirectories(activity.resolve("media"));
        Files.createDirectories(profile);
        Files.write(activity.resolve("media/one.jpg"), picture);
        Files.writeString(
                activity.resolve("album/0.json"),
                "{\"name\":\"Profile pictures\",\"photos\":[{\"uri\":"
                        + "\"your_activity_across_facebook/posts/media/one.jpg\",\"creation_timestamp\":1643767200}]}",
                StandardCharsets.UTF_8);
        Files.writeString(
                profile.resolve("profile_information.json"),
                "{\"profile_v2\":{\"name\":{\"full_name\":\"Nora\"},"
                        + "\"profile_uri\":\"https://www.facebook.example/nora\"}}",
                StandardCharsets.UTF_8);
    }

    private static BufferedImage plain() {
        BufferedImage image = new BufferedImage(200, 200, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.GRAY);
        graphics.fillRect(0, 0, 200, 200);
        graphics.dispose();
        return image;
    }
}
