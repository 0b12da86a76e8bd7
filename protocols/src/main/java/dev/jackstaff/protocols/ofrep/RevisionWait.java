package dev.jackstaff.protocols.ofrep;

import dev.jackstaff.protocols.environment.Access;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The wait of requests for a revision that was announced to them, and is usually milliseconds away. Bounded in time and
 * in number, because clients name the revision.
 */
@ApplicationScoped
public class RevisionWait {
    private static final int MAX_WAITING = 32;
    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final Duration POLL_INTERVAL = Duration.ofMillis(10);

    private final Semaphore permits = new Semaphore(MAX_WAITING);
    private final LongSupplier nanoTime;

    public RevisionWait() {
        this(System::nanoTime);
    }

    RevisionWait(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** The access when it opens the revision, is refused, or the wait has reached its bounds. */
    public Access await(Supplier<Access> access, long revision) {
        Access now = access.get();
        if (!permits.tryAcquire()) {
            return now;
        }
        try {
            long end = nanoTime.getAsLong() + LIMIT.toNanos();
            while (isBefore(now, revision) && nanoTime.getAsLong() - end < 0) {
                TimeUnit.MILLISECONDS.sleep(POLL_INTERVAL.toMillis());
                now = access.get();
            }
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        } finally {
            permits.release();
        }
        return now;
    }

    private static boolean isBefore(Access access, long revision) {
        return access instanceof Access.Granted granted && granted.environment().revision() < revision;
    }
}
