package suluh.core.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;
import suluh.core.kernel.Outcome;

/**
 * One jurisdiction's offences, authorities and agencies: data, never code, and not legal advice.
 *
 * @param version names the register and its edition; copied into each mandate
 * @param zone where the jurisdiction's days begin and end
 * @param offences child-protection offences by code, in the register's order
 * @param authorities powers by reference, in the register's order
 * @param agencies bodies by id, in the register's order
 * @param directory providers, clocks and helplines
 */
public record Register(
        String version,
        ZoneId zone,
        SequencedMap<String, Offence> offences,
        SequencedMap<String, Authority> authorities,
        SequencedMap<String, Agency> agencies,
        Directory directory) {
    public Register {
        offences = copy(offences);
        authorities = copy(authorities);
        agencies = copy(agencies);
    }

    /** Register from its entries; throws {@link IllegalArgumentException} naming a code that stands twice. */
    public static Register of(
            String version, ZoneId zone, List<Offence> offences, List<Authority> authorities, List<Agency> agencies) {
        return new Register(
                version,
                zone,
                byKey(offences, Offence::code),
                byKey(authorities, Authority::reference),
                byKey(agencies, Agency::id),
                Directory.EMPTY);
    }

    /** This register with another directory; throws when a clock names an authority or a provider that is not there. */
    public Register with(Directory other) {
        for (ClockRule clock : other.clocks().values()) {
            String authority = clock.authority();
            String provider = clock.provider();
            if (authority != null && !authorities.containsKey(authority)) {
                throw new IllegalArgumentException("clock " + clock.code() + " names no authority here: " + authority);
            }
            if (provider != null && !other.providers().containsKey(provider)) {
                throw new IllegalArgumentException("clock " + clock.code() + " names no provider here: " + provider);
            }
        }
        return new Register(version, zone, offences, authorities, agencies, other);
    }

    /** The day of the law on which this instant falls. */
    public LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    /** The first instant after this day of the law; an authority whose last day this is ends here. */
    public Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** The mandate for this offence under this authority on this day, or why there is none. */
    public Outcome<Mandate> mandate(String offenceCode, String authorityReference, LocalDate day) {
        Offence offence = offences.get(offenceCode);
        if (offence == null) {
            return Outcome.refused(
                    CaseworkCode.OFFENCE_UNKNOWN,
                    "No child-protection offence \"" + offenceCode + "\" stands in register " + version
                            + "; a case can only be opened for one of: " + String.join(", ", offences.keySet()) + ".");
        }
        Authority authority = authorities.get(authorityReference);
        if (authority == null) {
            return Outcome.refused(
                    CaseworkCode.AUTHORITY_UNKNOWN,
                    "No authority \"" + authorityReference + "\" stands in register " + version + "; known are: "
                            + String.join(", ", authorities.keySet()) + ".");
        }
        return inForce(authority, day).then(valid -> Outcome.done(new Mandate(version, offence, valid, day)));
    }

    /** The authority of this reference, in force on this day and opening this, or why not. */
    public Outcome<Authority> authorityFor(String reference, Opening opening, LocalDate day) {
        Authority authority = authorities.get(reference);
        if (authority == null) {
            return Outcome.refused(
                    CaseworkCode.AUTHORITY_UNKNOWN,
                    "No authority \"" + reference + "\" stands in register " + version + ".");
        }
        return inForce(authority, day)
                .then(valid -> valid.opens().contains(opening)
                        ? Outcome.done(valid)
                        : Outcome.refused(
                                CaseworkCode.AUTHORITY_DOES_NOT_OPEN,
                                "Authority " + reference + " does not open " + opening.wire()
                                        + ". Ask for less, or name an authority that does."));
    }

    private static Outcome<Authority> inForce(Authority authority, LocalDate day) {
        if (day.isBefore(authority.inForceFrom())) {
            return Outcome.refused(
                    CaseworkCode.AUTHORITY_NOT_YET_IN_FORCE,
                    "Authority " + authority.reference() + " comes into force on " + authority.inForceFrom() + "; on "
                            + day + " it opens nothing. Name an authority that is in force.");
        }
        LocalDate until = authority.inForceUntil();
        if (until != null && day.isAfter(until)) {
            return Outcome.refused(
                    CaseworkCode.AUTHORITY_LAPSED,
                    "Authority " + authority.reference() + " lapsed on " + until + "; on " + day
                            + " it opens nothing. Renew it or name an authority that is in force.");
        }
        return Outcome.done(authority);
    }

    static <T> SequencedMap<String, T> byKey(List<T> entries, Function<T, String> key) {
        SequencedMap<String, T> map = new LinkedHashMap<>();
        for (T entry : entries) {
            if (map.putIfAbsent(key.apply(entry), entry) != null) {
                throw new IllegalArgumentException("the register names " + key.apply(entry) + " twice");
            }
        }
        return map;
    }

    private static <T> SequencedMap<String, T> copy(Map<String, T> map) {
        return Collections.unmodifiableSequencedMap(new LinkedHashMap<>(map));
    }
}
