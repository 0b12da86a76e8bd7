package dev.jackstaff.edge.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.edge.usage.UsageQueue.QueuedBatch;
import dev.jackstaff.engine.usage.EvaluationCount;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsageQueueTest {
    private static final long LIMIT = 10;

    private final Path directory;

    UsageQueueTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void batchesAreTakenInTheirOrderAlsoByTheNextRun() throws IOException {
        UsageQueue queue = onDisk();
        queue.add(bytes("one"), 1);
        queue.add(bytes("two"), 2);

        UsageQueue next = onDisk();

        assertThat(next.size()).isEqualTo(2);
        assertThat(next.evaluationCount()).isEqualTo(3);
        assertThat(take(next)).isEqualTo("one");
        next.add(bytes("tre"), 3);
        assertThat(take(next)).isEqualTo("two");
        assertThat(take(next)).isEqualTo("tre");
        assertThat(next.peek()).isNull();
        assertThat(onDisk().size()).isZero();
    }

    @Test
    void theOldestMakesRoomForTheNewestAndIsCountedOnce() throws IOException {
        UsageQueue queue = onDisk();
        queue.add(bytes("first"), 7);
        queue.add(bytes("second"), 2);

        assertThat(queue.drainLostCount()).isEqualTo(7);
        assertThat(queue.drainLostCount()).isZero();
        assertThat(take(queue)).isEqualTo("second");
    }

    @Test
    void batchesOfOthersAreNotTakenWhereThereIsNoRoom() {
        UsageQueue queue = onDisk();

        assertThat(queue.offer(bytes("first"), 7)).isTrue();
        assertThat(queue.offer(bytes("second"), 2)).isFalse();
        assertThat(queue.drainLostCount()).isZero();
    }

    @Test
    void whatWasBeingWrittenWhenTheProcessDiedIsNotThere() throws IOException {
        onDisk().add(bytes("one"), 1);
        Files.writeString(directory.resolve("0000000000000000001-5.json.new"), "to");

        assertThat(onDisk().size()).isEqualTo(1);
        assertThat(directory).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void withoutADiskMemoryHasToDo() throws IOException {
        UsageQueue queue = new UsageQueue(Optional.empty(), LIMIT);
        queue.add(bytes("one"), 1);

        assertThat(take(queue)).isEqualTo("one");
        assertThat(queue.size()).isZero();
    }

    @Test
    void aDirectoryThatIsGoneIsAsGoodAsNone() throws IOException {
        UsageQueue queue = onDisk();
        Files.delete(directory);

        queue.add(bytes("one"), 1);

        assertThat(take(queue)).isEqualTo("one");
    }

    @Test
    void anInterruptedThreadLosesNothing() {
        UsageQueue queue = onDisk();
        Thread.currentThread().interrupt();
        try {
            queue.add(bytes("one"), 7);
            queue.add(bytes("two"), 5);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }

        assertThat(onDisk().evaluationCount()).isEqualTo(12);
        assertThat(directory).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void whatIsInFlightIsNotThrownAwayForTheNewest() throws IOException {
        UsageQueue queue = onDisk();
        queue.add(bytes("first"), 7);
        QueuedBatch sent = Objects.requireNonNull(queue.peek());

        queue.add(bytes("second"), 2);

        assertThat(queue.read(sent)).asString().isEqualTo("first");
        assertThat(queue.lostCount()).isZero();
    }

    @Test
    void whatIsNoLongerThereIsNotLostAgain() {
        UsageQueue queue = onDisk();
        queue.add(bytes("first"), 7);
        QueuedBatch sent = Objects.requireNonNull(queue.peek());
        queue.discard(sent);

        queue.discard(sent);

        assertThat(queue.lostCount()).isEqualTo(7);
    }

    @Test
    void noNumberOfEvaluationsOverflows() {
        UsageQueue queue = new UsageQueue(Optional.empty(), 100);
        for (int i = 0; i < 1_200; i++) {
            queue.add(new byte[50], Long.MAX_VALUE / 1_000);
        }

        assertThat(queue.lostCount()).isEqualTo(EvaluationCount.MAX_SUM);
        assertThat(queue.drainLostCount()).isEqualTo(EvaluationCount.MAX_SUM);
        assertThat(queue.evaluationCount()).isEqualTo(EvaluationCount.MAX_SUM);
    }

    @Test
    void aNumberIsNeverGivenOutTwice() {
        long first = sequence(5_000).next();
        long second = sequence(4_000).next();

        assertThat(first).isEqualTo(5_000);
        assertThat(second).isGreaterThan(first);
    }

    private BatchSequence sequence(long now) {
        return new BatchSequence(Optional.of(directory), Clock.fixed(Instant.ofEpochMilli(now), ZoneOffset.UTC));
    }

    private UsageQueue onDisk() {
        return new UsageQueue(Optional.of(directory), LIMIT);
    }

    private static String take(UsageQueue queue) throws IOException {
        QueuedBatch first = Objects.requireNonNull(queue.peek());
        String document = new String(queue.read(first), StandardCharsets.UTF_8);
        queue.remove(first);
        return document;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
