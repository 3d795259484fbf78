package suluh.app.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static suluh.app.flow.SmallHouse.done;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import suluh.app.flow.KeepHashLists.NewList;
import suluh.app.host.InputException;
import suluh.app.media.DecoderPool;
import suluh.app.media.Decoding;
import suluh.app.media.MediaCode;
import suluh.app.media.TestPictures;
import suluh.app.media.list.KeptList;
import suluh.core.disclosure.MediaFindings;
import suluh.core.disclosure.MediaFindings.CopyGroup;
import suluh.core.disclosure.MediaFindings.KnownMedia;
import suluh.core.disclosure.MediaFindings.Tie;
import suluh.core.image.Turn;
import suluh.core.kernel.Outcome;
import suluh.core.kernel.Sha256Digest;

/** Media of a case from the files handed in to hits, copies and ties, over the real database, vault and decoders. */
class MediaFlowTest {
    private static final BufferedImage SHARED = TestPictures.waves(5, 300, 220);
    private static final BufferedImage OTHER = TestPictures.waves(6, 320, 320);
    private static final byte[] HEIC = "\0\0\0\u0018ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1);

    @TempDir
    private static Path folder;

    private static House house;
    private static Path input;

    @BeforeAll
    static void open() throws IOException, InputException {
        house = SmallHouse.open(folder.resolve("data"));
        input = MediaInput.write(folder.resolve("input"), SHARED, OTHER, HEIC);
    }

    @AfterAll
    static void close() throws IOException {
        house.close();
    }

    @Test
    void hashesEveryContentOnceAndNamesWhatHasNoDecoder() throws Exception {
        MediaFindings media = SmallHouse.probe(house, input, folder.resolve("hashed"))
                .findings()
                .media();

        assertThat(media.counts().files()).isEqualTo(6);
        assertThat(media.counts().contents()).isEqualTo(5);
        assertThat(media.counts().hashed()).isEqualTo(4);
        assertThat(media.withoutHash()).singleElement().satisfies(without -> {
            assertThat(without.format()).isEqualTo("heic");
            assertThat(without.code()).isEqualTo(MediaCode.NO_DECODER.name());
            assertThat(without.files().getFirst().path()).isEqualTo("photos/later.heic");
        });
    }

    @Test
    void saysWhoHadACopyFirstAcrossPlatforms() throws Exception {
        MediaFindings media = SmallHouse.probe(house, input, folder.resolve("copies"))
                .findings()
                .media();

        CopyGroup group = media.copies().getFirst();
        assertThat(group.placeCount()).isEqualTo(3);
        assertThat(group.members().getFirst().places().getFirst().account()).isEqualTo("telegram:user1");
        assertThat(group.members()).anySatisfy(copy -> {
            assertThat(copy.turn()).isEqualTo("mirrored");
            assertThat(copy.distance()).isLessThanOrEqualTo(31);
            assertThat(copy.places().getFirst().account()).isEqualTo("telegram:user2");
        });
        assertThat(media.ties()).anySatisfy(tie -> {
            assertThat(tie.first()).isEqualTo("telegram:user1");
            assertThat(tie.second()).isEqualTo("telegram:user2");
            assertThat(tie.firstSooner()).isEqualTo(1);
        });
        // WhatsApp states local times without a zone: a tie, and no word on who was sooner.
        assertThat(media.ties()).anySatisfy(tie -> {
            assertThat(tie.first()).isEqualTo("telegram:user1");
            assertThat(tie.second()).startsWith("whatsapp:");
            assertThat(tie.firstSooner()).isZero();
        });
        assertThat(media.ties())
                .extracting(Tie::sources)
                .allSatisfy(two -> assertThat(two).hasSize(2));
    }

    @Test
    void tellsHitsOfListsWithTheirCategoryAndOnlyToAgenciesThatMaySeeThem() throws Exception {
        String digest = Sha256Digest.of(HEIC).hex();
        keepOther();
        keep("good", "sha256\n" + digest + "\n", "known-good", List.of("d11"));
        keep("theirs", "sha256\n" + digest + "\n", "known", List.of("mcmc"));

        MediaFindings media = SmallHouse.probe(house, input, folder.resolve("lists"))
                .findings()
                .media();

        KnownMedia known = media.known().getFirst();
        assertThat(media.counts().known()).isEqualTo(1);
        assertThat(known.hits().getFirst().list()).isEqualTo("told");
        assertThat(known.hits().getFirst().category()).isEqualTo("category-a");
        assertThat(known.hits().getFirst().turn()).isEqualTo("half");
        assertThat(media.counts().knownGood()).isEqualTo(1);
        assertThat(media.counts().listsWithheld()).isEqualTo(1);
        assertThat(Files.readString(folder.resolve("lists/data/findings.json"))).doesNotContain("theirs");
    }

    @Test
    void showsNotEvenGreyFieldsOfWhatAListKnows() throws Exception {
        keepOther();

        OpenCase.OpenedCase open =
                SmallHouse.probe(house, input, folder.resolve("fields")).opened();

        ViewMedia view = new ViewMedia(house);
        List<ViewMedia.MediaLine> pictures = done(view.page(open, 0)).lines().stream()
                .filter(ViewMedia.MediaLine::isShowable)
                .toList();
        assertThat(pictures).extracting(ViewMedia.MediaLine::hasGrid).containsExactly(false, true, true, true);
        assertThat(done(view.blurred(open, pictures.getFirst().id()))).isEmpty();
        assertThat(done(view.blurred(open, pictures.getLast().id()))).isPresent();
    }

    @Test
    void replacesAListUnderItsNameWhole() throws Exception {
        KeptList old = keep("edition", hashes(1, 300), "known", List.of("d11"));
        KeptList same = keep("edition", hashes(1, 300), "known", List.of("d11"));
        KeptList next = keep("edition", hashes(2, 500), "known", List.of("d11"));

        assertThat(same.id()).isEqualTo(old.id());
        assertThat(house.hashLists().current())
                .filteredOn(row -> row.name().equals("edition"))
                .extracting(KeptList::id)
                .containsExactly(next.id());
        assertThat(house.hashLists().all()).extracting(KeptList::id).contains(old.id());
    }

    @Test
    void refusesAListWithoutGroundOrHashesAndKeepsNothingOfIt() throws Exception {
        NewList noGround = new NewList("x", "maker", " ", "scheme", "known", null, List.of("d11"));
        NewList good = new NewList("x", "maker", "ground", "scheme", "known", null, List.of("d11"));
        int before = house.hashLists().all().size();

        assertThat(code(add(noGround, hashes(1, 1)))).isEqualTo(MediaCode.LIST_INCOMPLETE);
        assertThat(code(add(good, "nothing here\n"))).isEqualTo(MediaCode.LIST_WITHOUT_HASHES);
        assertThat(house.hashLists().all()).hasSize(before);
    }

    /** Readers ask while editions replace one another: each answer is the old or the new one, never a mixture. */
    @Test
    void showsReadersTheOldOrTheNewListWhole() throws Exception {
        keep("changing", hashes(1, 40), "known", List.of("d11"));
        Thread writer = Thread.ofPlatform().start(() -> {
            for (int edition = 2; edition <= 12; edition++) {
                try {
                    keep("changing", hashes(edition, 40), "known", List.of("d11"));
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }
        });

        int seen = 0;
        while (writer.isAlive() || seen == 0) {
            HeldLists.HeldList list = house.heldLists().current().stream()
                    .filter(held -> held.row().name().equals("changing"))
                    .findFirst()
                    .orElseThrow();
            assertThat(list.known().content().records()).isEqualTo(list.row().records());
            assertThat(list.known().content().counts().values()).containsExactly(40);
            seen++;
        }
        writer.join();
        assertThat(seen).isPositive();
    }

    private static Decoding.Hashed hash(byte[] picture) {
        try (DecoderPool pool = DecoderPool.one()) {
            return (Decoding.Hashed) pool.hash(picture);
        }
    }

    private static String hashes(int seed, int count) {
        StringBuilder lines = new StringBuilder();
        java.util.SplittableRandom random = new java.util.SplittableRandom(seed);
        for (int i = 0; i < count; i++) {
            lines.append(String.format("%016x%016x%n", random.nextLong(), random.nextLong()));
        }
        return lines.toString();
    }

    /** A list that knows the other picture, turned by half. */
    private static void keepOther() throws IOException {
        String pdq = hash(TestPictures.file(OTHER, "png")).hash(Turn.HALF).hex();
        keep("told", "pdq,category\n" + pdq + ",category-a\n", "known", List.of("d11", "mcmc"));
    }

    private static KeptList keep(String name, String text, String purpose, List<String> agencies) throws IOException {
        return done(add(new NewList(name, "a maker", "a test", "a scheme", purpose, null, agencies), text));
    }

    private static Outcome<KeptList> add(NewList list, String text) throws IOException {
        return new KeepHashLists(house)
                .add(
                        Acting.operator("d11"),
                        list,
                        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                        Progress.SILENT);
    }

    private static Object code(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?> refused ? refused.refusal().code() : "done";
    }
}
