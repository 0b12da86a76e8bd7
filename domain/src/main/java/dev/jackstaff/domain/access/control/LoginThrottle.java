package dev.jackstaff.domain.access.control;

import dev.jackstaff.domain.DomainException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A limiter of login attempts. It counts them by account and source together, by source, and by account, each before the
 * password is checked, and takes those back that do not fail. Somebody who has logged in from a source before is limited
 * there only by their own failures, so that strangers, who choose the accounts and may have many sources, cannot lock
 * them out. Kept in memory, for the most recent accounts and sources only. Thread-safe.
 */
@ApplicationScoped
public class LoginThrottle {
    static final int FAILURES_WITHOUT_PAUSE = 10;
    static final Duration PAUSE = Duration.ofSeconds(30);

    static final int FAILURES_OF_SOURCE = 20;
    static final Duration PAUSE_OF_SOURCE = Duration.ofSeconds(3);

    static final int FAILURES_OF_ACCOUNT = 50;
    static final Duration PAUSE_OF_ACCOUNT = Duration.ofSeconds(10);

    private static final int MAX_KNOWN = 10_000;

    private final AttemptBudgets<LoginAttempt> both = new AttemptBudgets<>(FAILURES_WITHOUT_PAUSE, PAUSE);
    private final AttemptBudgets<String> sources = new AttemptBudgets<>(FAILURES_OF_SOURCE, PAUSE_OF_SOURCE);
    private final AttemptBudgets<String> accounts = new AttemptBudgets<>(FAILURES_OF_ACCOUNT, PAUSE_OF_ACCOUNT);

    /** The accounts that logged in, each with the source. Only those who know a password add to it. */
    private final Set<LoginAttempt> known = Collections.newSetFromMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.@Nullable Entry<LoginAttempt, Boolean> eldest) {
            return size() > MAX_KNOWN;
        }
    });

    /**
     * Checks that a login attempt is allowed now, and charges it. Its result is reported by {@link #recordFailure},
     * {@link #recordSuccess} or {@link #abandoned}.
     *
     * @return whether this account has logged in from this source before
     * @throws DomainException.Throttled if it comes too soon after too many failures
     */
    synchronized boolean checkAllowed(LoginAttempt attempt, Instant now) {
        boolean isKnown = known.contains(attempt);
        Duration own = both.pause(attempt, now);
        Duration pause = isKnown
                ? own
                : Stream.of(own, sources.pause(attempt.source(), now), accounts.pause(attempt.account(), now))
                        .max(Duration::compareTo)
                        .orElse(own);
        if (!pause.isZero()) {
            throw new DomainException.Throttled(pause.plusMillis(999));
        }
        both.begin(attempt, now);
        sources.begin(attempt.source(), now);
        accounts.begin(attempt.account(), now);
        return isKnown;
    }

    synchronized void recordFailure(LoginAttempt attempt) {
        both.fail(attempt);
        sources.fail(attempt.source());
        accounts.fail(attempt.account());
    }

    synchronized void recordSuccess(LoginAttempt attempt, Instant now) {
        both.forgive(attempt, now);
        sources.refund(attempt.source(), now);
        accounts.refund(attempt.account(), now);
        known.add(attempt);
    }

    /** Ends an attempt without a result: it counts neither as a failure nor as a success. */
    synchronized void abandoned(LoginAttempt attempt, Instant now) {
        both.refund(attempt, now);
        sources.refund(attempt.source(), now);
        accounts.refund(attempt.account(), now);
    }
}
