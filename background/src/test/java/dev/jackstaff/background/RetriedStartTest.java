package dev.jackstaff.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RetriedStartTest {
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofMillis(1);

    private final AtomicInteger attempts = new AtomicInteger();
    private final List<Thread> threads = new CopyOnWriteArrayList<>();

    @Test
    void isCompleteAtOnceWhenTheFirstAttemptSucceeds() {
        RetriedStart start = new RetriedStart("test", "Test", () -> Duration.ZERO);

        start.start(this::create, LIMIT);

        assertThat(start.isComplete()).isTrue();
    }

    @Test
    void returnsAfterTheFirstAttemptAndGoesOnUntilOneSucceeds() throws InterruptedException {
        CountDownLatch permission = new CountDownLatch(1);
        RetriedStart start = new RetriedStart("test", "Test", () -> {
            if (attempts.incrementAndGet() == 1) {
                return PAUSE;
            }
            permission.await();
            if (attempts.get() == 2) {
                throw new IllegalStateException("once more");
            }
            return attempts.get() < 4 ? PAUSE : Duration.ZERO;
        });

        start.start(this::create, LIMIT);
        assertThat(start.isComplete()).isFalse();
        permission.countDown();
        threads.get(0).join(LIMIT.toMillis());

        assertThat(threads.get(0).isAlive()).isFalse();
        assertThat(start.isComplete()).isTrue();
        assertThat(attempts).hasValue(4);
    }

    @Test
    void doesNotWaitLongerThanTheLimit() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        RetriedStart start = new RetriedStart("test", "Test", () -> {
            boolean open = never.await(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            return open ? Duration.ZERO : PAUSE;
        });

        start.start(this::create, PAUSE);

        assertThat(start.isComplete()).isFalse();
        start.stop();
        never.countDown();
        threads.get(0).join(LIMIT.toMillis());
        assertThat(threads.get(0).isAlive()).isFalse();
    }

    private Thread create(Runnable work) {
        Thread made = DaemonThreads.create("test", work);
        threads.add(made);
        return made;
    }
}
