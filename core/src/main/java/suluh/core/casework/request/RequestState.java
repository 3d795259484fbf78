package suluh.core.casework.request;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import suluh.core.casework.CaseworkCode;
import suluh.core.casework.StartEvent;
import suluh.core.kernel.Outcome;

/** Where a request stands. Each step is a method of the states that allow it and gives the next state. */
public sealed interface RequestState {
    /** Name in rows and on screens. */
    String wire();

    /** Written, and bound to nothing yet. */
    record Draft() implements RequestState {
        @Override
        public String wire() {
            return "draft";
        }

        /** Sent now; the clock runs when sending starts it. */
        public Sent send(Instant now, @Nullable RequestClock clock) {
            Instant end = clock == null ? null : clock.endAfter(StartEvent.SENT, now, null);
            return new Sent(new Timing(now, null, 0, end));
        }
    }

    /** States in which the provider has something to do. */
    sealed interface Open extends RequestState {
        Timing timing();

        /** The provider said that it has the request; the clock runs when that starts it. */
        default Acknowledged acknowledge(Instant now, @Nullable RequestClock clock) {
            Timing before = timing();
            Instant end =
                    clock == null ? before.lapsesAt() : clock.endAfter(StartEvent.ACKNOWLEDGED, now, before.lapsesAt());
            return new Acknowledged(new Timing(before.sentAt(), now, before.renewals(), end));
        }

        /** Renewed for another term, which is added to the one that runs; refused when none runs or none is left. */
        default Outcome<Acknowledged> renew(Instant now, RequestClock clock) {
            Timing before = timing();
            Instant end = before.lapsesAt();
            if (end == null || before.acknowledgedAt() == null) {
                return Outcome.refused(
                        CaseworkCode.REQUEST_NOT_THERE_YET,
                        "The provider has not acknowledged the request, so there is no term to renew. Ask for the "
                                + "acknowledgement first.");
            }
            if (!now.isBefore(end)) {
                return Outcome.refused(
                        CaseworkCode.REQUEST_NOT_THERE_YET,
                        "The request lapsed at " + end + " and cannot be renewed. Send a new one; what was kept may be "
                                + "gone.");
            }
            if (before.renewals() >= clock.renewals()) {
                return Outcome.refused(
                        CaseworkCode.RENEWALS_USED_UP,
                        "Clock " + clock.code() + " allows " + clock.renewals()
                                + " renewals, and they are used up. Ask " + "for production before " + end + ".");
            }
            return Outcome.done(new Acknowledged(new Timing(
                    before.sentAt(), before.acknowledgedAt(), before.renewals() + 1, end.plus(clock.period()))));
        }

        /** What was asked for has come, or was done. */
        default Answered answer(Instant now) {
            return new Answered(timing(), now);
        }

        /** Its time is over. */
        default Lapsed lapse() {
            return new Lapsed(timing());
        }
    }

    /** On its way. */
    record Sent(Timing timing) implements Open {
        @Override
        public String wire() {
            return "sent";
        }
    }

    /** The provider has it. */
    record Acknowledged(Timing timing) implements Open {
        @Override
        public String wire() {
            return "acknowledged";
        }
    }

    /** Done. */
    record Answered(Timing timing, Instant at) implements RequestState {
        @Override
        public String wire() {
            return "answered";
        }
    }

    /** Its clock has run out; the provider may have deleted what it kept. */
    record Lapsed(Timing timing) implements RequestState {
        @Override
        public String wire() {
            return "lapsed";
        }
    }

    /** Taken back before it was answered, for a reason that is kept. */
    record Withdrawn() implements RequestState {
        @Override
        public String wire() {
            return "withdrawn";
        }
    }

    /**
     * The state of this wire name.
     *
     * @param timing of every state but draft and withdrawn, or null
     * @param answeredAt of an answered one, or null
     */
    static RequestState of(String wire, @Nullable Timing timing, @Nullable Instant answeredAt) {
        if (wire.equals("draft")) {
            return new Draft();
        }
        if (wire.equals("withdrawn")) {
            return new Withdrawn();
        }
        if (timing == null) {
            throw new IllegalArgumentException("a request that is " + wire + " was sent at some time");
        }
        return switch (wire) {
            case "sent" -> new Sent(timing);
            case "acknowledged" -> new Acknowledged(timing);
            case "lapsed" -> new Lapsed(timing);
            case "answered" -> new Answered(timing, answeredAt == null ? timing.sentAt() : answeredAt);
            default -> throw new IllegalArgumentException("no state of a request: " + wire);
        };
    }
}
