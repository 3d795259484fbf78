package suluh.core.identity;

import java.util.Comparator;
import java.util.List;
import suluh.core.observation.SourcePointer;

/**
 * Tie between two accounts with its waterfall: the prior, then what each comparison adds or takes.
 *
 * @param a key of one account, the smaller in text order
 * @param b key of the other
 * @param standing what follows from it
 * @param priorBits log-odds before anything is compared
 * @param evidence what was compared, strongest for the tie first; empty when a person decided
 */
public record AccountLink(String a, String b, Standing standing, double priorBits, List<LinkEvidence> evidence)
        implements Comparable<AccountLink> {
    private static final double LOG_2 = Math.log(2);
    private static final Comparator<AccountLink> ORDER =
            Comparator.comparing(AccountLink::a).thenComparing(AccountLink::b);

    /** What follows from a tie. */
    public enum Standing {
        /** The two are held to be one actor. */
        LINKED,
        /** Likely, and left to a person: not sure enough, or resting on what anybody can copy. */
        TO_JUDGE,
        /** Possible; shown, so that a person may look. */
        SUGGESTED,
        /** Strong by itself, and not followed because the rest of the two groups speaks against it. */
        CUT,
        /** A person decided that the two are one. */
        DECIDED;

        public String wire() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        /** True when the tie joins its accounts. */
        public boolean joins() {
            return this == LINKED || this == DECIDED;
        }
    }

    public AccountLink {
        if (a.compareTo(b) >= 0) {
            throw new IllegalArgumentException("a link needs two different accounts in text order");
        }
        evidence = evidence.stream()
                .sorted(Comparator.comparingDouble(LinkEvidence::bits)
                        .reversed()
                        .thenComparing(LinkEvidence::field))
                .toList();
    }

    /** Log-odds in bits: the prior and all weights. */
    public double logOdds() {
        return priorBits + evidence.stream().mapToDouble(LinkEvidence::bits).sum();
    }

    /** Probability that the two are one, as the model has it; 1 when a person decided so. */
    public double probability() {
        return standing == Standing.DECIDED ? 1 : 1 / (1 + Math.exp(-logOdds() * LOG_2));
    }

    /** Kind of the strongest evidence. */
    public LinkBasis basis() {
        return evidence.isEmpty() ? LinkBasis.DECISION : LinkBasis.of(evidence.getFirst());
    }

    /** The value that the strongest evidence rests on; empty when it rests on none. */
    public String value() {
        return evidence.isEmpty() ? "" : evidence.getFirst().valueA();
    }

    /** Records of the strongest evidence. */
    public List<SourcePointer> sources() {
        return evidence.isEmpty() ? List.of() : evidence.getFirst().sources();
    }

    /** The same tie with another standing. */
    public AccountLink with(Standing other) {
        return new AccountLink(a, b, other, priorBits, evidence);
    }

    @Override
    public int compareTo(AccountLink other) {
        return ORDER.compare(this, other);
    }
}
