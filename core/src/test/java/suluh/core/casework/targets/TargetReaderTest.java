package suluh.core.casework.targets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetReaderTest {
    private final TargetReader reader = new TargetReader("60");

    @ParameterizedTest
    @CsvSource({
        "https://www.facebook.com/groups/123456/?ref=share, group:facebook:facebook.com/groups/123456",
        "https://m.facebook.com/groups/SekolahKita/permalink/77/, post:facebook:facebook.com/groups/sekolahkita/posts/77",
        "facebook.com/profile.php?sk=about&id=1000123, account:facebook:facebook.com/1000123",
        "fb.com/Some.Name, account:facebook:facebook.com/some.name",
        "m.me/Some.Name, account:messenger:m.me/some.name",
        "https://www.instagram.com/Some.Name/?hl=en, account:instagram:instagram.com/some.name",
        "instagram.com/reel/Cx_1aB-/, post:instagram:instagram.com/p/Cx_1aB-",
        "https://t.me/joinchat/AbCdEf, invite:telegram:t.me/+AbCdEf",
        "telegram.me/+AbCdEf, invite:telegram:t.me/+AbCdEf",
        "t.me/c/1234567/89, group:telegram:t.me/c/1234567",
        "T.me/Some_Channel, account:telegram:t.me/some_channel",
        "https://chat.whatsapp.com/AbCdEfGh, invite:whatsapp:chat.whatsapp.com/AbCdEfGh",
        "https://wa.me/60155501234?text=hi, phone::+60155501234",
        "https://twitter.com/Some_Name/status/99?s=20, post:x:x.com/some_name/status/99",
        "x.com/Some_Name, account:x:x.com/some_name",
        "https://discord.com/invite/AbC, invite:discord:discord.gg/AbC",
        "discord.gg/AbC, invite:discord:discord.gg/AbC",
        "https://www.tiktok.com/@Some.Name/video/7?x=1, post:tiktok:tiktok.com/@some.name/video/7",
        "https://youtube.com/watch?t=4&v=aB_c-1, post:youtube:youtu.be/aB_c-1",
        "youtube.com/@SomeName, account:youtube:youtube.com/@somename",
        "https://www.snapchat.com/add/Some-Name, account:snapchat:snapchat.com/add/some-name",
        "https://signal.group/#CjQKIAbC, invite:signal:signal.group/#CjQKIAbC",
        "015-550 1234, phone::+60155501234",
        "+60 15-550 1234, phone::+60155501234",
        "Someone@Example.org, email::someone@example.org",
        "https://example.org/a/b, web::example.org/a/b",
        "@Some_Name, account::@some_name",
    })
    void bringsEveryWritingOfATargetToOneForm(String written, String key) {
        assertThat(reader.read(written, null)).map(Target::key).contains(key);
    }

    @ParameterizedTest
    @CsvSource({
        "Some.Name, INSTAGRAM, account:instagram:instagram.com/some.name",
        "@Some_Name, TELEGRAM, account:telegram:t.me/some_name",
        "group 123456, FACEBOOK, group:facebook:facebook.com/groups/123456",
        "-1001234567, TELEGRAM, group:telegram:t.me/c/1234567",
        "Some_Name, SNAPCHAT, account:snapchat:snapchat.com/add/some_name",
        "somename, DISCORD, account:discord:@somename",
        "t.me/x_y_z, INSTAGRAM, account:telegram:t.me/x_y_z",
    })
    void takesTheHintForABareNameOnly(String written, TargetPlatform hint, String key) {
        assertThat(reader.read(written, hint)).map(Target::key).contains(key);
    }

    @Test
    void findsEachTargetOfARunningTextOnce() {
        List<Target> found = reader.readAll("Tengok t.me/+AbCd, dan (https://t.me/joinchat/AbCd). Hubungi 015-5501234"
                + " atau @some.name! Itu sahaja, ok.lah 2024-10-01 12.30");

        assertThat(found)
                .extracting(Target::key)
                .containsExactly("invite:telegram:t.me/+AbCd", "phone::+60155501234", "account::@some.name");
    }

    @Test
    void readsAKeyBack() {
        Target target = reader.read("t.me/+AbCd", null).orElseThrow();

        assertThat(Target.ofKey(target.key(), target.asWritten())).isEqualTo(target);
    }

    @Test
    void knowsAddressesOfElevenPlatforms() {
        Set<String> platforms = new HashSet<>();
        for (String address : List.of(
                "facebook.com/a",
                "m.me/a",
                "instagram.com/a",
                "t.me/abc",
                "chat.whatsapp.com/abcd",
                "x.com/a",
                "discord.gg/ab",
                "tiktok.com/@a",
                "youtube.com/@a",
                "snapchat.com/add/a",
                "signal.group/#abcd")) {
            platforms.add(reader.read(address, null).orElseThrow().platform());
        }

        assertThat(platforms)
                .isEqualTo(Arrays.stream(TargetPlatform.values())
                        .map(TargetPlatform::wire)
                        .collect(Collectors.toSet()));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {3, 4})
    void meetsAnyTextWithTargetsOrNone(long seed) {
        Random random = new Random(seed);
        String letters = "abt.me/+@x0 :#?-()%&=\n\u202E";
        for (int round = 0; round < 500; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(400); i > 0; i--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }

            assertThat(reader.readAll(text.toString())).hasSizeLessThanOrEqualTo(TargetReader.MAX_TARGETS);
        }
    }
}
