package dev.jackstaff.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BoundedWaitTest {
    private static final Duration LIMIT = Duration.ofSeconds(3);

    private final AtomicLong nanos = new AtomicLong();
    private final BoundedWait waiting = new BoundedWait(LIMIT, nanos::get);

    @Test
    void aRequestGoesOnOnceTheConditionEnds() throws InterruptedException {
        AtomicBoolean pending = new AtomicBoolean(true);
        Thread request = start(pending);

        pending.set(false);
        waiting.wake();

        request.join();
        assertThat(request.isAlive()).isFalse();
    }

    @Test
    void aRequestGoesOnAfterTheLimit() {
        Thread request = start(new AtomicBoolean(true));

        await().untilAsserted(() -> {
            nanos.addAndGet(LIMIT.toNanos());
            assertThat(request.isAlive()).isFalse();
        });
    }

    @Test
    void noMoreThanABoundedNumberOfRequestsWait() throws InterruptedException {
        AtomicBoolean pending = new AtomicBoolean(true);
        List<Thread> requests = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            requests.add(start(pending));
        }

        await().untilAsserted(
                        () -> assertThat(requests).filteredOn(Thread::isAlive).hasSize(32));

        pending.set(false);
        for (Thread request : requests) {
            request.join();
        }
    }

    private Thread start(AtomicBoolean pending) {
        Thread request = new Thread(() -> waiting.awaitWhile(pending::get));
        request.setDaemon(true);
        request.start();
        return request;
    }
}
