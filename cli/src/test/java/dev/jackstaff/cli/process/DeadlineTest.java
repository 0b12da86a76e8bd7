package dev.jackstaff.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DeadlineTest {
    @Test
    void isPastOnceTheLimitIsOverThoughTheTickerWrapsAround() {
        AtomicLong nanoTime = new AtomicLong(Long.MAX_VALUE - 5);
        Deadline deadline = Deadline.after(Duration.ofNanos(10), nanoTime::get);

        nanoTime.addAndGet(10);
        assertThat(deadline.isPast()).isFalse();

        nanoTime.incrementAndGet();
        assertThat(deadline.isPast()).isTrue();
    }
}
