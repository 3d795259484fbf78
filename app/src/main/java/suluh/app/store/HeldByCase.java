package suluh.app.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one value for each of the cases that were looked at last, as long as its version holds.
 *
 * <p>A value is made once: whoever asks for the same meanwhile waits for it, so that twenty looks at a large case cost
 * one. Ask outside of transactions, or those who wait keep the connection that the maker needs. Thread-safe.
 *
 * @param <T> the value, not to be changed
 */
final class HeldByCase<T> {
    private record Held<T>(Object version, T value) {}

    private final Map<Integer, Held<T>> cases;
    private final Map<Integer, Lock> making = new ConcurrentHashMap<>();

    /** Keeps values of so many cases. */
    HeldByCase(int maxCases) {
        this.cases = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Integer, Held<T>> eldest) {
                return size() > maxCases;
            }
        };
    }

    /** The value of this version: the kept one, or the one that is made now. */
    T of(int caseId, Object version, Supplier<T> make) {
        Held<T> known = known(caseId);
        if (known != null && known.version().equals(version)) {
            return known.value();
        }
        Lock lock = making.computeIfAbsent(caseId, ignored -> new ReentrantLock());
        lock.lock();
        try {
            known = known(caseId);
            if (known != null && known.version().equals(version)) {
                return known.value();
            }
            T made = make.get();
            synchronized (cases) {
                cases.put(caseId, new Held<>(version, made));
            }
            return made;
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Held<T> known(int caseId) {
        synchronized (cases) {
            return cases.get(caseId);
        }
    }
}
