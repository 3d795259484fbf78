package suluh.app.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static suluh.app.flow.SmallHouse.done;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import suluh.app.flow.AccountProfile.Line;
import suluh.app.flow.AccountProfile.MediaUse;
import suluh.app.host.InputException;
import suluh.app.media.TestPictures;
import suluh.app.store.StoredAccount;
import suluh.core.identity.profile.WeekHours;

/** Lines of a profile: each names records, and the counts add up. */
class ProfileLinesTest {
    private static final byte[] HEIC = "\0\0\0\u0018ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1);

    @TempDir
    private Path folder;

    @Test
    void daysHoursLanguagesAndZoneNameTheRecordsThatTheyRestOn() throws IOException, InputException {
        try (House house = SmallHouse.open(folder.resolve("data"))) {
            ProbeInput.Probed probed =
                    SmallHouse.probe(house, SmallHouse.synthetic(folder.resolve("synth"), 4_000), null);
            CaseMaterial material =
                    new CaseMaterial(house.observations(), probed.opened().id());
            int busiest = material.accounts().stream()
                    .max(Comparator.comparingLong(StoredAccount::messages))
                    .orElseThrow()
                    .id();

            AccountProfile profile = done(new ViewAccount(house).account(probed.opened(), busiest))
                    .profile();

            WeekHours.LikelyZone zone = profile.zone().orElseThrow();
            assertThat(zone.offsetHours()).isBetween(7, 9);
            assertThat(sum(profile.times(), "day.")).isEqualTo(profile.hours().total());
            assertThat(sum(profile.times(), "hour")).isEqualTo(profile.hours().total());
            assertThat(sum(profile.zoneLines(), "")).isEqualTo(profile.hours().total());
            assertThat(sum(profile.languages(), "language")).isEqualTo(profile.languageMessages());
            assertThat(List.of(profile.times(), profile.zoneLines(), profile.languages()))
                    .allSatisfy(lines -> assertThat(lines).isNotEmpty().allSatisfy(ProfileLinesTest::namesRecords));
        }
    }

    private static long sum(List<Line> lines, String kind) {
        return lines.stream()
                .filter(line -> line.kind().startsWith(kind))
                .mapToLong(Line::records)
                .sum();
    }

    private static void namesRecords(Line line) {
        assertThat(line.sources()).isNotEmpty().doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(5);
        assertThat((long) line.sources().size()).isLessThanOrEqualTo(line.records());
    }

    @Test
    void aFileThatAnotherAccountSentUnderAnotherNameIsUsedAgain() throws IOException, InputException {
        Path input = MediaInput.write(
                folder.resolve("input"), TestPictures.waves(5, 300, 220), TestPictures.waves(6, 320, 320), HEIC);
        try (House house = SmallHouse.open(folder.resolve("data"))) {
            ProbeInput.Probed probed = SmallHouse.probe(house, input, null);
            CaseMaterial material =
                    new CaseMaterial(house.observations(), probed.opened().id());
            int sender = material.accounts().stream()
                    .filter(account -> account.key().equals("telegram:user2"))
                    .findFirst()
                    .orElseThrow()
                    .id();

            AccountProfile profile = done(new ViewAccount(house).account(probed.opened(), sender))
                    .profile();

            MediaUse use = profile.media().getFirst();
            assertThat(profile.media()).hasSize(1);
            assertThat(use.times()).isEqualTo(1);
            assertThat(use.sources()).hasSize(1);
            assertThat(use.others()).singleElement().satisfies(other -> {
                assertThat(other.name()).isEqualTo("Aina");
                assertThat(other.sources()).hasSize(1);
            });
            assertThat(profile.namedMedia()).isEmpty();
        }
    }
}
