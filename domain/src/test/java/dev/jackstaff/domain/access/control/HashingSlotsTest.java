package dev.jackstaff.domain.access.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackstaff.domain.DomainException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HashingSlotsTest {
    private static final int CALLERS = 50;

    private final HashingSlots slots = new HashingSlots();
    private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicInteger running = new AtomicInteger();

    @AfterEach
    void stop() {
        end.countDown();
        callers.shutdownNow();
    }

    @Test
    void strangersUseHalfOfTheProcessorsAtMost() throws Exception {
        int most = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        List<Future<Boolean>> results = occupy();

        int computed = 0;
        for (Future<Boolean> result : results) {
            computed += result.get() ? 1 : 0;
        }

        assertThat(computed).isEqualTo(most);
        assertThat(running).hasValue(most);
    }

    @Test
    void whoIsKnownHasASlotOfTheirOwn() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        Future<Boolean> stranger = callers.submit(() -> slots.compute(false, () -> {
            begun.countDown();
            return awaitEnd();
        }));
        begun.await();

        assertThat(slots.compute(true, () -> "hash")).isEqualTo("hash");
        assertThat(stranger).isNotDone();
    }

    @Test
    void aSlotIsFreeAgainAfterAFailure() {
        for (int i = 0; i < CALLERS; i++) {
            assertThatThrownBy(() -> slots.compute(false, () -> {
                        throw new IllegalStateException("of the test");
                    }))
                    .isInstanceOf(IllegalStateException.class);
        }

        assertThat(slots.compute(false, () -> "hash")).isEqualTo("hash");
    }

    /** Lets many strangers compute until all others have been refused. */
    private List<Future<Boolean>> occupy() {
        AtomicInteger refused = new AtomicInteger();
        int most = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        Callable<Boolean> caller = () -> {
            try {
                return slots.compute(false, () -> {
                    running.incrementAndGet();
                    return awaitEnd();
                });
            } catch (DomainException.Throttled tooMany) {
                if (refused.incrementAndGet() == CALLERS - most) {
                    end.countDown();
                }
                return false;
            }
        };
        List<Future<Boolean>> results = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            results.add(callers.submit(caller));
        }
        return results;
    }

    private boolean awaitEnd() {
        try {
            end.await();
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
