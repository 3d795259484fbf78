package suluh.app.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import suluh.app.flow.SharedMedia.SharedPicture;
import suluh.app.store.MediaCopy;
import suluh.app.store.MediaFile;
import suluh.app.store.MediaHolder;
import suluh.core.kernel.EvidenceId;
import suluh.core.observation.SourcePointer;

/** Who sent copies of the same picture: the same bytes, near copies by their hashes, or what everybody sends. */
class SharedMediaTest {
    private static final Instant NOON = Instant.parse("2024-03-01T12:00:00Z");

    @Test
    void tellsTheSameFileFromNearCopies() {
        List<MediaFile> files = List.of(sent(1, "a", 0), sent(2, "b", 60), sent(2, "c", 120), sent(3, "d", 180));
        List<MediaCopy> copies = List.of(new MediaCopy(1, 1, 0, "none"), new MediaCopy(2, 1, 18, "none"));

        List<SharedPicture> found = SharedMedia.pictures(files, copies);

        assertThat(found)
                .extracting(one -> one.a() + one.b() + one.isSameFile())
                .containsExactly("abfalse", "acfalse", "bctrue");
        assertThat(found.getFirst().observed().first()).isEqualTo(NOON.plusSeconds(60));
        assertThat(found.getFirst().observed().sources()).hasSize(2);
    }

    @Test
    void tiesNobodyByAPictureThatEverybodySends() {
        List<MediaFile> files = IntStream.range(0, 41)
                .mapToObj(account -> sent(1, "account-" + account, account))
                .toList();

        assertThat(SharedMedia.pictures(files, List.of())).isEmpty();
    }

    @Test
    void tiesNobodyByAPictureWithoutASender() {
        MediaFile lost = new MediaFile(1, source(1), null);

        assertThat(SharedMedia.pictures(List.of(lost, sent(1, "a", 0)), List.of()))
                .isEmpty();
    }

    private static MediaFile sent(int content, String account, int second) {
        return new MediaFile(
                content,
                source(content),
                new MediaHolder(account, "talk", "telegram", "", NOON.plusSeconds(second), source(1_000 + second)));
    }

    private static SourcePointer source(int offset) {
        return new SourcePointer(new EvidenceId("ev-00112233445566778899aabbccddeeff"), "file", offset, 1);
    }
}
