package dev.jackstaff.domain.access.control;

import dev.jackstaff.domain.DomainException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Slows down those who guess passwords: after some failures for one e-mail address, each further one has to wait. Kept in
 * memory, of the most recent addresses only. Thread-safe.
 */
@ApplicationScoped
public class LoginThrottle {
    static final int FAILURES_WITHOUT_PAUSE = 10;
    static final Duration PAUSE = Duration.ofSeconds(30);
    private static final int MAX_ADDRESSES = 10_000;

    private final Map<String, FailureCount> failures = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.@Nullable Entry<String, FailureCount> eldest) {
            return size() > MAX_ADDRESSES;
        }
    };

    private record FailureCount(int count, Instant latest) {}

    /**
     * Lets an attempt pass.
     *
     * @throws DomainException.Throttled where it comes too soon after too many failures
     */
    public synchronized void checkAllowed(String email, Instant now) {
        FailureCount known = failures.get(email);
        if (known == null || known.count < FAILURES_WITHOUT_PAUSE) {
            return;
        }
        Duration left = Duration.between(now, known.latest.plus(PAUSE));
        if (!left.isNegative() && !left.isZero()) {
            throw new DomainException.Throttled(left.plusMillis(999));
        }
    }

    public synchronized void recordFailure(String email, Instant now) {
        FailureCount known = failures.get(email);
        failures.put(email, new FailureCount(known == null ? 1 : known.count + 1, now));
    }

    public synchronized void recordSuccess(String email) {
        failures.remove(email);
    }
}
