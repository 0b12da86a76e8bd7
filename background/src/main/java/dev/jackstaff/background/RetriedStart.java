package dev.jackstaff.background;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A start that is tried on a thread of its own until it succeeds once. Thread-safe. */
public final class RetriedStart {
    private static final Logger LOG = Logger.getLogger(RetriedStart.class.getName());

    private final String name;
    private final Attempt attempt;
    private final BackgroundLoop loop;
    private final CountDownLatch firstAttempt = new CountDownLatch(1);
    private volatile boolean complete;

    /** An attempt at the start. */
    @FunctionalInterface
    public interface Attempt {
        /** Tries once; returns the pause before the next attempt, or zero after a success. */
        Duration run() throws Exception;
    }

    /**
     * A start that is not tried yet.
     *
     * @param name the thread's name
     * @param subject the activity that fails when an attempt throws, as the subject of a sentence
     */
    public RetriedStart(String name, String subject, Attempt attempt) {
        this.name = name;
        this.attempt = attempt;
        this.loop = new BackgroundLoop(name, subject, this::tryOnce);
    }

    /**
     * Begins, and waits for the end of the first attempt.
     *
     * @param limit the longest time to wait; the attempt goes on after it
     */
    public void start(ThreadFactory threads, Duration limit) {
        loop.start(threads);
        try {
            boolean ended = firstAttempt.await(limit.toMillis(), TimeUnit.MILLISECONDS);
            LOG.log(Level.FINE, "The first attempt of {0} has ended: {1}.", new Object[] {name, ended});
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Makes no further attempt. */
    public void stop() {
        loop.stop();
    }

    /** Whether an attempt has succeeded. */
    public boolean isComplete() {
        return complete;
    }

    private Duration tryOnce() throws Exception {
        try {
            Duration pause = attempt.run();
            if (pause.isZero()) {
                complete = true;
                loop.stop();
            }
            return pause;
        } finally {
            firstAttempt.countDown();
        }
    }
}
