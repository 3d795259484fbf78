package suluh.core.casework;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A person who may certify documents that a computer produced.
 *
 * <p>Source: Evidence Act 1950 (Malaysia), s. 90A(2): a person responsible for the management of the operation of that
 * computer, or for the conduct of the activities for which it was used.
 *
 * @param id number in the register, or 0 before it is kept
 * @param agency id of the agency
 * @param computer which computer, as people call it: a capture workstation, an import server, a platform's custodian
 * @param use what it is used for
 * @param name the person's name
 * @param position the person's office
 * @param from first day in charge
 * @param until last day, or null while in charge
 */
public record PersonInCharge(
        int id,
        String agency,
        String computer,
        String use,
        String name,
        String position,
        Basis basis,
        LocalDate from,
        @Nullable LocalDate until) {
    /** Which of the two grounds of the section holds. */
    public enum Basis {
        /** Responsible for the management of the operation of the computer. */
        OPERATION,
        /** Responsible for the conduct of the activities for which it was used. */
        ACTIVITIES;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The ground of this wire name. */
        public static Optional<Basis> ofWire(String wire) {
            for (Basis basis : values()) {
                if (basis.wire().equals(wire)) {
                    return Optional.of(basis);
                }
            }
            return Optional.empty();
        }
    }

    /** True on a day between the first and the last, both included. */
    public boolean isInChargeOn(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }
}
