package dev.jackstaff.edge.upstream.unleash;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * The wait of requests until their tokens are decided. Bounded in time and in number, because clients choose the
 * tokens: beyond the bounds a request goes on undecided.
 */
final class TokenWait {
    private static final int MAX_WAITING = 32;
    private static final Duration LIMIT = Duration.ofSeconds(3);
    private static final Duration POLL_INTERVAL = Duration.ofMillis(20);

    private final Semaphore permits = new Semaphore(MAX_WAITING);
    private final Lock lock = new ReentrantLock();
    private final Condition change = lock.newCondition();
    private final LongSupplier nanoTime;

    TokenWait(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Lets waiting requests look again. */
    void wake() {
        lock.lock();
        try {
            change.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits while the condition holds. */
    void awaitWhile(BooleanSupplier undecided) {
        if (!permits.tryAcquire()) {
            return;
        }
        try {
            waitWhile(undecided);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        } finally {
            permits.release();
        }
    }

    private void waitWhile(BooleanSupplier undecided) throws InterruptedException {
        long end = nanoTime.getAsLong() + LIMIT.toNanos();
        lock.lockInterruptibly();
        try {
            long left = LIMIT.toNanos();
            while (left > 0 && undecided.getAsBoolean()) {
                change.awaitNanos(Math.min(left, POLL_INTERVAL.toNanos()));
                left = end - nanoTime.getAsLong();
            }
        } finally {
            lock.unlock();
        }
    }
}
