package suluh.core.identity;

import java.util.List;
import suluh.core.observation.SourcePointer;

/**
 * Tie between two accounts, with what it rests on.
 *
 * @param a key of one account, the smaller in text order
 * @param b key of the other
 * @param basis kind of evidence
 * @param strength whether the two were joined or a person is asked to look
 * @param value the identifier they share, in comparable form; empty for {@link LinkBasis#EXPORT_OWNER}
 * @param sources records that say so, one for each side
 */
public record AccountLink(
        String a, String b, LinkBasis basis, Strength strength, String value, List<SourcePointer> sources)
        implements Comparable<AccountLink> {
    /** Whether a link joins. */
    public enum Strength {
        LINKED,
        SUGGESTED
    }

    public AccountLink {
        if (a.compareTo(b) >= 0) {
            throw new IllegalArgumentException("a link needs two accounts in text order: " + a + ", " + b);
        }
        sources = List.copyOf(sources);
    }

    @Override
    public int compareTo(AccountLink other) {
        int order = a.compareTo(other.a);
        order = order != 0 ? order : b.compareTo(other.b);
        order = order != 0 ? order : basis.compareTo(other.basis);
        return order != 0 ? order : value.compareTo(other.value);
    }
}
