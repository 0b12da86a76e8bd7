package dev.jackstaff.edge.upstream.flagsmith;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EnvironmentPollerTest {
    private static final Logger LOG = Logger.getLogger(EnvironmentPoller.class.getName());
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final List<LogRecord> logged = new CopyOnWriteArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            logged.add(line);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        LOG.addHandler(handler);
    }

    @AfterEach
    void stopListening() {
        LOG.removeHandler(handler);
    }

    @Test
    void anEnvironmentThatFailsIsNamedOnceHoweverOftenAnotherWorks() {
        EnvironmentPoller broken = poller("ser.broken", "broken-client");
        EnvironmentPoller good = poller("ser.key2", "good-client");

        for (int i = 0; i < 3; i++) {
            broken.failed("/environment-document/ answered 401", null);
            good.worked();
        }

        assertThat(logged.stream().filter(line -> line.getLevel().intValue() >= Level.INFO.intValue()))
                .singleElement()
                .satisfies(line -> assertThat(line.getMessage()).contains("broken-client", "401"));
        assertThat(broken.isWorking()).isFalse();
        assertThat(good.isWorking()).isTrue();
    }

    private static EnvironmentPoller poller(String serverKey, String clientKey) {
        FlagsmithKeyPair keys = new FlagsmithKeyPair(serverKey, clientKey);
        return new EnvironmentPoller(
                new FlagsmithUpstreamSettings("http://127.0.0.1:9/api/v1", List.of(keys), SECOND, SECOND), keys);
    }
}
