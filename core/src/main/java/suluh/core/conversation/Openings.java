package suluh.core.conversation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import suluh.core.conversation.ContactStructure.Code;
import suluh.core.conversation.ContactStructure.Party;
import suluh.core.conversation.ContactStructure.Signal;
import suluh.core.observation.SourcePointer;

/** Finds the conversations that one actor began with nearly the same words; words as sets, compared pair by pair. */
final class Openings {
    /** Share of common words, of all in either (Jaccard, 1912), from which on two openings are alike. */
    static final double ALIKE = 0.6;
    /** Openings of one actor that are compared, since comparing is quadratic; further ones count as not alike. */
    static final int MAX_OF_AN_ACTOR = 2_000;

    /** A greeting of two words is everybody's. */
    private static final int MIN_WORDS = 3;

    private record Opening(int conversation, String account, Set<String> words, SourcePointer source) {
        private boolean isLike(Opening other) {
            long common = words.stream().filter(other.words::contains).count();
            return common >= ALIKE * (words.size() + other.words.size() - common);
        }
    }

    private final SortedMap<String, List<Opening>> byActor = new TreeMap<>();

    /** How somebody began this conversation, in words with spaces between. */
    void add(int conversation, Party opener, String opening, SourcePointer source) {
        Set<String> words = new HashSet<>(Arrays.asList(opening.strip().split(" ")));
        List<Opening> own = byActor.computeIfAbsent(opener.actor(), ignored -> new ArrayList<>());
        if (words.size() >= MIN_WORDS && own.size() < MAX_OF_AN_ACTOR) {
            own.add(new Opening(conversation, opener.account(), words, source));
        }
    }

    /** For each conversation how many of the same actor began alike, itself too; none where it is the only one. */
    Map<Integer, Signal> alike() {
        Map<Integer, Signal> signals = new HashMap<>();
        byActor.forEach((actor, openings) -> openings.forEach(one -> {
            List<SourcePointer> sources = new ArrayList<>(List.of(one.source()));
            openings.stream()
                    .filter(other -> other.conversation() != one.conversation() && one.isLike(other))
                    .forEach(other -> sources.add(other.source()));
            if (sources.size() > 1) {
                List<SourcePointer> some = sources.subList(0, Math.min(ContactStructure.MAX_SOURCES, sources.size()));
                signals.put(one.conversation(), new Signal(Code.OPENS_ALIKE, sources.size(), one.account(), some));
            }
        }));
        return signals;
    }
}
