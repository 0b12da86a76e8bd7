package dev.jackstaff.domain.access.control;

import dev.jackstaff.domain.DomainException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * The slots for the computation of password hashes, which is slow on purpose. Strangers use at most half of the
 * processors for it, and those who are known have a slot of their own. A few callers may wait for a slot, for a short
 * time; more are refused, because each of them holds a thread of the server. Thread-safe.
 */
@ApplicationScoped
public class HashingSlots {
    private static final Duration MAX_WAIT = Duration.ofSeconds(2);
    private static final int MAX_WAITING = 2;

    private final Lane known = new Lane(1);
    private final Lane strangers = new Lane(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));

    private static final class Lane {
        final Semaphore slots;
        final AtomicInteger waiting = new AtomicInteger();

        Lane(int slots) {
            this.slots = new Semaphore(slots, true);
        }

        boolean enter() {
            if (slots.tryAcquire()) {
                return true;
            }
            if (waiting.incrementAndGet() > MAX_WAITING) {
                waiting.decrementAndGet();
                return false;
            }
            try {
                return slots.tryAcquire(MAX_WAIT.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return false;
            } finally {
                waiting.decrementAndGet();
            }
        }
    }

    /**
     * Computes something in a slot.
     *
     * @throws DomainException.Throttled if too many others compute or wait
     */
    <T> T compute(boolean isKnown, Supplier<T> hash) {
        Lane lane = isKnown ? known : strangers;
        if (!lane.enter()) {
            throw new DomainException.Throttled(MAX_WAIT);
        }
        try {
            return hash.get();
        } finally {
            lane.slots.release();
        }
    }
}
