package suluh.app.flow;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import suluh.app.media.Decoding;
import suluh.app.store.MediaAssessment;
import suluh.app.store.MediaContent;
import suluh.app.store.MediaCopy;
import suluh.core.exposure.MediaWord;
import suluh.core.image.PdqIndex;
import suluh.core.image.Turn;

/**
 * What was said of a content, or of a near copy of it: a word carries over with its author and date.
 *
 * <p>A content's own latest word comes first. Failing that, the latest word of a content of its group counts when the two
 * are within 31 bits of each other themselves; to be in one group is not enough, for two copies of a third may be further
 * apart.
 */
final class CarriedWords {
    private final Map<Integer, MediaAssessment> latest = new HashMap<>();
    private final Map<Integer, Integer> leaderOf = new HashMap<>();
    private final Map<Integer, List<Integer>> group;
    private final Map<Integer, MediaContent> contents = new HashMap<>();

    /**
     * A word and whence it comes.
     *
     * @param from content of which it was said
     * @param distance bits between that content and the one asked for; 0 for the same
     */
    record Carried(MediaAssessment assessment, MediaWord word, int from, int distance) {}

    private CarriedWords(List<MediaAssessment> newestFirst, List<MediaCopy> copies) {
        newestFirst.forEach(assessment -> latest.putIfAbsent(assessment.content(), assessment));
        copies.forEach(copy -> leaderOf.put(copy.content(), copy.leader()));
        group = copies.stream()
                .filter(copy -> latest.containsKey(copy.content()))
                .collect(Collectors.groupingBy(
                        MediaCopy::leader, Collectors.mapping(MediaCopy::content, Collectors.toList())));
    }

    /** Words for these contents. */
    static CarriedWords of(House house, int caseId, Collection<MediaContent> asked) {
        CarriedWords words = new CarriedWords(
                house.mediaWords().assessments(caseId), house.media().copies(caseId));
        asked.forEach(content -> words.contents.put(content.id(), content));
        Set<Integer> others = new HashSet<>();
        asked.forEach(content -> others.addAll(words.assessedCopies(content.id())));
        others.removeAll(words.contents.keySet());
        house.media().contents(caseId, others).forEach(content -> words.contents.put(content.id(), content));
        return words;
    }

    private List<Integer> assessedCopies(int content) {
        Integer leader = leaderOf.get(content);
        return leader == null ? List.of() : group.getOrDefault(leader, List.of());
    }

    /** The word that counts for this content, when there is one. */
    Optional<Carried> word(int content) {
        MediaAssessment own = latest.get(content);
        if (own != null) {
            return Optional.of(new Carried(own, own.word(), content, 0));
        }
        return assessedCopies(content).stream()
                .map(other -> carried(content, other))
                .flatMap(Optional::stream)
                .max(Comparator.comparing(carried -> carried.assessment().at()));
    }

    private Optional<Carried> carried(int content, int other) {
        MediaAssessment assessment = latest.get(other);
        Optional<Integer> distance = distance(contents.get(content), contents.get(other));
        return assessment == null
                ? Optional.empty()
                : distance.filter(bits -> bits <= PdqIndex.MAX_DISTANCE)
                        .map(bits -> new Carried(assessment, assessment.word(), other, bits));
    }

    private static Optional<Integer> distance(@Nullable MediaContent a, @Nullable MediaContent b) {
        if (a == null || b == null || a.hashed().isEmpty() || b.hashed().isEmpty()) {
            return Optional.empty();
        }
        Decoding.Hashed turned = b.hashed().get();
        int nearest = Integer.MAX_VALUE;
        for (Turn turn : Turn.values()) {
            nearest = Math.min(nearest, a.hashed().get().hash().distance(turned.hash(turn)));
        }
        return Optional.of(nearest);
    }
}
