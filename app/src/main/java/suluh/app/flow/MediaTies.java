package suluh.app.flow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import suluh.app.store.MediaFile;
import suluh.app.store.MediaHolder;
import suluh.core.disclosure.MediaFindings.Tie;
import suluh.core.observation.SourcePointer;

/** Ties between accounts that sent copies of the same pictures, and which of the two had them first. */
final class MediaTies {
    /** Accounts of one picture that are tied to each other; beyond that a picture is a fashion, not a tie. */
    private static final int MAX_ACCOUNTS_OF_A_PICTURE = 200;

    private record Pair(String a, String b) {}

    private static final class Sum {
        private long pictures;
        private long soonerA;
        private long soonerB;
        private List<SourcePointer> sources = List.of();
    }

    private MediaTies() {}

    /**
     * Ties of these groups, most pictures first.
     *
     * @param groups places of copies of one picture, each earliest first
     */
    static List<Tie> of(List<List<MediaFile>> groups) {
        Map<Pair, Sum> sums = new LinkedHashMap<>();
        for (List<MediaFile> group : groups) {
            List<MediaHolder> first = firstOfEachAccount(group);
            for (int i = 0; i < first.size(); i++) {
                for (int k = i + 1; k < first.size(); k++) {
                    add(sums, first.get(i), first.get(k));
                }
            }
        }
        List<Tie> ties = new ArrayList<>();
        sums.forEach((pair, sum) -> ties.add(tie(pair, sum)));
        ties.sort(Comparator.comparingLong(Tie::pictures)
                .reversed()
                .thenComparing(Tie::first)
                .thenComparing(Tie::second));
        return ties;
    }

    /** The earliest message of each account, earliest account first. */
    private static List<MediaHolder> firstOfEachAccount(List<MediaFile> group) {
        Map<String, MediaHolder> first = new LinkedHashMap<>();
        for (MediaFile file : group) {
            MediaHolder holder = file.holder();
            if (holder != null && holder.account() != null && first.size() < MAX_ACCOUNTS_OF_A_PICTURE) {
                first.putIfAbsent(holder.account(), holder);
            }
        }
        return List.copyOf(first.values());
    }

    private static void add(Map<Pair, Sum> sums, MediaHolder earlier, MediaHolder later) {
        String one = account(earlier);
        String other = account(later);
        boolean isInOrder = one.compareTo(other) < 0;
        Sum sum = sums.computeIfAbsent(isInOrder ? new Pair(one, other) : new Pair(other, one), ignored -> new Sum());
        sum.pictures++;
        if (isSooner(earlier.sentAt(), later.sentAt())) {
            sum.soonerA += isInOrder ? 1 : 0;
            sum.soonerB += isInOrder ? 0 : 1;
        }
        if (sum.sources.isEmpty()) {
            sum.sources = List.of(earlier.message(), later.message());
        }
    }

    private static String account(MediaHolder holder) {
        String account = holder.account();
        if (account == null) {
            throw new IllegalArgumentException("a tie is between accounts");
        }
        return account;
    }

    private static boolean isSooner(@Nullable Instant earlier, @Nullable Instant later) {
        return earlier != null && later != null && earlier.isBefore(later);
    }

    private static Tie tie(Pair pair, Sum sum) {
        return sum.soonerB > sum.soonerA
                ? new Tie(pair.b(), pair.a(), sum.pictures, sum.soonerB, sum.sources)
                : new Tie(pair.a(), pair.b(), sum.pictures, sum.soonerA, sum.sources);
    }
}
