package dev.jackstaff.api.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SerialExecutorTest {
    private static final int MANY = 500;
    private static final int LIMIT_SECONDS = 10;

    private final SerialExecutor worker = new SerialExecutor();
    private final CompletableFuture<Thread> thread = new CompletableFuture<>();

    private void begin() {
        worker.start(work -> {
            Thread made = new Thread(work);
            thread.complete(made);
            return made;
        });
    }

    @AfterEach
    void itEnds() throws InterruptedException {
        worker.stop();
        thread.join().join(TimeUnit.SECONDS.toMillis(LIMIT_SECONDS));
        assertThat(thread.join().isAlive()).isFalse();
    }

    @Test
    void whatHappenedLastIsDoneLastAfterFailuresToo() throws Exception {
        List<Integer> done = new ArrayList<>();
        CompletableFuture<List<Integer>> all = new CompletableFuture<>();
        worker.execute(() -> {
            throw new IllegalStateException("of the test");
        });
        worker.execute(() -> {
            throw new NoClassDefFoundError("of the test");
        });
        IntStream.range(0, MANY).forEach(number -> worker.execute(() -> done.add(number)));
        worker.execute(() -> all.complete(done));

        begin();

        assertThat(all.get(LIMIT_SECONDS, TimeUnit.SECONDS)).hasSize(MANY).isSorted();
    }

    @Test
    void anInterruptionEndsNothing() throws Exception {
        CompletableFuture<Boolean> reached = new CompletableFuture<>();
        begin();
        thread.join().interrupt();

        worker.execute(() -> reached.complete(true));

        assertThat(reached.get(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
    }
}
