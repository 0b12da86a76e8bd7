package dev.jackstaff.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** Some who ask, each over a connection of its own, until they have asked often enough or get no answer any more. */
final class EvaluationLoad implements AutoCloseable {
    private static final int CONNECTIONS = 4;

    private final long wanted;
    private final AtomicLong left;
    private final AtomicLong unanswered = new AtomicLong();
    private final AtomicLong answered = new AtomicLong();
    private final AtomicReference<String> failure = new AtomicReference<>("none");
    private final List<Thread> threads = new ArrayList<>();

    /**
     * Those who ask an edge, each with a client of its own. Where threads share one, Java's client loses an answer once in a hundred
     * thousand (JDK-8338569): it takes a connection out of its pool, and the answer for one who has no business there.
     */
    static List<OfrepClient> clients(OfrepClient edge) {
        return Stream.generate(edge::withNewClient).limit(CONNECTIONS).toList();
    }

    /** Asks so often, over a few connections, and gets that many answers. */
    static long ask(List<OfrepClient> clients, String flag, long times) throws InterruptedException {
        try (EvaluationLoad asking = new EvaluationLoad(clients, flag, times)) {
            return asking.whole();
        }
    }

    EvaluationLoad(List<OfrepClient> clients, String flag, long times) {
        wanted = times;
        left = new AtomicLong(times);
        for (OfrepClient client : clients) {
            Thread thread = new Thread(() -> ask(client, flag), "asking");
            threads.add(thread);
            thread.start();
        }
    }

    private void ask(OfrepClient own, String flag) {
        while (left.getAndDecrement() > 0) {
            try {
                OfrepClient.Answer answer = own.evaluate(flag, "{}");
                if (answer.status() == 200) {
                    answered.incrementAndGet();
                } else {
                    fail(answer.toString());
                }
            } catch (IOException | RuntimeException noEdge) {
                fail(noEdge + ", by " + cause(noEdge));
                return;
            }
        }
    }

    /** What began it: a client that closes a connection, or an edge. */
    private static Throwable cause(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause == null ? failure : cause(cause);
    }

    private void fail(String what) {
        unanswered.incrementAndGet();
        failure.compareAndSet("none", what + " after " + answered.get() + " answers");
    }

    /** All answers, where everybody gets all. */
    long whole() throws InterruptedException {
        assertThat(end()).as("answers; the first failure: %s", failure).isEqualTo(wanted);
        return wanted;
    }

    /** The answers there were. */
    long end() throws InterruptedException {
        for (Thread thread : threads) {
            thread.join(TimeUnit.MINUTES.toMillis(5));
        }
        return answered.get();
    }

    /** How often the edge may have counted what nobody was answered: the requests that were under way when it stopped. */
    long doubtful() {
        return Math.min(CONNECTIONS, unanswered.get());
    }

    @Override
    public void close() {
        left.set(0);
    }
}
