package suluh.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import suluh.core.kernel.Sha256Digest;

class LedgerEntryTest {
    @Test
    void isReadFromItsLeaf() throws LedgerFormatException {
        assertThat(LedgerEntry.parse(entry("ev-1").leaf())).isEqualTo(entry("ev-1"));
    }

    @Test
    void hasOneFormOnly() {
        String spaced = new String(entry("ev-1").leaf(), StandardCharsets.UTF_8).replace(",\"case\"", ", \"case\"");

        assertThatThrownBy(() -> LedgerEntry.parse(spaced.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(LedgerFormatException.class)
                .hasMessageContaining("canonical");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Siti binti Ali", "", "a\nb", "@", "name, surname"})
    void holdsIdsAndNeverNames(String name) {
        assertThatThrownBy(() -> entry(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {31, 32, 33})
    void readsOrRefusesAnyMutation(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 10_000; i++) {
            byte[] leaf = entry("ev-1").leaf();
            leaf[random.nextInt(leaf.length)] = (byte) random.nextInt(256);
            try {
                assertThat(LedgerEntry.parse(leaf).leaf()).isEqualTo(leaf);
            } catch (LedgerFormatException refused) {
                assertThat(refused).hasMessageNotContaining("java.");
            }
        }
    }

    private static LedgerEntry entry(String item) {
        return new LedgerEntry(
                EntryKind.EVIDENCE_SEALED,
                Instant.parse("2026-11-24T00:00:00Z"),
                "d11",
                "p-1",
                "SU-2026-0001",
                new TreeMap<>(Map.of("item", item)),
                new TreeMap<>(Map.of("sha256", Sha256Digest.of(new byte[] {1}))),
                new TreeMap<>(Map.of("sizeBytes", 1L)));
    }
}
