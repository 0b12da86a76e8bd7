package dev.jackstaff.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Somebody who asks an edge all the while, and notes what is wrong: no answer, another status, a revision that goes back. */
final class Traffic implements AutoCloseable {
    private static final Duration BETWEEN = Duration.ofMillis(5);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(15);
    private static final Duration NEWS_LIMIT = Duration.ofSeconds(90);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(2);

    private final OfrepClient edge;
    private final String flag;
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final Thread thread = new Thread(this::ask, "traffic");
    private volatile boolean wanted = true;
    private final AtomicLong answers = new AtomicLong();
    private volatile long latest;

    private Traffic(OfrepClient edge, String flag) {
        this.edge = edge.withNewClient();
        this.flag = flag;
    }

    static Traffic at(OfrepClient edge, String flag) {
        Traffic traffic = new Traffic(edge, flag);
        traffic.thread.start();
        return traffic;
    }

    private void ask() {
        while (wanted) {
            try {
                record(edge.evaluate(flag, "{}"));
                TimeUnit.NANOSECONDS.sleep(BETWEEN.toNanos());
            } catch (IOException | RuntimeException failed) {
                failures.add(failed.toString());
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    private void record(OfrepClient.Answer answer) {
        if (answer.status() != 200) {
            failures.add(answer.toString());
        } else if (answer.revision() < latest) {
            failures.add("revision " + answer.revision() + " after " + latest);
        } else {
            latest = answer.revision();
            answers.incrementAndGet();
        }
    }

    List<String> failures() {
        return failures;
    }

    long answers() {
        return answers.get();
    }

    /** The revision of the last answer. */
    long revision() {
        return latest;
    }

    /** Waits until answers are given from this revision, or a later one. */
    void awaitRevision(long wanted) {
        await().atMost(NEWS_LIMIT).pollInterval(LOOK_AGAIN).untilAsserted(() -> assertThat(latest)
                .as("revision of %s after %d answers and %s", edge.url(), answers(), failures)
                .isGreaterThanOrEqualTo(wanted));
    }

    @Override
    public void close() {
        wanted = false;
        try {
            thread.join(STOP_LIMIT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
