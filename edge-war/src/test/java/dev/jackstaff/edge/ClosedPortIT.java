package dev.jackstaff.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The port of an edge, asked every few milliseconds from the start of the process to its end. */
class ClosedPortIT {
    private static final String STARTED = "Payara Micro 6";
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Duration LOOK = Duration.ofMillis(3);

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it
    private Path directory;

    /** The second start finds the application of the first in its directory: it loads it, and deploys it anew. */
    @Test
    @Timeout(300)
    void nobodyIsAnsweredByTheServerBelow() throws Exception {
        for (int start = 0; start < 2; start++) {
            try (EdgeProcess edge = EdgeProcess.start(directory, Map.of())) {
                await().atMost(LIMIT).pollInterval(LOOK).until(() -> edge.isReady() && isStarted(edge));

                edge.terminate();
                await().atMost(LIMIT).pollInterval(LOOK).until(() -> !edge.isReady() && edge.endsWithin(Duration.ZERO));

                assertThat(edge.readinessStatuses()).isSubsetOf(Set.of(200, 503));
            }
        }
    }

    private static boolean isStarted(EdgeProcess edge) {
        return edge.log().lines().anyMatch(line -> line.contains("ready in") && line.contains(STARTED));
    }
}
