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
    static final int FREE_FAILURES = 10;
    static final Duration PAUSE = Duration.ofSeconds(30);
    private static final int MOST_ADDRESSES = 10_000;

    private final Map<String, Failures> failures = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.@Nullable Entry<String, Failures> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };

    private record Failures(int count, Instant latest) {}

    /**
     * Lets an attempt pass.
     *
     * @throws DomainException.Throttled where it comes too soon after too many failures
     */
    public synchronized void admit(String email, Instant now) {
        Failures known = failures.get(email);
        if (known == null || known.count < FREE_FAILURES) {
            return;
        }
        Duration left = Duration.between(now, known.latest.plus(PAUSE));
        if (!left.isNegative() && !left.isZero()) {
            throw new DomainException.Throttled(left.plusMillis(999));
        }
    }

    public synchronized void failed(String email, Instant now) {
        Failures known = failures.get(email);
        failures.put(email, new Failures(known == null ? 1 : known.count + 1, now));
    }

    public synchronized void succeeded(String email) {
        failures.remove(email);
    }
}
