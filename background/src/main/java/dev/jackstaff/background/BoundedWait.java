package dev.jackstaff.background;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * The wait of requests for something that is usually milliseconds away. Bounded in time and in number, because clients
 * choose what they wait for: beyond the bounds a request goes on at once.
 */
public final class BoundedWait {
    private static final int MAX_WAITING = 32;
    private static final Duration POLL_INTERVAL = Duration.ofMillis(10);

    private final Semaphore permits = new Semaphore(MAX_WAITING);
    private final Lock lock = new ReentrantLock();
    private final Condition change = lock.newCondition();
    private final Duration limit;
    private final LongSupplier nanoTime;

    /**
     * A wait that nobody has begun.
     *
     * @param limit the longest time that one request waits
     */
    public BoundedWait(Duration limit, LongSupplier nanoTime) {
        this.limit = limit;
        this.nanoTime = nanoTime;
    }

    /** Lets the waiting requests look again at once; otherwise they look every 10 ms. */
    public void wake() {
        lock.lock();
        try {
            change.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits while a condition holds, within the bounds. An interruption ends the wait, and is kept. */
    public void awaitWhile(BooleanSupplier condition) {
        if (!permits.tryAcquire()) {
            return;
        }
        try {
            waitWhile(condition);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        } finally {
            permits.release();
        }
    }

    private void waitWhile(BooleanSupplier condition) throws InterruptedException {
        long end = nanoTime.getAsLong() + limit.toNanos();
        lock.lockInterruptibly();
        try {
            long left = limit.toNanos();
            while (left > 0 && condition.getAsBoolean()) {
                change.awaitNanos(Math.min(left, POLL_INTERVAL.toNanos()));
                left = end - nanoTime.getAsLong();
            }
        } finally {
            lock.unlock();
        }
    }
}
