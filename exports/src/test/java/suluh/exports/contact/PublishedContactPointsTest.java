package suluh.exports.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import suluh.core.observation.ContactRelation;
import suluh.core.observation.Observation;
import suluh.exports.BytesFile;
import suluh.exports.Read;

class PublishedContactPointsTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "call +60 15-5555 0123 now        | PHONE +601555550123",
                "015-5555 0123                    | PHONE +601555550123",
                "(015) 5555 0123?                 | PHONE +601555550123",
                "+60155555012, +60155555013       | PHONE +60155555012; PHONE +60155555013",
                "write Some.One@Example.com.      | EMAIL some.one@example.com",
                "join https://t.me/+AbC_d-1 quick | INVITE_LINK t.me/+AbC_d-1",
                "t.me/joinchat/AbC                | INVITE_LINK t.me/+AbC",
                "T.me/Some_One!                   | PROFILE_URL t.me/some_one",
                "https://chat.whatsapp.com/AbCd?x | INVITE_LINK chat.whatsapp.com/AbCd",
                "wa.me/601555550123               | PHONE +601555550123",
                "discord.gg/abc and more          | INVITE_LINK discord.gg/abc",
                "https://discord.com/invite/abc   | INVITE_LINK discord.gg/abc",
                "https://m.facebook.com/groups/12/posts/3 | INVITE_LINK facebook.com/groups/12",
                "www.facebook.com/profile.php?id=9&x=1 | PROFILE_URL facebook.com/profile.php?id=9",
                "(facebook.com/some.one)          | PROFILE_URL facebook.com/some.one",
                "看t.me/abc看                      | PROFILE_URL t.me/abc",
            })
    void findsWhatPeopleWrite(String text, String expected) {
        assertThat(found(text)).containsExactly(expected.split("; "));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "",
                "ok see you at 08:30",
                "01/02/2023 10:00",
                "2024-01-01 2024-01-02",
                "RM 0.50 and 1000000000",
                "https://example.com/0123456789",
                "order#0123456789x",
                "a@b",
                "@example",
                "not-t.me/abc",
                "https://example.com/t.me/",
                "evilfacebook.com/x",
                "discord.com/channels/1/2",
            })
    void findsNothingElse(String text) {
        assertThat(found(text)).isEmpty();
    }

    @Test
    void endsOnHostileTextAndGivesAtMostTheLimit() {
        Random random = new Random(7);
        StringBuilder text = new StringBuilder();
        String alphabet = "@+0./at.me ";
        for (int i = 0; i < 200_000; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }

        assertThat(found(text.toString())).hasSizeLessThanOrEqualTo(ContactScan.MAX_FOUND);
    }

    @Test
    void pointsToTheMessageAndItsSender() {
        BytesFile file = BytesFile.of("WhatsApp Chat with A.txt", "13/01/23, 10:00 - A: t.me/+xyz\n");
        List<Observation> all = new ArrayList<>();
        PublishedContactPoints sink = new PublishedContactPoints(all::add, "60");

        Read.of(file).observations().forEach(sink::accept);

        Observation.Message message = (Observation.Message) all.get(1);
        Observation.ContactPoint point = (Observation.ContactPoint) all.get(2);
        assertThat(point.relation()).isEqualTo(ContactRelation.PUBLISHED);
        assertThat(point.account()).isEqualTo(message.sender());
        assertThat(point.source()).isEqualTo(message.source());
    }

    private static List<String> found(String text) {
        List<String> found = new ArrayList<>();
        new ContactScan("60").scan(text, hit -> found.add(hit.kind() + " " + hit.normalised()));
        return found;
    }
}
