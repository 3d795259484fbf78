package suluh.app.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** A token bucket for each key: a burst, then a steady rate. Thread-safe. */
final class RateLimit {
    /** Requests at once after a pause. */
    static final int BURST = 120;
    /** Requests a second in the long run. */
    static final int PER_SECOND = 20;

    /** Keys remembered; the least recently used is forgotten, which only fills its bucket. */
    private static final int MAX_KEYS = 10_000;

    private record Bucket(double tokens, Instant at) {}

    private final Clock clock;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MAX_KEYS;
        }
    };

    RateLimit(Clock clock) {
        this.clock = clock;
    }

    /** Takes a token; 0 when there was one, else the seconds to wait. */
    synchronized long waitSeconds(String key) {
        Instant now = clock.instant();
        Bucket bucket = buckets.getOrDefault(key, new Bucket(BURST, now));
        double seconds = Duration.between(bucket.at(), now).toNanos() / 1e9;
        double tokens = Math.min(BURST, bucket.tokens() + Math.max(0, seconds) * PER_SECOND);
        boolean isAllowed = tokens >= 1;
        buckets.put(key, new Bucket(isAllowed ? tokens - 1 : tokens, now));
        return isAllowed ? 0 : Math.max(1, (long) Math.ceil((1 - tokens) / PER_SECOND));
    }
}
