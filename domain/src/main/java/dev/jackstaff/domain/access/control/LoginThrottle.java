package dev.jackstaff.domain.access.control;

import dev.jackstaff.domain.DomainException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A limiter of login attempts: after some failures for one e-mail address, each further attempt has to wait. Checking a
 * password takes long, so an attempt counts from its admission until its end: as many attempts may run at once as may
 * fail, and only one for an address with too many failures. Kept in memory, for the most recent addresses only.
 * Thread-safe.
 */
@ApplicationScoped
public class LoginThrottle {
    static final int FAILURES_WITHOUT_PAUSE = 10;
    static final Duration PAUSE = Duration.ofSeconds(30);

    /** The time to wait when too many attempts are running. */
    static final Duration SHORT_PAUSE = Duration.ofSeconds(1);

    private static final int MAX_ADDRESSES = 10_000;

    private final Map<String, Attempts> attempts = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.@Nullable Entry<String, Attempts> eldest) {
            return size() > MAX_ADDRESSES;
        }
    };

    /**
     * The attempts for one address.
     *
     * @param latest when the latest failure happened
     */
    private record Attempts(int failed, int running, Instant latest) {
        static final Attempts NONE = new Attempts(0, 0, Instant.MIN);

        /** The time that the next attempt has to wait; zero or less if it need not. */
        Duration pause(Instant now) {
            if (failed + running < FAILURES_WITHOUT_PAUSE) {
                return Duration.ZERO;
            }
            return running > 0 ? SHORT_PAUSE : Duration.between(now, latest.plus(PAUSE));
        }

        Attempts begun() {
            return new Attempts(failed, running + 1, latest);
        }

        Attempts ended() {
            return new Attempts(failed, Math.max(0, running - 1), latest);
        }

        Attempts failedAt(Instant now) {
            return new Attempts(failed + 1, running, now);
        }

        Attempts forgiven() {
            return new Attempts(0, running, Instant.MIN);
        }
    }

    /**
     * Checks that a login attempt is allowed now, and counts it as running until its result is reported by
     * {@link #recordFailure}, {@link #recordSuccess} or {@link #abandoned}.
     *
     * @throws DomainException.Throttled if it comes too soon after too many failures
     */
    public synchronized void checkAllowed(String email, Instant now) {
        Attempts current = attempts.getOrDefault(email, Attempts.NONE);
        Duration left = current.pause(now);
        if (!left.isNegative() && !left.isZero()) {
            throw new DomainException.Throttled(left.plusMillis(999));
        }
        attempts.put(email, current.begun());
    }

    public synchronized void recordFailure(String email, Instant now) {
        put(email, attempts.getOrDefault(email, Attempts.NONE).ended().failedAt(now));
    }

    public synchronized void recordSuccess(String email) {
        put(email, attempts.getOrDefault(email, Attempts.NONE).ended().forgiven());
    }

    /** Ends an attempt without a result: it counts neither as a failure nor as a success. */
    public synchronized void abandoned(String email) {
        put(email, attempts.getOrDefault(email, Attempts.NONE).ended());
    }

    private void put(String email, Attempts current) {
        if (current.equals(Attempts.NONE)) {
            attempts.remove(email);
        } else {
            attempts.put(email, current);
        }
    }
}
