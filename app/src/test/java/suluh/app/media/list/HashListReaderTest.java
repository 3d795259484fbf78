package suluh.app.media.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import suluh.app.media.MediaCode;
import suluh.app.media.list.KnownHashes.Found;
import suluh.core.image.PdqHash;
import suluh.core.kernel.Outcome;

class HashListReaderTest {
    private static final String PDQ = "d8f8f0cee0f4a84f0637022a078f67f0b36e2ed596621e1d33e6339c4e9c9b22";
    private static final String SHA256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private static final String SHA1 = "da39a3ee5e6b4b0d3255bfef95601890afd80709";
    private static final String MD5 = "d41d8cd98f00b204e9800998ecf8427e";

    @Test
    void readsPlainTextWithCommentsPrefixesAndCategories() throws IOException {
        HashListContent content = content("# a list\n" + PDQ + "\r\n" + MD5 + " two\nsha256:" + SHA256 + "\n"
                + SHA1.toUpperCase(java.util.Locale.ROOT) + ",three\n\nnothing\n");

        assertThat(content.format()).isEqualTo("plain");
        assertThat(content.counts())
                .isEqualTo(Map.of(HashKind.MD5, 1, HashKind.SHA1, 1, HashKind.SHA256, 1, HashKind.PDQ, 1));
        assertThat(content.records()).isEqualTo(5);
        assertThat(content.unusable()).isEqualTo(1);
        assertThat(content.firstUnusable()).containsExactly(5L);
        assertThat(new KnownHashes(content).equalTo(HashKind.MD5, MD5))
                .containsExactly(new Found(HashKind.MD5, MD5, 0, 2, "two"));
        assertThat(new KnownHashes(content).equalTo(HashKind.SHA1, SHA1)).hasSize(1);
        assertThat(new KnownHashes(content).equalTo(HashKind.SHA256, SHA256)).hasSize(1);
    }

    @Test
    void readsCsvByTheNamesOfItsColumns() throws IOException {
        HashListContent content = content("id;SHA-256;pdq_hash;Category;note\n1;" + SHA256 + ";" + PDQ
                + ";A;\"x; y\"\n2;;" + PDQ.replace('d', 'e') + ";B;\n");

        assertThat(content.format()).isEqualTo("csv");
        assertThat(content.counts()).isEqualTo(Map.of(HashKind.SHA256, 1, HashKind.PDQ, 2));
        assertThat(new KnownHashes(content).nearTo(PdqHash.parse(PDQ).orElseThrow(), 0))
                .containsExactly(new Found(HashKind.PDQ, PDQ, 0, 1, "a"));
    }

    @Test
    void readsCsvOfAHashColumnBesideItsKind() throws IOException {
        HashListContent content =
                content("indicator,type\n" + PDQ + ",HASH_PDQ\n" + MD5 + ",HASH_MD5\nhttp://x.example,URI\n");

        assertThat(content.counts()).isEqualTo(Map.of(HashKind.PDQ, 1, HashKind.MD5, 1));
        assertThat(content.unusable()).isEqualTo(1);
    }

    @Test
    void readsNsrlWithItsQuotes() throws IOException {
        HashListContent content = content(
                "\"SHA-1\",\"MD5\",\"CRC32\",\"FileName\",\"FileSize\",\"ProductCode\",\"OpSystemCode\",\"SpecialCode\"\n\""
                        + SHA1 + "\",\"" + MD5 + "\",\"00000000\",\"a, b.dll\",0,1,\"1\",\"\"\n");

        assertThat(content.format()).isEqualTo("nsrl");
        assertThat(content.counts()).isEqualTo(Map.of(HashKind.SHA1, 1, HashKind.MD5, 1));
    }

    @Test
    void readsProjectVic() throws IOException {
        HashListContent content =
                content("{\"@odata.context\":\"http://example.invalid/ProjectVic/DataModels/2.0.xml#Media\","
                        + "\"value\":[{\"MediaID\":1,\"Category\":2,\"MD5\":\"" + MD5.toUpperCase(java.util.Locale.ROOT)
                        + "\",\"SHA1\":\"" + SHA1
                        + "\",\"MediaSize\":10,\"Hashes\":[{\"HashName\":\"PDQ\",\"HashValue\":\"" + PDQ
                        + "\"}],\"MediaFiles\":[{\"FileName\":\"x\"}]},{\"MediaID\":2,\"Category\":0,\"MD5\":\"1B2M2Y8AsgTpgAmY7PhCfg==\"},"
                        + "{\"MediaID\":3,\"Category\":0}]}");

        assertThat(content.format()).isEqualTo("project-vic");
        assertThat(content.counts()).isEqualTo(Map.of(HashKind.MD5, 2, HashKind.SHA1, 1, HashKind.PDQ, 1));
        assertThat(content.unusable()).isEqualTo(1);
        assertThat(new KnownHashes(content).equalTo(HashKind.MD5, MD5))
                .extracting(Found::record, Found::category)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, "2"), org.assertj.core.groups.Tuple.tuple(2, "0"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\":[{\"id\":\"1\",\"indicator\":\"%s\",\"type\":\"HASH_PDQ\",\"status\":\"MALICIOUS\"}]}",
                "[{\"signal_type\":\"pdq\",\"signal_val\":\"%s\",\"bank\":\"one\"}]",
                "[{\"signals\":{\"pdq\":\"%s\"},\"id\":7}]"
            })
    void readsExportsOfThreatExchangeAndOfMatchers(String form) throws IOException {
        HashListContent content = content(form.formatted(PDQ));

        assertThat(content.counts()).isEqualTo(Map.of(HashKind.PDQ, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# only\n# comments", "[]", "{}", "a,b,c\n1,2,3\n", "[1,2,{\"MD5\":\"zz\"}]"})
    void refusesWhatHoldsNoHash(String text) throws IOException {
        assertThat(refusal(text)).isEqualTo(MediaCode.LIST_WITHOUT_HASHES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"value\":[{\"MD5\":\"" + MD5 + "\"", "[{\"MD5\":1 2}]", "{\"value\" [}"})
    void refusesJsonThatIsNotWhole(String text) throws IOException {
        assertThat(refusal(text)).isEqualTo(MediaCode.LIST_UNREADABLE);
    }

    @Test
    void answersAnyBytesWithAListOrARefusal() throws IOException {
        SplittableRandom random = new SplittableRandom(3);
        String good = "hash,type,category\n" + (PDQ + ",pdq,a\n").repeat(20) + "[{\"MD5\":\"" + MD5 + "\"}]";
        for (int i = 0; i < 500; i++) {
            byte[] bytes = good.substring(random.nextInt(good.length())).getBytes(StandardCharsets.ISO_8859_1);
            for (int k = 0; k < random.nextInt(20) && bytes.length > 0; k++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            Outcome<HashListContent> outcome = HashListReader.read(new ByteArrayInputStream(bytes), done -> {});
            assertThat(outcome).isNotNull();
        }
    }

    private static HashListContent content(String text) throws IOException {
        return switch (HashListReader.read(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), done -> {})) {
            case Outcome.Done<HashListContent> done -> done.value();
            case Outcome.Refused<HashListContent> refused ->
                throw new AssertionError(refused.refusal().message());
        };
    }

    private static Object refusal(String text) throws IOException {
        return HashListReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), done -> {})
                        instanceof Outcome.Refused<HashListContent> refused
                ? refused.refusal().code()
                : "taken";
    }
}
