package dev.jackstaff.domain.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BackgroundLoopTest {
    private static final Duration NEVER = Duration.ofHours(1);
    private static final int LIMIT_SECONDS = 20;

    private final AtomicInteger turns = new AtomicInteger();
    private volatile BackgroundLoop.Task task = woken -> turns.incrementAndGet();
    private final CompletableFuture<Thread> thread = new CompletableFuture<>();
    private BackgroundLoop loop = new BackgroundLoop("jackstaff-test", NEVER, woken -> task.run(woken));

    private void start() {
        loop.start(work -> {
            Thread made = new Thread(work);
            thread.complete(made);
            return made;
        });
    }

    @AfterEach
    void itEnds() throws InterruptedException {
        loop.stop();
        thread.join().join(TimeUnit.SECONDS.toMillis(LIMIT_SECONDS));
        assertThat(loop.isRunning()).isFalse();
    }

    @Test
    void itBeginsAtOnceAndGoesOnWhenItIsWoken() {
        start();
        await().untilAsserted(() -> assertThat(turns).hasValue(1));

        loop.wake();

        await().untilAsserted(() -> assertThat(turns).hasValue(2));
        assertThat(thread.join().getName()).isEqualTo("jackstaff-test");
    }

    @Test
    void withoutAnybodyWhoWakesItGoesOnAfterTheInterval() {
        AtomicInteger unwoken = new AtomicInteger();
        task = woken -> {
            if (!woken) {
                unwoken.incrementAndGet();
            }
        };
        loop = new BackgroundLoop("jackstaff-test", Duration.ofMillis(1), woken -> task.run(woken));

        start();

        await().untilAsserted(() -> assertThat(unwoken).hasValueGreaterThan(1));
    }

    @Test
    void afterAnErrorItGoesOnAndSaysThatItIsFailingUntilATurnIsDone() {
        task = woken -> {
            throw new NoClassDefFoundError("of the test");
        };
        start();
        await().untilAsserted(() -> assertThat(loop.isFailing()).isTrue());
        assertThat(loop.isRunning()).isTrue();

        task = woken -> turns.incrementAndGet();
        loop.wake();

        await().untilAsserted(() -> assertThat(turns).hasValue(1));
        await().untilAsserted(() -> assertThat(loop.isFailing()).isFalse());
    }

    @Test
    void anInterruptionIsATurnAndNoEnd() {
        start();
        await().untilAsserted(() -> assertThat(turns).hasValue(1));

        thread.join().interrupt();

        await().untilAsserted(() -> assertThat(turns).hasValue(2));
    }

    @Test
    void aLoopThatIsNotStartedIsNotRunning() {
        assertThat(loop.isRunning()).isFalse();

        start();
    }
}
