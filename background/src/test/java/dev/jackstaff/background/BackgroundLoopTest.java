package dev.jackstaff.background;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.concurrent.ManageableThread;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class BackgroundLoopTest {
    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int MANY = 500;

    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger runs = new AtomicInteger();
    private final Semaphore done = new Semaphore(0);
    private volatile BackgroundLoop.Task task = () -> LONG;
    private final BackgroundLoop loop = new BackgroundLoop("test", "Testing", this::run, now::get);

    private Duration run() throws Exception {
        runs.incrementAndGet();
        try {
            return task.run();
        } finally {
            done.release();
        }
    }

    @AfterEach
    void stop() {
        loop.interrupt(LIMIT);
    }

    @Test
    void aFailureIsStatedUntilTheNextSuccessAndEndsNothing() throws InterruptedException {
        task = () -> {
            throw new NoClassDefFoundError("of the test");
        };
        loop.start();
        done.acquire();
        ranJobs();
        assertThat(loop.isFailing()).isTrue();
        assertThat(loop.isRunning()).isTrue();

        task = () -> LONG;
        loop.wake();
        done.acquire();

        ranJobs();
        assertThat(loop.isFailing()).isFalse();
    }

    @Test
    void theTaskRunsAgainWhenItIsWoken() throws InterruptedException {
        loop.start(LONG);

        loop.wake();
        done.acquire();

        assertThat(runs).hasValue(1);
    }

    @Test
    void theTaskRunsAgainAfterItsDelay() throws InterruptedException {
        loop.start();
        done.acquire();
        ranJobs();

        now.addAndGet(LONG.toNanos());
        ranJobs();

        done.acquire();
        assertThat(runs).hasValue(2);
    }

    @Test
    void anInterruptionIsARunAndNoEnd() throws Exception {
        CompletableFuture<Thread> thread = new CompletableFuture<>();
        loop.start(work -> {
            Thread made = new Thread(work);
            thread.complete(made);
            return made;
        });
        done.acquire();

        thread.get().interrupt();

        done.acquire();
        assertThat(thread.get().getName()).isEqualTo("test");
    }

    @Test
    void theEndOfTheContainerEndsTheLoop() throws Exception {
        CompletableFuture<ManagedThread> thread = new CompletableFuture<>();
        loop.start(work -> {
            ManagedThread made = new ManagedThread(work);
            thread.complete(made);
            return made;
        });
        done.acquire();

        thread.get().shutdown = true;
        thread.get().interrupt();

        thread.get().join(LIMIT.toMillis());
        assertThat(loop.isRunning()).isFalse();
        assertThat(runs).hasValue(1);
    }

    /** A thread of a container that has ended. */
    private static final class ManagedThread extends Thread implements ManageableThread {
        private volatile boolean shutdown;

        ManagedThread(Runnable work) {
            super(work);
        }

        @Override
        public boolean isShutdown() {
            return shutdown;
        }
    }

    @Test
    void jobsRunInTheirOrderAfterFailuresToo() throws Exception {
        List<Integer> order = new ArrayList<>();
        BackgroundLoop jobs = BackgroundLoop.forJobs("jobs");
        jobs.execute(() -> {
            throw new NoClassDefFoundError("of the test");
        });
        IntStream.range(0, MANY).forEach(number -> jobs.execute(() -> order.add(number)));

        jobs.start();

        assertThat(jobs.stop(LIMIT)).isTrue();
        assertThat(order).hasSize(MANY).isSorted();
    }

    @Test
    void theTaskRunsThoughTheJobsNeverEnd() throws InterruptedException {
        executeForever();
        loop.start(LONG);

        now.addAndGet(LONG.toNanos());

        done.acquire();
        assertThat(runs).hasValue(1);
    }

    private void executeForever() {
        loop.execute(this::executeForever);
    }

    @Test
    void givenJobsRunBeforeTheStopAndNothingIsInterrupted() {
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
    void aTaskThatWaitsIsInterrupted() throws InterruptedException {
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

    @Test
    void aTaskWithAnIntervalIsRepeated() throws InterruptedException {
        CountDownLatch turns = new CountDownLatch(3);
        BackgroundLoop repeating =
                BackgroundLoop.every(Duration.ofMillis(1), "repeating", "Repeating", turns::countDown);

        repeating.start();

        turns.await();
        repeating.stop(LIMIT);
    }

    @Test
    void aLoopThatIsNotStartedIsNotRunningAndStopsAtOnce() {
        assertThat(loop.isRunning()).isFalse();
        assertThat(loop.stop(LIMIT)).isTrue();
    }

    /** Waits until the loop has finished its current run. */
    private void ranJobs() throws InterruptedException {
        CountDownLatch ran = new CountDownLatch(1);
        loop.execute(ran::countDown);
        ran.await();
    }
}
