package suluh.core.casework.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import suluh.core.casework.CaseworkCode;
import suluh.core.casework.complaint.Channel;
import suluh.core.casework.targets.Target;
import suluh.core.casework.targets.TargetReader;
import suluh.core.kernel.Outcome;

class IntakeTest {
    private static final String MAIL = """
            From: =?UTF-8?B?U2l0aSBB?= <siti@example.org>
            Subject: =?ISO-8859-1?Q?Kumpulan_p=E9lik?=
            Date: Tue, 24 Nov 2026 10:00:00 +0800
            Content-Type: multipart/mixed; boundary="b1"

            preamble
            --b1
            Content-Type: multipart/alternative; boundary=b2

            --b2
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            Lihat https://t.me/+AbC=
            Def dan facebook.com/groups/123456
            --b2
            Content-Type: text/html

            <p>other</p>
            --b2--
            --b1
            Content-Type: image/png
            Content-Transfer-Encoding: base64
            Content-Disposition: attachment; filename=x.png

            AAAA
            --b1--
            """;

    private final TargetReader targets = new TargetReader("60");

    @Test
    void readsATableRowByRowAndNamesTheRowAtFault() {
        IntakeReading reading = done("list.csv", """
                text,URL,platform,danger,contact,colour
                "He asks ""always"" to keep it secret",t.me/+AbC,telegram,yes,a@example.org,red
                ,,,,,blue
                ,some.name,instagram,,,
                """);

        assertThat(reading.channel()).isEqualTo(Channel.CSV);
        assertThat(reading.records()).hasSize(2);
        assertThat(reading.records().getFirst().complaint().words()).isEqualTo("He asks \"always\" to keep it secret");
        assertThat(reading.records().getFirst().complaint().isImminent()).isTrue();
        assertThat(reading.records().getLast().complaint().targets())
                .extracting(Target::key)
                .containsExactly("account:instagram:instagram.com/some.name");
        assertThat(reading.faults()).singleElement().asString().startsWith("line 3: ");
        assertThat(reading.notes()).singleElement().asString().contains("Column 6");
    }

    @Test
    void readsAMailAndLeavesItsPicturesAside() {
        IntakeReading reading = done("one.eml", MAIL.replace("\n", "\r\n"));

        assertThat(reading.records()).singleElement().satisfies(record -> {
            assertThat(record.reporter()).isEqualTo("siti@example.org");
            assertThat(record.complaint().words()).startsWith("Kumpulan pélik\n\nLihat https://t.me/+AbCDef dan");
            assertThat(record.complaint().targets())
                    .extracting(Target::key)
                    .containsExactly("invite:telegram:t.me/+AbCDef", "group:facebook:facebook.com/groups/123456");
        });
        assertThat(reading.notes()).singleElement().asString().startsWith("1 attachments were not taken");
    }

    @Test
    void readsPostsWithTheirAuthorsAndExpandedAddresses() {
        IntakeReading reading = done("posts.json", """
                {"data":[{"id":"1","author_id":"7","created_at":"2026-11-24T00:00:00Z","lang":"in",
                  "text":"tengok ni https://t.co/xyz @mcmc",
                  "entities":{"urls":[{"url":"https://t.co/xyz","expanded_url":"https://facebook.com/groups/55"}]}},
                 {"id":"2","author_id":"7","text":""}],
                 "includes":{"users":[{"id":"7","username":"reporter7"}]}}
                """);

        assertThat(reading.records()).singleElement().satisfies(record -> {
            assertThat(record.reporter()).isEqualTo("7");
            assertThat(record.complaint().contact()).isEqualTo("x.com/reporter7");
            assertThat(record.complaint().language()).isEqualTo("ms");
            assertThat(record.complaint().targets())
                    .extracting(Target::key)
                    .containsExactly("group:facebook:facebook.com/groups/55", "account::@mcmc");
        });
        assertThat(reading.faults()).singleElement().asString().startsWith("post 2: ");
    }

    @ParameterizedTest
    @CsvSource({
        "a.csv, 'colour\nred', no column",
        "a.csv, 'text\n\"open', does not end",
        "a.csv, '', empty",
        "a.eml, 'no mail', neither From nor Subject",
        "a.json, '{', JSON",
        "a.json, '3', neither an object",
        "a.pdf, 'x', ends in none",
    })
    void saysWhyAFileIsNone(String name, String text, String why) {
        Outcome<IntakeReading> outcome = Intake.read(name, text.getBytes(StandardCharsets.UTF_8), targets);

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
            assertThat(refused.refusal().code()).isEqualTo(CaseworkCode.INTAKE_UNREADABLE);
            assertThat(refused.refusal().message()).containsIgnoringCase(why);
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {5, 6})
    void meetsDamagedFilesWithARefusalOrAReading(long seed) {
        Random random = new Random(seed);
        byte[] mail = MAIL.getBytes(StandardCharsets.UTF_8);
        for (int round = 0; round < 400; round++) {
            byte[] damaged = mail.clone();
            for (int i = 0; i < 8; i++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            for (String name : new String[] {"a.eml", "a.csv", "a.json"}) {
                assertThat(Intake.read(name, damaged, targets)).isNotNull();
            }
        }
    }

    private IntakeReading done(String name, String text) {
        return switch (Intake.read(name, text.getBytes(StandardCharsets.UTF_8), targets)) {
            case Outcome.Done<IntakeReading> done -> done.value();
            case Outcome.Refused<IntakeReading> refused ->
                throw new AssertionError(refused.refusal().message());
        };
    }
}
