package dev.jackstaff.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.jackstaff.testprocess.MachineSpeed;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Hundreds of unfinished requests at a hub or an edge: health checks and other callers do not notice. */
@UsesSharedStack
@Isolated("it measures")
class SlowClientsST {
    private static final int CLIENTS = 300;
    private static final Duration DURATION = Duration.ofSeconds(Integer.getInteger("jackstaff.slow.seconds", 7));
    private static final double P99_MILLIS = 100;

    private static final String HEAD = "POST /%s HTTP/1.1\r\nHost: x\r\nX-Slow: ";
    private static final String BODY =
            "POST /%s HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{";

    private final QuickstartFile quickstart;
    private final ManagementClient hub;
    private final OfrepClient edge;

    SlowClientsST(StackUnderTest installation) {
        this.quickstart = installation.quickstart();
        this.hub = ManagementClient.of(installation);
        this.edge = OfrepClient.of(installation);
    }

    /** What an ordinary caller does. */
    @FunctionalInterface
    private interface Call {
        void run() throws IOException;
    }

    static Stream<Arguments> beginnings() {
        return Stream.of(argumentSet("heads", HEAD), argumentSet("bodies", BODY));
    }

    @ParameterizedTest
    @MethodSource("beginnings")
    void theHubAnswersOthers(String beginning) throws IOException {
        measure(quickstart.hubUrl(), beginning.formatted("api/v1/auth/login"), () -> hub.get("/projects"));
    }

    @ParameterizedTest
    @MethodSource("beginnings")
    void theEdgeAnswersOthers(String beginning) throws IOException {
        measure(quickstart.edgeUrl(), beginning.formatted("ofrep/v1/evaluate/flags"), () -> assertThat(
                        edge.evaluateAll("{}").status())
                .isEqualTo(200));
    }

    private static void measure(String server, String beginning, Call call) throws IOException {
        List<Double> millis = new ArrayList<>();
        call.run(); // the connection
        try (SlowClients slow = SlowClients.on(server, beginning, CLIENTS)) {
            long end = System.nanoTime() + DURATION.toNanos();
            while (System.nanoTime() - end < 0) {
                millis.add(millisOf(() -> assertThat(RawHttp.send(server, "GET", "/health/live", Map.of(), new byte[0])
                                .status())
                        .isEqualTo(200)));
                millis.add(millisOf(call));
            }
            Collections.sort(millis);
            double p99 = millis.get(millis.size() * 99 / 100);
            RunReport.print(
                    "%d unfinished requests at %s for %d s, %d disconnected: %d answers, p50 %.1f ms, p99 %.1f ms, max %.1f ms",
                    CLIENTS,
                    server,
                    DURATION.toSeconds(),
                    slow.disconnections(),
                    millis.size(),
                    millis.get(millis.size() / 2),
                    p99,
                    millis.get(millis.size() - 1));
            assertThat(slow.disconnections()).isPositive();
            assertThat(p99).isLessThan(P99_MILLIS * MachineSpeed.slowdown());
        }
    }

    private static double millisOf(Call call) throws IOException {
        long begun = System.nanoTime();
        call.run();
        return (System.nanoTime() - begun) / 1e6;
    }
}
