package suluh.core.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NearCopiesTest {
    private final SplittableRandom random = new SplittableRandom(21);

    @Test
    void groupsCopiesAboutTheOneThatCameFirst() {
        PdqHash first = Patterns.randomHash(random);
        PdqHash other = Patterns.randomHash(random);
        List<PdqHash> hashes =
                List.of(first, other, Patterns.changed(first, 20, random), first, Patterns.changed(other, 40, random));

        NearCopies copies = NearCopies.of(hashes.stream().map(this::unturned).toList(), 31);

        assertThat(copies.groups()).containsExactly(List.of(0, 2, 3));
        assertThat(copies.leader(2)).isZero();
        assertThat(copies.distance(2)).isEqualTo(20);
        assertThat(copies.distance(0)).isZero();
        assertThat(copies.leader(4)).isEqualTo(4);
    }

    @Test
    void findsTurnedCopiesAndSaysHowTheyAreTurned() {
        LumaPlane plane = Patterns.waves(4, 900, 700);
        List<Map<Turn, PdqHash>> pictures = List.of(
                all(PdqTransform.of(plane)),
                all(PdqTransform.of(plane.turned(Turn.MIRRORED))),
                all(PdqTransform.of(Patterns.waves(5, 900, 700))),
                all(PdqTransform.of(plane.turned(Turn.QUARTER_CLOCKWISE))));

        NearCopies copies = NearCopies.of(pictures, 31);

        assertThat(copies.groups()).containsExactly(List.of(0, 1, 3));
        assertThat(copies.turn(1)).isEqualTo(Turn.MIRRORED);
        assertThat(copies.turn(3)).isEqualTo(Turn.QUARTER_CLOCKWISE);
        assertThat(copies.turn(0)).isEqualTo(Turn.NONE);
    }

    @Test
    void doesNotChainPicturesThatHaveNothingInCommon() {
        PdqHash first = new PdqHash(0, 0, 0, 0);
        PdqHash second = new PdqHash(0xFFFFFL, 0, 0, 0);
        PdqHash third = new PdqHash(0xFFFFFL, 0xFFFFFL, 0, 0);

        NearCopies copies = NearCopies.of(List.of(unturned(first), unturned(second), unturned(third)), 31);

        assertThat(copies.groups()).containsExactly(List.of(0, 1));
        assertThat(copies.leader(2)).isEqualTo(2);
    }

    /** The turns of a hash alone are not known; random ones are far from everything. */
    private Map<Turn, PdqHash> unturned(PdqHash hash) {
        Map<Turn, PdqHash> turns = new EnumMap<>(Turn.class);
        for (Turn turn : Turn.values()) {
            turns.put(turn, turn == Turn.NONE ? hash : Patterns.randomHash(random));
        }
        return turns;
    }

    private static Map<Turn, PdqHash> all(PdqTransform transform) {
        Map<Turn, PdqHash> turns = new EnumMap<>(Turn.class);
        for (Turn turn : Turn.values()) {
            turns.put(turn, transform.hash(turn));
        }
        return turns;
    }
}
