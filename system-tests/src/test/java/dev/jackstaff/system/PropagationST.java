package dev.jackstaff.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.jackstaff.testprocess.MachineSpeed;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * How long a committed change takes to an edge that is asked without pause. The clock starts when the hub's answer to the
 * toggle has arrived, which is after its commit: what is reached before that counts as 0. The machine is noisy, so the middle
 * one of three rounds counts; all are printed.
 */
@UsesSharedStack
@Isolated("it measures")
class PropagationST {
    private static final int WARM_UP = 300;
    private static final int TOGGLES = 300;
    private static final int ROUNDS = 3;

    /** The most that the median may be on an idle machine. The goal is 20 ms. */
    private static final double MEDIAN_MILLIS = 40;

    private static final double P99_MILLIS = 150;

    private final ManagementClient hub;
    private final OfrepClient edge;

    PropagationST(StackUnderTest installation) {
        this.hub = ManagementClient.of(installation);
        this.edge = OfrepClient.of(installation);
    }

    @Test
    void everyCommittedChangeArrivesInOrderAndInMilliseconds() {
        hub.createFlag("propagation");
        await().until(() -> edge.evaluate("propagation").status() == 200);
        try (RevisionMonitor watch = RevisionMonitor.start(edge)) {
            toggle(watch, WARM_UP);
            watch.forget();

            List<Double> medians = new ArrayList<>();
            List<Double> tails = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                List<Long> micros = toggle(watch, TOGGLES);
                Collections.sort(micros);
                medians.add(percentile(micros, 50));
                tails.add(percentile(micros, 99));
                RunReport.print(
                        "commit to edge over %d toggles: p50 %.1f ms, p90 %.1f ms, p99 %.1f ms, max %.1f ms",
                        TOGGLES,
                        percentile(micros, 50),
                        percentile(micros, 90),
                        percentile(micros, 99),
                        percentile(micros, 100));
            }
            double slowdown = MachineSpeed.slowdown();
            RunReport.print(
                    "meanwhile %d answers, the slowest in %.1f ms; the machine %.1f times slower than idle",
                    watch.answers(), watch.slowest() / 1e6, slowdown);
            assertThat(watch.failures()).isEmpty();
            assertThat(middle(medians)).isLessThanOrEqualTo(MEDIAN_MILLIS * slowdown);
            assertThat(middle(tails)).isLessThanOrEqualTo(P99_MILLIS * slowdown);
        }
    }

    private static double middle(List<Double> figures) {
        return figures.stream().sorted().toList().get(figures.size() / 2);
    }

    /** The microseconds of each change, from its commit to the first answer that shows it. */
    private List<Long> toggle(RevisionMonitor watch, int times) {
        List<Long> micros = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            boolean enabled = i % 2 == 0;
            long revision = hub.toggle("propagation", enabled);
            long committed = System.nanoTime();
            long seen = watch.awaitRevision(revision);
            micros.add(Math.max(0, seen - committed) / 1_000);
        }
        return micros;
    }

    private static double percentile(List<Long> sortedMicros, int percent) {
        int index = (int) Math.ceil(percent / 100.0 * sortedMicros.size()) - 1;
        return sortedMicros.get(Math.max(0, index)) / 1_000.0;
    }

    /** Somebody who asks a thousand times a second at most, so that asking takes no processor from the answers, and notes when each revision was first seen, and whatever is wrong. */
    private static final class RevisionMonitor implements AutoCloseable {
        private static final long PAUSE_NANOS = 1_000_000;

        private final OfrepClient edge;
        private final Thread thread = new Thread(this::ask, "watch");
        private final Map<Long, Long> firstSeen = new ConcurrentHashMap<>();
        private final List<String> failures = new CopyOnWriteArrayList<>();
        private final AtomicLong answers = new AtomicLong();
        private final AtomicLong slowest = new AtomicLong();
        private final Object news = new Object();
        private volatile boolean asking = true;
        private long latest;

        private RevisionMonitor(OfrepClient edge) {
            this.edge = edge;
        }

        static RevisionMonitor start(OfrepClient edge) {
            RevisionMonitor watch = new RevisionMonitor(edge);
            watch.thread.start();
            return watch;
        }

        private void ask() {
            while (asking) {
                long begun = System.nanoTime();
                try {
                    OfrepClient.Answer answer = edge.evaluate("propagation", "{}");
                    record(answer, System.nanoTime());
                } catch (IOException failed) {
                    failures.add(failed.toString());
                }
                slowest.accumulateAndGet(System.nanoTime() - begun, Math::max);
                answers.incrementAndGet();
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }

        private void record(OfrepClient.Answer answer, long now) {
            if (answer.status() != 200) {
                failures.add(answer.toString());
                return;
            }
            synchronized (news) {
                if (answer.revision() < latest) {
                    failures.add("revision " + answer.revision() + " after " + latest);
                }
                if (answer.revision() > latest) {
                    latest = answer.revision();
                    firstSeen.put(latest, now);
                    news.notifyAll();
                }
            }
        }

        /** When this revision, or one after it, was first seen. */
        long awaitRevision(long revision) {
            synchronized (news) {
                long limit = System.nanoTime() + Duration.ofSeconds(10).toNanos();
                while (latest < revision) {
                    if (System.nanoTime() > limit) {
                        throw new AssertionError("revision " + revision + " did not arrive; the edge is at " + latest);
                    }
                    try {
                        news.wait(100);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                        throw new IllegalStateException(e);
                    }
                }
                Long seen = firstSeen.get(revision);
                if (seen == null) {
                    failures.add("revision " + revision + " was passed over");
                    return System.nanoTime();
                }
                return seen;
            }
        }

        void forget() {
            answers.set(0);
            slowest.set(0);
        }

        long answers() {
            return answers.get();
        }

        long slowest() {
            return slowest.get();
        }

        List<String> failures() {
            return failures;
        }

        @Override
        public void close() {
            asking = false;
            try {
                thread.join(Duration.ofSeconds(15).toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
