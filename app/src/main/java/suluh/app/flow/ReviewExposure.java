package suluh.app.flow;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import suluh.app.store.ExposureStore.PersonDay;
import suluh.app.store.PersonRow;
import suluh.app.store.Scope;
import suluh.core.casework.Act;
import suluh.core.exposure.ExposureCode;
import suluh.core.exposure.ExposureLimit;
import suluh.core.kernel.Outcome;
import suluh.core.ledger.EntryKind;

/** How much each person of an agency was shown, by day and without content, and the limits that the agency sets. */
public final class ReviewExposure {
    private final House house;

    public ReviewExposure(House house) {
        this.house = house;
    }

    /** A person's day in figures. */
    public record DayLine(String day, String person, long looks, long seconds) {}

    /**
     * The agency's figures.
     *
     * @param days newest first
     */
    public record Exposure(ExposureLimit limit, boolean isSet, List<DayLine> days) {
        public Exposure {
            days = List.copyOf(days);
        }
    }

    /** Figures of the agency of the person who acts. */
    public Outcome<Exposure> figures(Acting acting) {
        return house.access().inHouse(acting, Act.SEE_EXPOSURE).then(allowed -> {
            var limit = house.exposure().limit(acting.agency());
            List<PersonDay> days =
                    house.exposure().ofAgency(acting.agency(), house.clock().instant());
            return Outcome.done(new Exposure(
                    limit.orElse(ExposureLimit.CAUTIOUS),
                    limit.isPresent(),
                    days.stream()
                            .map(day ->
                                    new DayLine(day.day().toString(), name(day.person()), day.looks(), day.seconds()))
                            .toList()));
        });
    }

    private String name(String person) {
        return house.people().byId(person).map(PersonRow::displayName).orElse(person);
    }

    /** Sets the agency's limit from now on. */
    public Outcome<ExposureLimit> set(
            Acting acting, int looksADay, int minutesADay, int looksBeforePause, int pauseMinutes) {
        return house.access().inHouse(acting, Act.SET_EXPOSURE_LIMIT).then(allowed -> {
            if (!ExposureLimit.isValid(looksADay, minutesADay, looksBeforePause, pauseMinutes)) {
                return Outcome.refused(
                        ExposureCode.LIMIT_NOT_VALID,
                        "A limit is 0 to " + ExposureLimit.MAX_LOOKS_A_DAY
                                + " looks and 0 to 1440 minutes a day, and a pause of 0 to 1440 minutes after 1 to "
                                + ExposureLimit.MAX_LOOKS_A_DAY + " looks.");
            }
            ExposureLimit limit = new ExposureLimit(looksADay, minutesADay, looksBeforePause, pauseMinutes);
            Instant now = house.clock().instant();
            return house.database().inScope(Scope.EXPOSURE, () -> {
                house.exposure().setLimit(acting.agency(), limit, acting.person(), now);
                house.ledger()
                        .append(acting.entry(
                                EntryKind.EXPOSURE_LIMIT_SET,
                                now,
                                "",
                                Map.of(),
                                Map.of(),
                                Map.of(
                                        "looksADay", (long) looksADay,
                                        "minutesADay", (long) minutesADay,
                                        "looksBeforePause", (long) looksBeforePause,
                                        "pauseMinutes", (long) pauseMinutes)));
                return Outcome.done(limit);
            });
        });
    }
}
