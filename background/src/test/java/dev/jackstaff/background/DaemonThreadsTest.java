package dev.jackstaff.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DaemonThreadsTest {
    private final CountDownLatch done = new CountDownLatch(1);

    @AfterEach
    void release() {
        DaemonThreads.release();
    }

    @Test
    void heldWorkBeginsAtTheRelease() throws InterruptedException {
        DaemonThreads.hold();
        Thread held = DaemonThreads.start("held", done::countDown);
        await().until(() -> held.getState() == Thread.State.WAITING);
        assertThat(done.getCount()).isEqualTo(1);

        DaemonThreads.release();

        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aHeldExecutorRunsItsTasksAtTheRelease() throws InterruptedException {
        DaemonThreads.hold();
        ScheduledExecutorService executor = DaemonThreads.executor("held", 1);
        try {
            executor.execute(done::countDown);
            assertThat(done.await(50, TimeUnit.MILLISECONDS)).isFalse();

            DaemonThreads.release();

            assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void aHeldLoopIsInterruptedAsEver() {
        DaemonThreads.hold();
        BackgroundLoop loop = BackgroundLoop.every(Duration.ofDays(1), "held", "Nothing", done::countDown)
                .start();

        assertThat(loop.interrupt(Duration.ofSeconds(10))).isTrue();
    }

    @Test
    void aThreadThatIsNotHeldRunsAtOnce() throws InterruptedException {
        DaemonThreads.start("free", done::countDown);

        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
    }
}
