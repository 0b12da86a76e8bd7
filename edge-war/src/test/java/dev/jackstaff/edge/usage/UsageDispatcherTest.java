package dev.jackstaff.edge.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.edge.upstream.UpstreamErrors;
import dev.jackstaff.engine.usage.UsageBatch;
import dev.jackstaff.engine.usage.UsageBatchCodec;
import dev.jackstaff.engine.usage.UsageEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsageDispatcherTest {
    private static final byte[] DOCUMENT =
            UsageBatchCodec.write(new UsageBatch("edge-1", 1, Instant.EPOCH, 5, List.of(), List.of()));

    private final Path directory;
    private final UsageQueue queue;
    private final List<UsageBatch> delivered = new ArrayList<>();
    private final UpstreamErrors failures = new UpstreamErrors();
    private final Set<String> knownEnvironments = new HashSet<>();
    private final AtomicLong now = new AtomicLong();
    private final UsageDispatcher sender;
    private Supplier<UsageSender.DeliveryResult> answer = () -> UsageSender.DeliveryResult.ACCEPTED;

    UsageDispatcherTest(@TempDir Path directory) {
        this.directory = directory;
        this.queue = new UsageQueue(Optional.of(directory), DOCUMENT.length);
        this.sender = new UsageDispatcher(queue, new Upstream(), failures, now::get);
    }

    /** A fake upstream with a configurable answer. */
    private final class Upstream implements UsageSender {
        @Override
        public String kind() {
            return "test";
        }

        @Override
        public DeliveryResult send(UsageBatch batch, byte[] document) {
            delivered.add(batch);
            boolean known = knownEnvironments.isEmpty() || batch.isWithin(knownEnvironments::contains);
            return known
                    ? answer.get()
                    : DeliveryResult.incomplete(batch.only(environment -> !knownEnvironments.contains(environment)));
        }
    }

    @Test
    void whatIsTakenIsRemoved() throws InterruptedException {
        queue.add(DOCUMENT, 5);

        assertThat(sender.send()).isZero();
        assertThat(queue.size()).isZero();
        assertThat(queue.lostCount()).isZero();
        assertThat(delivered).hasSize(1);
    }

    @Test
    void whatIsRefusedIsLost() throws InterruptedException {
        answer = () -> UsageSender.DeliveryResult.REFUSED;
        queue.add(DOCUMENT, 5);

        sender.send();

        assertThat(queue.lostCount()).isEqualTo(5);
        assertThat(failures.counts()).containsEntry(UpstreamErrors.ErrorKind.USAGE, 1L);
    }

    @Test
    void whatCannotBeSentWaitsAndMayThenMakeRoom() throws InterruptedException {
        answer = () -> {
            throw new IllegalStateException("away");
        };
        queue.add(DOCUMENT, 5);

        assertThat(sender.send()).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
        assertThat(queue.size()).isEqualTo(1);
        queue.add(DOCUMENT, 3);
        assertThat(queue.lostCount()).isEqualTo(5);
    }

    @Test
    void whatWaitsForAKeyHoldsUpNothingAndIsTriedAgain() throws InterruptedException {
        UsageQueue roomy = new UsageQueue(Optional.of(directory), 10_000);
        UsageDispatcher dispatcher = new UsageDispatcher(roomy, new Upstream(), failures, now::get);
        roomy.add(batch(1, "p/unknown", "p/known"), 2);
        roomy.add(batch(2, "p/unknown"), 1);
        roomy.add(batch(3, "p/known"), 1);
        knownEnvironments.add("p/known");

        for (int i = 0; i < 4; i++) {
            dispatcher.send();
        }

        assertThat(delivered).extracting(UsageBatch::sequence).containsExactly(1L, 2L, 3L);
        assertThat(roomy.evaluationCount()).isEqualTo(2);
        assertThat(new UsageQueue(Optional.of(directory), 10_000).evaluationCount())
                .isEqualTo(2);

        knownEnvironments.add("p/unknown");
        dispatcher.send();
        assertThat(delivered).hasSize(3);
        now.addAndGet(Duration.ofSeconds(1).toNanos());
        dispatcher.send();
        dispatcher.send();

        assertThat(delivered.subList(3, 5))
                .flatExtracting(UsageBatch::entries)
                .extracting(UsageEntry::environment)
                .containsExactly("p/unknown", "p/unknown");
        assertThat(roomy.size()).isZero();
        assertThat(roomy.lostCount()).isZero();
        assertThat(directory).isEmptyDirectory();
    }

    private static byte[] batch(long sequence, String... environments) {
        List<UsageEntry> entries = Stream.of(environments)
                .map(environment -> new UsageEntry(environment, "", "", "f", true, "", Instant.EPOCH, 1))
                .toList();
        return UsageBatchCodec.write(new UsageBatch("edge-1", sequence, Instant.EPOCH, 0, entries, List.of()));
    }

    @Test
    void whatComesWhileTheOldestIsInFlightThrowsNothingAway() throws InterruptedException {
        answer = () -> {
            queue.add(DOCUMENT, 3);
            return UsageSender.DeliveryResult.ACCEPTED;
        };
        queue.add(DOCUMENT, 5);

        sender.send();

        assertThat(queue.lostCount()).isZero();
        assertThat(queue.evaluationCount()).isEqualTo(3);
    }

    @Test
    void aFileThatIsGoneIsLostOnceAndNotRefused() throws IOException, InterruptedException {
        queue.add(DOCUMENT, 5);
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }

        sender.send();

        assertThat(queue.lostCount()).isEqualTo(5);
        assertThat(failures.counts()).containsEntry(UpstreamErrors.ErrorKind.USAGE, 0L);
        assertThat(delivered).isEmpty();
    }
}
