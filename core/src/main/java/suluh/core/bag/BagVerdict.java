package suluh.core.bag;

import java.util.List;

/** What a check of a bag came to. */
public sealed interface BagVerdict {
    /**
     * Complete and valid in the words of RFC 8493, section 3.
     *
     * @param version version of BagIt that the bag states
     * @param payloadFiles files below {@code data/}
     * @param payloadBytes their size
     * @param algorithms digests by which the payload was compared, such as {@code sha256}
     * @param warnings what is permitted there but likely a mistake; at most 100
     */
    record Valid(String version, long payloadFiles, long payloadBytes, List<String> algorithms, List<String> warnings)
            implements BagVerdict {
        public Valid {
            algorithms = List.copyOf(algorithms);
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * No valid bag.
     *
     * @param where file or path at fault
     * @param expected what should have been there
     * @param found what is there
     */
    record Invalid(String where, String expected, String found) implements BagVerdict {}
}
