package suluh.core.triage;

import java.util.Comparator;
import java.util.List;

/**
 * An account that a person should look at, and why.
 *
 * @param account key of the account
 * @param priority sum of the shares of its reasons; orders attention and means nothing else
 * @param reasons weightiest first
 */
public record Lead(String account, double priority, List<Reason> reasons) implements Comparable<Lead> {
    public Lead {
        reasons = List.copyOf(reasons);
    }

    /** The lead of these reasons; those with a figure of 0 are left out. */
    public static Lead of(String account, List<Reason> reasons) {
        List<Reason> present = reasons.stream()
                .filter(reason -> reason.figure() > 0)
                .sorted(Comparator.<Reason>comparingDouble(
                                reason -> -reason.code().share(reason.figure()))
                        .thenComparing(Reason::code))
                .toList();
        double priority = present.stream()
                .mapToDouble(reason -> reason.code().share(reason.figure()))
                .sum();
        return new Lead(account, Math.round(priority * 1_000) / 1_000.0, present);
    }

    /** Highest priority first, then by key. */
    @Override
    public int compareTo(Lead other) {
        int order = Double.compare(other.priority, priority);
        return order != 0 ? order : account.compareTo(other.account);
    }
}
