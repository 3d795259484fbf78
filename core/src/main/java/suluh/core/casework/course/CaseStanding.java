package suluh.core.casework.course;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import suluh.core.casework.CaseworkCode;
import suluh.core.kernel.Outcome;

/**
 * Where a case stands.
 *
 * @param version grows by one with every change; who writes names the version they saw
 * @param sensitivity marking
 * @param mustNotTell true while nothing about the case may reach those it concerns, reporters included
 * @param closedAt when it was closed, or null while it is open
 * @param keptUntil last day on which a closed case is kept, or null while it is open
 */
public record CaseStanding(
        int version,
        Sensitivity sensitivity,
        boolean mustNotTell,
        @Nullable Instant closedAt,
        @Nullable LocalDate keptUntil) {
    /** A case that was just opened. */
    public static final CaseStanding FRESH = new CaseStanding(0, Sensitivity.NORMAL, false, null, null);

    public boolean isOpen() {
        return closedAt == null;
    }

    /** This, when nobody has changed the case since the version that the writer saw. */
    public Outcome<CaseStanding> at(int seen) {
        return seen == version
                ? Outcome.done(this)
                : Outcome.refused(
                        CaseworkCode.CHANGED_SINCE,
                        "Somebody changed the case after you opened this page (you saw version " + seen + ", it is "
                                + version + " now). Look at it again, then repeat what you wanted; nothing was lost.");
    }

    /** This, while the case is open. */
    public Outcome<CaseStanding> open() {
        return isOpen()
                ? Outcome.done(this)
                : Outcome.refused(
                        CaseworkCode.CASE_CLOSED,
                        "The case is closed. A supervisor can reopen it and has to give a reason.");
    }

    /** With other markings. */
    public CaseStanding marked(Sensitivity other, boolean tellsNobody) {
        return new CaseStanding(version + 1, other, tellsNobody, closedAt, keptUntil);
    }

    /** Closed now and kept until a day. */
    public CaseStanding closed(Instant now, LocalDate until) {
        return new CaseStanding(version + 1, sensitivity, mustNotTell, now, until);
    }

    /** Open again; what was to be purged is not. */
    public CaseStanding reopened() {
        return new CaseStanding(version + 1, sensitivity, mustNotTell, null, null);
    }

    /** The next version, nothing else changed. */
    public CaseStanding touched() {
        return new CaseStanding(version + 1, sensitivity, mustNotTell, closedAt, keptUntil);
    }

    /** This, when it is closed and, on this day of the law, no longer to be kept. */
    public Outcome<CaseStanding> purgeable(LocalDate today) {
        if (keptUntil == null || !today.isAfter(keptUntil)) {
            return Outcome.refused(
                    CaseworkCode.RETENTION_RUNS,
                    isOpen()
                            ? "The case is open; close it first. Its retention runs from then."
                            : "The case is kept until " + keptUntil + ". Purge it after that day.");
        }
        return Outcome.done(this);
    }

    /** What a reporter may be told. */
    public boolean mayTellReporters() {
        return !mustNotTell && sensitivity != Sensitivity.RESTRICTED;
    }
}
