package dev.jackstaff.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Filter;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class RefusedValuesTest {
    private final List<String> lines = new ArrayList<>();
    private final AtomicLong now = new AtomicLong();
    private final RefusedValues refused = new RefusedValues(log(), now::get);

    private Logger log() {
        Logger log = Logger.getAnonymousLogger();
        Filter recorder = line -> {
            lines.add(line.getMessage());
            return false;
        };
        log.setFilter(recorder);
        return log;
    }

    @Test
    void everyValueIsCountedAndOneLineAMinuteIsLogged() {
        for (int second = 0; second < 120; second++) {
            refused.record("jackstaff.snapshots demo/production", null);
            now.addAndGet(Duration.ofSeconds(1).toNanos());
        }

        assertThat(refused.count()).isEqualTo(120);
        assertThat(lines).hasSize(2);
        assertThat(lines.get(1)).contains("jackstaff.snapshots demo/production", "61 so far");
    }
}
