package dev.jackstaff.edge.upstream.unleash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TokenWaitTest {
    private final AtomicLong nanos = new AtomicLong();
    private final TokenWait waiting = new TokenWait(nanos::get);

    @Test
    void aRequestGoesOnWhenItIsDecided() throws InterruptedException {
        AtomicBoolean undecided = new AtomicBoolean(true);
        Thread request = start(undecided);

        undecided.set(false);
        waiting.wake();

        request.join();
        assertThat(request.isAlive()).isFalse();
    }

    @Test
    void aRequestGoesOnUndecidedAfterAWhile() {
        Thread request = start(new AtomicBoolean(true));

        await().untilAsserted(() -> {
            nanos.addAndGet(Duration.ofSeconds(3).toNanos());
            assertThat(request.isAlive()).isFalse();
        });
    }

    @Test
    void noMoreThanABoundedNumberOfRequestsWait() throws InterruptedException {
        AtomicBoolean undecided = new AtomicBoolean(true);
        List<Thread> requests = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            requests.add(start(undecided));
        }

        await().untilAsserted(
                        () -> assertThat(requests).filteredOn(Thread::isAlive).hasSize(32));

        undecided.set(false);
        for (Thread request : requests) {
            request.join();
        }
    }

    private Thread start(AtomicBoolean undecided) {
        Thread request = new Thread(() -> waiting.awaitWhile(undecided::get));
        request.setDaemon(true);
        request.start();
        return request;
    }
}
