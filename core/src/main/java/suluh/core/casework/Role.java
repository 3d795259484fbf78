package suluh.core.casework;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What office a person holds; membership of a case names the one that counts there. */
public enum Role {
    /** Takes in complaints and answers those who made them. */
    INTAKE,
    /** Sees to it that data are kept: seals evidence, asks platforms to preserve. */
    PRESERVATION,
    /** Reads and compares what was sealed. */
    ANALYST,
    /** Leads a case. */
    INVESTIGATOR,
    /** Authorises, and may do whatever any member of the case may. */
    SUPERVISOR,
    /** Speaks with the platforms. */
    LIAISON,
    /** Sees who did what and proves it by the ledger; sees no content. */
    AUDITOR,
    /** Looks after people and keys; has no access to any case. */
    ADMINISTRATOR;

    /** Name in rows, entries and documents: {@code supervisor}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role of this wire name. */
    public static Optional<Role> ofWire(String wire) {
        for (Role role : values()) {
            if (role.wire().equals(wire)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }

    /** True when a member of a case may hold it there. */
    public boolean worksOnCases() {
        return this != AUDITOR && this != ADMINISTRATOR;
    }

    /**
     * True when one person may hold all of these: who looks after accounts, or audits, works on no case, so that nobody
     * lets himself in and nobody audits himself.
     */
    public static boolean mayBeHeldTogether(Set<Role> roles) {
        boolean hasCaseWork = roles.stream().anyMatch(Role::worksOnCases);
        boolean hasOversight = roles.contains(AUDITOR) || roles.contains(ADMINISTRATOR);
        boolean hasBothOversights = roles.contains(AUDITOR) && roles.contains(ADMINISTRATOR);
        return !hasBothOversights && !(hasCaseWork && hasOversight);
    }
}
