package dev.jackstaff.edge.thread;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class BackgroundLoopTest {
    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger times = new AtomicInteger();
    private final Semaphore done = new Semaphore(0);
    private final BackgroundLoop loop = new BackgroundLoop("test", "Testing", this::task, now::get);

    private Duration task() {
        int time = times.incrementAndGet();
        done.release();
        if (time == 1) {
            throw new AssertionError("an error");
        }
        return LONG;
    }

    @AfterEach
    void stop() {
        loop.interrupt(LIMIT);
    }

    @Test
    void anErrorEndsNothing() throws InterruptedException {
        loop.start();
        done.acquire();

        loop.wake();
        done.acquire();

        assertThat(loop.isRunning()).isTrue();
    }

    @Test
    void itIsDoneAgainWhenItIsWoken() throws InterruptedException {
        loop.start(LONG);

        loop.wake();
        done.acquire();

        assertThat(times).hasValue(1);
    }

    @Test
    void whatWasGivenIsDoneBeforeItStopsAndNothingIsInterrupted() {
        AtomicBoolean interrupted = new AtomicBoolean(true);
        CountDownLatch started = new CountDownLatch(1);
        loop.start(LONG);
        loop.execute(started::countDown);
        loop.execute(() -> interrupted.set(Thread.currentThread().isInterrupted()));

        assertThat(loop.stop(LIMIT)).isTrue();
        assertThat(started.getCount()).isZero();
        assertThat(interrupted).isFalse();
        assertThat(loop.execute(started::countDown)).isFalse();
    }

    @Test
    void whoWaitsForOthersIsInterrupted() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        BackgroundLoop waiting = new BackgroundLoop("waiting", "Waiting", () -> {
            started.countDown();
            TimeUnit.HOURS.sleep(1);
            return LONG;
        });
        waiting.start();
        started.await();

        assertThat(waiting.interrupt(LIMIT)).isTrue();
    }
}
