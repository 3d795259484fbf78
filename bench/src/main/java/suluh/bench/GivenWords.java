package suluh.bench;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What stands after the name of a measurement: options, each with its value. */
record GivenWords(Map<String, String> values) {
    GivenWords {
        values = Map.copyOf(values);
    }

    /**
     * Reads pairs of an option and its value.
     *
     * @throws IllegalArgumentException when another option stands there, or one without a value
     */
    static GivenWords of(List<String> words, Set<String> options) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i + 1 < words.size(); i += 2) {
            values.put(words.get(i), words.get(i + 1));
        }
        if (words.size() % 2 != 0 || !options.containsAll(values.keySet())) {
            throw new IllegalArgumentException("no such words: " + words);
        }
        return new GivenWords(values);
    }

    /**
     * The number of an option within these bounds, or the other one when it is not given.
     *
     * @throws IllegalArgumentException when it is no number
     */
    long number(String option, long otherwise, long min, long max) {
        return Math.clamp(Long.parseLong(values.getOrDefault(option, String.valueOf(otherwise))), min, max);
    }

    /** The folder that an option names. */
    Optional<Path> folder(String option) {
        return Optional.ofNullable(values.get(option)).map(Path::of);
    }
}
