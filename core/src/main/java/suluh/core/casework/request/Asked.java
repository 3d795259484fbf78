package suluh.core.casework.request;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import suluh.core.casework.CaseworkCode;
import suluh.core.casework.targets.Target;
import suluh.core.kernel.Outcome;

/**
 * What a provider is asked about.
 *
 * @param targets accounts, groups and addresses
 * @param from first day in UTC, or null for all there is
 * @param until last day in UTC, or null for all there is
 * @param types kinds of record; empty for a take-down, which asks for none
 */
public record Asked(
        List<Target> targets,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        Set<RecordType> types) {
    public static final int MAX_TARGETS = 200;

    public Asked {
        targets = List.copyOf(targets);
        EnumSet<RecordType> ordered = EnumSet.noneOf(RecordType.class);
        ordered.addAll(types);
        types = Collections.unmodifiableSet(ordered);
    }

    /** This, or what is missing for a request of this kind. */
    public Outcome<Asked> checkedFor(RequestKind kind) {
        if (targets.isEmpty()) {
            return refused("No account, group or address is named; name at least one.");
        }
        if (targets.size() > MAX_TARGETS) {
            return refused(targets.size() + " targets are named; the most is " + MAX_TARGETS + ". Make two requests.");
        }
        if (kind != RequestKind.TAKE_DOWN && types.isEmpty()) {
            return refused("No kind of record is named; choose at least one.");
        }
        if (from != null && until != null && until.isBefore(from)) {
            return refused("The last day, " + until + ", lies before the first, " + from + ". Mend the days.");
        }
        return Outcome.done(this);
    }

    private static Outcome<Asked> refused(String sentence) {
        return Outcome.refused(CaseworkCode.REQUEST_INCOMPLETE, sentence);
    }
}
