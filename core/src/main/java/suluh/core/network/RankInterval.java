package suluh.core.network;

import java.util.List;

/**
 * Rank of an account by a measure, and between which ranks it lies when ties are missing.
 *
 * @param key key of the account
 * @param measure {@code betweenness}, {@code degree}, {@code closeness}, {@code core}, {@code pageRank} or {@code strength}
 * @param rank with all ties known, from 1
 * @param missing one entry for each share of ties taken away
 */
public record RankInterval(String key, String measure, int rank, List<Missing> missing) {
    /** Best and worst rank over repeated draws that each take this share of ties away. */
    public record Missing(double share, int best, int worst) {}

    public RankInterval {
        missing = List.copyOf(missing);
    }
}
