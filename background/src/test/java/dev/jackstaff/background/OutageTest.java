package dev.jackstaff.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutageTest {
    private final Logger log = Logger.getAnonymousLogger();
    private final List<Level> logged = new ArrayList<>();
    private final Outage outage = new Outage(log, "Testing");

    @BeforeEach
    void recordLog() {
        log.setUseParentHandlers(false);
        log.addHandler(new Handler() {
            @Override
            public void publish(LogRecord line) {
                logged.add(line.getLevel());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        });
    }

    @Test
    void anOutageHasOneLineAtItsBeginningAndOneAtItsEnd() {
        outage.recordSuccess();
        outage.recordFailure("away", null);
        outage.recordFailure("still away", null);
        outage.recordSuccess();
        outage.recordSuccess();

        assertThat(logged).containsExactly(Level.WARNING, Level.INFO);
    }

    @Test
    void theReasonIsThatOfTheLastFailure() {
        outage.recordFailure("away", null);
        outage.recordFailure("still away", null);
        assertThat(outage.isOngoing()).isTrue();
        assertThat(outage.reason()).contains("still away");

        outage.recordSuccess();

        assertThat(outage.isOngoing()).isFalse();
        assertThat(outage.reason()).isEmpty();
        assertThat(outage.failureCount()).isEqualTo(2);
    }
}
