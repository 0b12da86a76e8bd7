package dev.jackstaff.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * PostgreSQL ends while changes are being made, and is started again. Edges notice nothing; the hub refuses changes for as long
 * as that takes, with 503 and nothing else, and no change that it acknowledged is lost.
 */
@UsesSharedStack
@Tag("fault")
class DatabaseOutageST {
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final int BEFORE = 20;
    private static final int REFUSED = 2;

    private final StackUnderTest installation;
    private final QuickstartFile quickstart;
    private final ManagementClient hub;

    DatabaseOutageST(StackUnderTest installation) {
        this.installation = installation;
        this.quickstart = installation.quickstart();
        this.hub = ManagementClient.of(installation);
    }

    @Test
    void noAcknowledgedChangeIsLost() {
        hub.createFlag("database");
        OfrepClient edge = OfrepClient.of(installation);
        await().atMost(LIMIT).until(() -> edge.evaluate("database").status() == 200);
        try (Traffic traffic = Traffic.at(edge, "database");
                ToggleLoop changes = ToggleLoop.start(hub, quickstart)) {
            await().atMost(LIMIT).until(() -> changes.acknowledged() >= BEFORE);
            installation.kill("postgres");
            await().atMost(LIMIT).until(() -> changes.refused() >= REFUSED);
            long whileAway = changes.acknowledged();
            installation.runSuccessfully("start", "postgres");
            long back = System.nanoTime();
            await().atMost(LIMIT).until(() -> changes.acknowledged() > whileAway);
            double healed = (System.nanoTime() - back) / 1e9;
            await().atMost(LIMIT).until(() -> changes.acknowledged() >= whileAway + BEFORE);
            changes.end();

            long revision = changes.latestRevision();
            traffic.awaitRevision(revision);
            long stored = hub.get("/projects/" + quickstart.project() + "/environments/" + quickstart.environment())
                    .path("revision")
                    .asLong();

            RunReport.print(
                    "PostgreSQL killed under write load: %d changes acknowledged, %d refused with 503; the hub took changes"
                            + " again %.1f s after its return; the edge gave %d answers, %d failed",
                    changes.acknowledged(),
                    changes.refused(),
                    healed,
                    traffic.answers(),
                    traffic.failures().size());
            assertThat(changes.others()).isEmpty();
            assertThat(stored).isGreaterThanOrEqualTo(revision);
            assertThat(edge.evaluate("database").value()).isEqualTo(changes.latestValue());
            assertThat(traffic.failures()).isEmpty();
        }
    }

    /** Somebody who switches a flag on and off without pause, and notes what becomes of it. */
    private static final class ToggleLoop implements AutoCloseable {
        private final ManagementClient hub;
        private final String path;
        private final List<String> others = Collections.synchronizedList(new ArrayList<>());
        private final Thread thread = new Thread(this::runLoop, "changes");
        private volatile boolean wanted = true;
        private final AtomicLong acknowledged = new AtomicLong();
        private final AtomicLong refused = new AtomicLong();
        private volatile long latestRevision;
        private volatile boolean latestValue;

        private ToggleLoop(ManagementClient hub, QuickstartFile quickstart) {
            this.hub = hub;
            this.path = "/projects/" + quickstart.project() + "/flags/database/environments/" + quickstart.environment()
                    + "/toggle";
        }

        static ToggleLoop start(ManagementClient hub, QuickstartFile quickstart) {
            ToggleLoop changes = new ToggleLoop(hub, quickstart);
            changes.thread.start();
            return changes;
        }

        /** A change whose answer is lost may have happened; the next one settles it. */
        private void runLoop() {
            boolean value = true;
            while (wanted) {
                try {
                    record(value, hub.call("POST", path, "{\"enabled\":" + value + "}"));
                } catch (UncheckedIOException lost) {
                    others.add(lost.toString());
                }
                value = !value;
            }
        }

        private void record(boolean value, HttpResponse<String> answer) {
            if (answer.statusCode() == 200) {
                latestRevision = ManagementClient.json(answer).path("revision").asLong();
                latestValue = value;
                acknowledged.incrementAndGet();
            } else if (answer.statusCode() == 503) {
                refused.incrementAndGet();
            } else {
                others.add(answer.statusCode() + " " + answer.body());
            }
        }

        long acknowledged() {
            return acknowledged.get();
        }

        long refused() {
            return refused.get();
        }

        long latestRevision() {
            return latestRevision;
        }

        boolean latestValue() {
            return latestValue;
        }

        List<String> others() {
            return others;
        }

        @Override
        public void close() {
            end();
        }

        /** After this nothing changes any more. */
        void end() {
            wanted = false;
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
