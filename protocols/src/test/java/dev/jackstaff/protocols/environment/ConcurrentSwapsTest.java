package dev.jackstaff.protocols.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.engine.snapshot.Credential;
import dev.jackstaff.protocols.EnvironmentFixtures;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Concurrent delivery of snapshots, in any order. */
class ConcurrentSwapsTest {
    private static final String KEY = "demo/production";
    private static final int WRITERS = 4;
    private static final long NEWEST = 200;

    private final LiveEnvironments environments = new LiveEnvironments();
    private final CyclicBarrier together = new CyclicBarrier(WRITERS);

    @Test
    void theNewestStaysAndNoReaderSeesARevisionGoBack() {
        environments.serve(EnvironmentFixtures.demoAt(0));
        AtomicInteger told = new AtomicInteger();
        environments.addChangeListener(environment -> told.incrementAndGet());
        AtomicInteger news = new AtomicInteger();

        List<CompletableFuture<Void>> writers = LongStream.range(0, WRITERS)
                .mapToObj(seed ->
                        CompletableFuture.runAsync(() -> serveAll(seed, news), command -> new Thread(command).start()))
                .toList();
        CompletableFuture<Void> all = CompletableFuture.allOf(writers.toArray(CompletableFuture[]::new));
        long latest = 0;
        while (!all.isDone()) {
            long seen = revision();
            assertThat(seen).isGreaterThanOrEqualTo(latest);
            latest = seen;
        }
        all.join();

        assertThat(revision()).isEqualTo(NEWEST);
        assertThat(told).hasValue(news.get());
    }

    private void serveAll(long seed, AtomicInteger news) {
        List<Long> revisions =
                new ArrayList<>(LongStream.rangeClosed(1, NEWEST).boxed().toList());
        Collections.shuffle(revisions, new Random(seed));
        meet();
        for (long revision : revisions) {
            if (environments.serve(EnvironmentFixtures.demoAt(revision))) {
                news.incrementAndGet();
            }
        }
    }

    @Test
    void aKeyThatWasAdmittedIsThereAfterEverySwap() {
        environments.serve(EnvironmentFixtures.demoAt(0));
        CompletableFuture<Void> swaps = CompletableFuture.runAsync(
                () -> LongStream.rangeClosed(1, NEWEST)
                        .forEach(revision -> environments.serve(EnvironmentFixtures.demoAt(revision))),
                command -> new Thread(command).start());

        for (int i = 0; i < NEWEST; i++) {
            Credential credential = new Credential("name", "hash-" + i, Credential.Kind.CLIENT, null);
            environments.admitKey(KEY, credential);
        }
        swaps.join();

        assertThat(environments.admittedKeys().get(KEY)).hasSize((int) NEWEST);
        assertThat(revision()).isEqualTo(NEWEST);
    }

    private void meet() {
        try {
            together.await();
        } catch (Exception unforeseen) {
            throw new IllegalStateException(unforeseen);
        }
    }

    private long revision() {
        return Objects.requireNonNull(environments.environment(KEY)).revision();
    }
}
