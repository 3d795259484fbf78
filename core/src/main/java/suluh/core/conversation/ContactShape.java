package suluh.core.conversation;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import suluh.core.conversation.ContactStructure.Code;
import suluh.core.conversation.ContactStructure.Moment;
import suluh.core.conversation.ContactStructure.Signal;
import suluh.core.observation.SourcePointer;

/**
 * How the one who opened a conversation of two goes on: anew without an answer, and at which hours.
 *
 * <p>Constant memory. A message without a time counts for neither. Not thread-safe.
 */
final class ContactShape {
    /** Less is a message in several lines. */
    private static final Duration ANEW = Duration.ofHours(12);

    private static final int MIN_ATTEMPTS = 3;
    /** Share of fewer messages says nothing of habits. */
    private static final int MIN_MESSAGES = 10;

    private static final int HUNDRED = 100;
    private static final int MIN_NIGHT_PERCENT = 50;

    private final List<SourcePointer> attempts = new ArrayList<>();
    private final List<SourcePointer> atNight = new ArrayList<>();
    private @Nullable LocalDateTime lastAttempt;
    private long running;
    private long most;
    private List<SourcePointer> mostSources = List.of();
    private long timed;
    private long night;

    /** The next message; of the other, it answers. */
    void accept(boolean isOpener, Moment moment, SourcePointer source) {
        if (!isOpener) {
            running = 0;
            lastAttempt = null;
            attempts.clear();
            return;
        }
        LocalDateTime local = moment.local();
        if (local != null) {
            countHour(local, source);
        }
        LocalDateTime at = moment.at() == null ? local : LocalDateTime.ofInstant(moment.at(), ZoneOffset.UTC);
        boolean isAnew = at != null && (lastAttempt == null || !at.isBefore(lastAttempt.plus(ANEW)));
        if (isAnew) {
            lastAttempt = at;
            running++;
            keep(attempts, source);
            if (running > most) {
                most = running;
                mostSources = List.copyOf(attempts);
            }
        }
    }

    private void countHour(LocalDateTime local, SourcePointer source) {
        timed++;
        if (ConversationShape.isAtNight(local)) {
            night++;
            keep(atNight, source);
        }
    }

    private static void keep(List<SourcePointer> sources, SourcePointer source) {
        if (sources.size() < ContactStructure.MAX_SOURCES) {
            sources.add(source);
        }
    }

    /** Adds what it comes to for the account that opened. */
    void addTo(List<Signal> signals, String account) {
        if (most >= MIN_ATTEMPTS) {
            signals.add(new Signal(Code.PERSISTS_UNANSWERED, most, account, mostSources));
        }
        if (timed >= MIN_MESSAGES && HUNDRED * night >= MIN_NIGHT_PERCENT * timed) {
            signals.add(new Signal(Code.WRITES_AT_NIGHT, HUNDRED * night / timed, account, atNight));
        }
    }
}
