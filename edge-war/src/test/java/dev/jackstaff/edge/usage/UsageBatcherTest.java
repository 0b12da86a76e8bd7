package dev.jackstaff.edge.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonToken;
import dev.jackstaff.engine.JsonText;
import dev.jackstaff.engine.snapshot.DocumentReader;
import dev.jackstaff.engine.usage.ClientReport;
import dev.jackstaff.engine.usage.EvaluationCount;
import dev.jackstaff.engine.usage.UsageBatch;
import dev.jackstaff.engine.usage.UsageBatchCodec;
import dev.jackstaff.engine.usage.UsageEntry;
import dev.jackstaff.protocols.usage.UsageCounter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UsageBatcherTest {
    private static final Instant NOW = Instant.parse("2026-11-21T17:30:00Z");
    private static final Instant HOUR = Instant.parse("2026-11-21T17:00:00Z");

    private final UsageBatcher batches = new UsageBatcher("e", new BatchSequence(Optional.empty(), Clock.systemUTC()));

    @Test
    void nothingMakesNoBatch() {
        assertThat(batches.toBatches(new UsageCounter.UsageDelta(Map.of(), 0, List.of()), NOW, 0, NOW))
                .isEmpty();
    }

    @Test
    void whatWasLostIsToldEvenWhereNothingElseIs() {
        assertThat(batches.toBatches(new UsageCounter.UsageDelta(Map.of(), 3, List.of()), NOW, 4, NOW))
                .singleElement()
                .satisfies(batch -> assertThat(batch.dropped()).isEqualTo(7));
    }

    @Test
    void muchIsSplitAndNothingIsMissingOrDoubled() {
        Map<UsageCounter.CounterKey, Long> counts = new HashMap<>();
        for (int i = 0; i < 2_000; i++) {
            counts.put(new UsageCounter.CounterKey("p/e", "ä".repeat(200), "", "flag" + i, true, "on"), 2L);
        }
        JsonText metric = JsonText.parse("{\"name\":\"" + "x".repeat(10_000) + "\"}");
        List<ClientReport> reports = List.of(
                new ClientReport(ClientReport.Kind.UNLEASH_IMPACT, "p/e", metric),
                new ClientReport(ClientReport.Kind.UNLEASH_IMPACT, "p/e", metric));

        List<UsageBatch> created = batches.toBatches(new UsageCounter.UsageDelta(counts, 1, reports), NOW, 0, NOW);

        assertThat(created.stream().mapToLong(UsageBatch::evaluations).sum()).isEqualTo(4_001);
        assertThat(created.stream().mapToInt(batch -> batch.reports().size()).sum())
                .isEqualTo(2);
        Set<Long> sequences = new HashSet<>();
        created.forEach(batch -> {
            assertThat(UsageBatchCodec.write(batch)).hasSizeLessThan(UsageBatcher.MAX_BATCH_BYTES + 1_000);
            assertThat(sequences.add(batch.sequence())).isTrue();
        });
    }

    @Test
    void twoReportsAtTheLimitMakeABatchThatCanBeReadAndCostNoOtherCount() {
        UsageCounter usage = new UsageCounter();
        UsageCounter.CounterKey greedy = new UsageCounter.CounterKey("p/e", "w", "", "plain", true, "");
        UsageCounter.CounterKey other = new UsageCounter.CounterKey("q/e", "w", "", "plain", true, "");
        usage.add(greedy, EvaluationCount.MAX);
        usage.add(greedy, EvaluationCount.MAX);
        usage.add(other, 5);

        List<UsageBatch> created = batches.toBatches(usage.drain(), NOW, 5 * EvaluationCount.MAX, NOW);

        assertThat(created).singleElement().satisfies(batch -> {
            UsageBatch read = UsageBatchCodec.read(UsageBatchCodec.write(batch));
            assertThat(read.entries())
                    .extracting(UsageEntry::environment, UsageEntry::evaluations)
                    .containsExactlyInAnyOrder(tuple("p/e", EvaluationCount.MAX), tuple("q/e", 5L));
            assertThat(read.dropped()).isEqualTo(EvaluationCount.MAX);
        });
    }

    @Test
    void flagsmithGetsTheGreatestNumberThatItTakes() {
        UsageEntry entry = new UsageEntry("p/e", "web", "", "a", true, "", NOW, EvaluationCount.MAX);

        List<byte[]> bodies =
                FlagsmithAnalytics.of("p/e", new UsageBatch("e", 1, NOW, 0, List.of(entry, entry), List.of()));

        assertThat(bodies).singleElement().satisfies(body -> assertThat(body)
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("{\"a\":2147483647}"));
    }

    @Test
    void bulkMetricsSayYesAndNoOfEachFeatureInOneEnvironment() {
        UsageBatch batch = new UsageBatch(
                "e",
                1,
                NOW,
                0,
                List.of(
                        new UsageEntry("*/dev", "web", "", "a", true, "blue", NOW, 3),
                        new UsageEntry("*/dev", "web", "", "a", true, "", NOW, 2),
                        new UsageEntry("*/dev", "web", "", "a", false, "", NOW, 1),
                        new UsageEntry("*/prod", "web", "", "a", true, "", NOW, 9)),
                List.of(
                        new ClientReport(
                                ClientReport.Kind.UNLEASH_APPLICATION,
                                "*/dev",
                                JsonText.parse("{\"appName\":\"web\",\"environment\":\"mine\",\"strategies\":[1]}")),
                        new ClientReport(
                                ClientReport.Kind.UNLEASH_IMPACT, "*/dev", JsonText.parse("{\"name\":\"m\"}"))));

        List<byte[]> bodies = UnleashBulkMetrics.of("*/dev", batch);

        assertThat(bodies).hasSize(1);
        assertThat(new String(bodies.get(0), StandardCharsets.UTF_8))
                .isEqualTo("{\"applications\":[{\"appName\":\"web\",\"strategies\":[1],\"environment\":\"dev\"}],"
                        + "\"metrics\":[{\"featureName\":\"a\",\"appName\":\"web\",\"environment\":\"dev\",\"timestamp\":\""
                        + HOUR
                        + "\",\"yes\":5,\"no\":1,\"variants\":{\"blue\":3}}],\"impactMetrics\":[{\"name\":\"m\"}]}");
    }

    @Test
    void bulkMetricsStayBelowTheirLimit() {
        List<UsageEntry> entries = IntStream.range(0, 2_000)
                .mapToObj(i -> new UsageEntry("*/dev", "application", "", "feature-" + i, true, "", NOW, 1))
                .toList();

        List<byte[]> bodies = UnleashBulkMetrics.of("*/dev", new UsageBatch("e", 1, NOW, 0, entries, List.of()));

        assertThat(bodies).hasSizeGreaterThan(1).allSatisfy(body -> assertThat(body.length)
                .isLessThanOrEqualTo(UnleashBulkMetrics.MAX_REQUEST_BYTES));
        assertThat(bodies.stream().mapToInt(UsageBatcherTest::metrics).sum()).isEqualTo(2_000);
    }

    private static int metrics(byte[] body) {
        int[] count = {0};
        DocumentReader.readWhole(body, reader -> {
            reader.object(member -> {
                if (member.equals("metrics") && reader.token() == JsonToken.START_ARRAY) {
                    count[0] += reader.array(reader::json).size();
                    return true;
                }
                return false;
            });
            return true;
        });
        return count[0];
    }
}
