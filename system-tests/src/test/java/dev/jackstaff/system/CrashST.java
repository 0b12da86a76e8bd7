package dev.jackstaff.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What must hold when a process dies: what was committed arrives, and an edge serves again by itself. */
@ExtendWith(SharedStack.class)
class CrashST {
    /** The database lock that a hub holds while it publishes; see docs/decisions on publication. */
    private static final long PUBLICATION_LOCK = 0x6A6B_7300L;

    private static final Duration RECOVERY = Duration.ofSeconds(60);

    private final StackUnderTest installation;
    private final OfrepClient edge;

    CrashST(StackUnderTest installation) {
        this.installation = installation;
        this.edge = OfrepClient.of(installation);
    }

    @Test
    void aChangeCommittedByAHubThatDiesBeforePublishingItArrives() throws SQLException {
        ManagementClient hub = ManagementClient.of(installation);
        hub.createFlag("crash");
        await().until(() -> edge.evaluate("crash").status() == 200);
        long committed;
        List<String> failures;
        try (AnswerMonitor asking = AnswerMonitor.start(edge, "crash")) {
            try (Connection database = installation.database()) {
                holdLock(database, PUBLICATION_LOCK);
                committed = hub.toggle("crash", true);
                assertThat(edge.evaluate("crash").value()).isFalse();
                installation.kill("hub");
            }

            installation.runSuccessfully("up", "--detach");

            long begun = System.nanoTime();
            await().atMost(RECOVERY).until(() -> edge.evaluate("crash").value());
            RunReport.print(
                    "after the hub's return the edge had the change within %.1f s", (System.nanoTime() - begun) / 1e9);
            failures = asking.failures();
        }
        assertThat(failures).isEmpty();
        assertThat(edge.evaluate("crash").revision()).isGreaterThanOrEqualTo(committed);
    }

    @Test
    void anEdgeThatDiesServesAgain() {
        ManagementClient hub = ManagementClient.of(installation);
        hub.createFlag("edge-crash");
        hub.toggle("edge-crash", true);
        await().until(() -> edge.evaluate("edge-crash").value());

        installation.kill("edge");
        hub.toggle("edge-crash", false);
        installation.runSuccessfully("up", "--detach");

        await().atMost(RECOVERY).until(edge::ready);
        assertThat(edge.evaluate("edge-crash").status()).isEqualTo(200);
        await().atMost(RECOVERY).until(() -> !edge.evaluate("edge-crash").value());
        assertThat(hub.toggle("edge-crash", true)).isPositive();
        await().until(() -> edge.evaluate("edge-crash").value());
    }

    private static void holdLock(Connection database, long lock) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement("SELECT pg_advisory_lock(?)")) {
            statement.setLong(1, lock);
            statement.execute();
        }
    }

    /** Somebody who asks all the while, and notes every answer that is none. */
    private record AnswerMonitor(Thread thread, AtomicBoolean wanted, List<String> failures) implements AutoCloseable {
        static AnswerMonitor start(OfrepClient edge, String flag) {
            AtomicBoolean wanted = new AtomicBoolean(true);
            List<String> failures = new CopyOnWriteArrayList<>();
            Thread thread = new Thread(
                    () -> {
                        while (wanted.get()) {
                            ask(edge, flag, failures);
                        }
                    },
                    "asking");
            thread.start();
            return new AnswerMonitor(thread, wanted, failures);
        }

        private static void ask(OfrepClient edge, String flag, List<String> failures) {
            try {
                OfrepClient.Answer answer = edge.evaluate(flag, "{}");
                if (answer.status() != 200) {
                    failures.add(answer.toString());
                }
            } catch (IOException failed) {
                failures.add(failed.toString());
            }
        }

        @Override
        public void close() {
            wanted.set(false);
            try {
                thread.join(Duration.ofSeconds(15).toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
