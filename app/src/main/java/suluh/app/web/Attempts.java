package suluh.app.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts sign-ins that were tried under one name, so that passwords cannot be guessed by the thousand. */
class Attempts {
    private static final int MAX_ATTEMPTS = 10;
    private static final Duration WINDOW = Duration.ofMinutes(15);
    /** Names remembered; beyond, the oldest is forgotten. */
    private static final int MAX_NAMES = 10_000;

    private record Count(Instant since, int attempts) {}

    private final Clock clock = Clock.systemUTC();
    private final Map<String, Count> counts = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
            return size() > MAX_NAMES;
        }
    };

    /** Counts an attempt; false once there were too many in the last quarter of an hour. */
    synchronized boolean mayTry(String login) {
        Instant now = clock.instant();
        Count count = counts.get(login);
        Count next = count == null || count.since().plus(WINDOW).isBefore(now)
                ? new Count(now, 1)
                : new Count(count.since(), count.attempts() + 1);
        counts.put(login, next);
        return next.attempts() <= MAX_ATTEMPTS;
    }

    /** Forgets the attempts of somebody who knew the password. */
    synchronized void succeeded(String login) {
        counts.remove(login);
    }
}
