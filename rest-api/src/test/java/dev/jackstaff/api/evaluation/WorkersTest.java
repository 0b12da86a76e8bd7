package dev.jackstaff.api.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorkersTest {
    private static final int MANY = 500;

    @Test
    void whatHappenedLastIsDoneLastOnHoweverManyThreadsAndAfterFailuresToo() throws InterruptedException {
        Workers workers = new Workers();
        List<Integer> done = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch all = new CountDownLatch(MANY);
        ExecutorService threads = Executors.newFixedThreadPool(8);

        workers.execute(
                () -> {
                    throw new IllegalStateException("of the test");
                },
                threads);
        IntStream.range(0, MANY)
                .forEach(number -> workers.execute(
                        () -> {
                            done.add(number);
                            all.countDown();
                        },
                        threads));

        assertThat(all.await(10, TimeUnit.SECONDS)).isTrue();
        threads.shutdown();
        assertThat(done).isSorted();
    }
}
