package suluh.core.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Groups pictures that are near copies of one another, turned or not, each group about the picture that came first.
 *
 * <p>In the order given, a picture joins the first group whose leader is within the distance, or leads one of its own.
 * Every member is so within the distance of its leader: chains, in which the ends have nothing in common, do not arise.
 * The order decides, so the caller gives the earliest first. Time: eight searches for each leader.
 */
public final class NearCopies {
    private final int[] leaders;
    private final int[] distances;
    private final Turn[] turns;

    private NearCopies(int count) {
        leaders = new int[count];
        Arrays.fill(leaders, -1);
        distances = new int[count];
        turns = new Turn[count];
        Arrays.fill(turns, Turn.NONE);
    }

    /**
     * Groups these pictures.
     *
     * @param pictures the hash of each in every turn
     * @param distance from 0 to {@link PdqIndex#MAX_DISTANCE}
     */
    public static NearCopies of(List<Map<Turn, PdqHash>> pictures, int distance) {
        RecordColumn column = RecordColumn.ofHashes();
        pictures.forEach(picture -> column.add(hash(picture, Turn.NONE)));
        PdqIndex index = PdqIndex.of(column);
        NearCopies copies = new NearCopies(pictures.size());
        for (int i = 0; i < copies.leaders.length; i++) {
            if (copies.leaders[i] < 0) {
                copies.gather(index, i, pictures.get(i), distance);
            }
        }
        return copies;
    }

    private void gather(PdqIndex index, int leader, Map<Turn, PdqHash> picture, int distance) {
        leaders[leader] = leader;
        for (Turn turn : Turn.values()) {
            for (Neighbour near : index.near(hash(picture, turn), distance)) {
                for (int k = 0; k < near.copies(); k++) {
                    join(index.entry(near.record(), k), leader, near.distance(), turn);
                }
            }
        }
    }

    private void join(int picture, int leader, int distance, Turn turn) {
        boolean isNearer = leaders[picture] == leader && distance < distances[picture];
        if (leaders[picture] < 0 || isNearer) {
            leaders[picture] = leader;
            distances[picture] = distance;
            turns[picture] = turn;
        }
    }

    private static PdqHash hash(Map<Turn, PdqHash> picture, Turn turn) {
        PdqHash hash = picture.get(turn);
        if (hash == null) {
            throw new IllegalArgumentException("a picture needs its hash in every turn");
        }
        return hash;
    }

    /** Place of the picture that leads the group of picture {@code i}; {@code i} itself when it leads. */
    public int leader(int i) {
        return leaders[i];
    }

    /** Bits in which picture {@code i} differs from its leader. */
    public int distance(int i) {
        return distances[i];
    }

    /** How the leader is turned to look like picture {@code i}. */
    public Turn turn(int i) {
        return turns[i];
    }

    /** Groups of at least two, each with its leader first, in the order of their leaders. */
    public List<List<Integer>> groups() {
        List<List<Integer>> groups = new ArrayList<>();
        for (int i = 0; i < leaders.length; i++) {
            groups.add(new ArrayList<>());
            groups.get(leaders[i]).add(i);
        }
        return groups.stream()
                .filter(group -> group.size() > 1)
                .<List<Integer>>map(List::copyOf)
                .toList();
    }
}
