package dev.jackstaff.edge.usage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonToken;
import dev.jackstaff.engine.JsonText;
import dev.jackstaff.engine.snapshot.DocumentReader;
import dev.jackstaff.engine.usage.ClientReport;
import dev.jackstaff.engine.usage.UsageBatch;
import dev.jackstaff.engine.usage.UsageDocument;
import dev.jackstaff.engine.usage.UsageEntry;
import dev.jackstaff.protocols.usage.Usage;
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

class BatchesTest {
    private static final Instant NOW = Instant.parse("2026-11-21T17:30:00Z");
    private static final Instant HOUR = Instant.parse("2026-11-21T17:00:00Z");

    private final Batches batches = new Batches("e", new Sequence(Optional.empty(), Clock.systemUTC()));

    @Test
    void nothingMakesNoBatch() {
        assertThat(batches.of(new Usage.Drained(Map.of(), 0, List.of()), NOW, 0, NOW))
                .isEmpty();
    }

    @Test
    void whatWasLostIsToldEvenWhereNothingElseIs() {
        assertThat(batches.of(new Usage.Drained(Map.of(), 3, List.of()), NOW, 4, NOW))
                .singleElement()
                .satisfies(batch -> assertThat(batch.dropped()).isEqualTo(7));
    }

    @Test
    void muchIsSplitAndNothingIsMissingOrDoubled() {
        Map<Usage.Counted, Long> counts = new HashMap<>();
        for (int i = 0; i < 2_000; i++) {
            counts.put(new Usage.Counted("p/e", "ä".repeat(200), "flag" + i, true, "on"), 2L);
        }
        JsonText metric = JsonText.parse("{\"name\":\"" + "x".repeat(10_000) + "\"}");
        List<ClientReport> reports = List.of(
                new ClientReport(ClientReport.Kind.UNLEASH_IMPACT, "p/e", metric),
                new ClientReport(ClientReport.Kind.UNLEASH_IMPACT, "p/e", metric));

        List<UsageBatch> made = batches.of(new Usage.Drained(counts, 1, reports), NOW, 0, NOW);

        assertThat(made.stream().mapToLong(UsageBatch::evaluations).sum()).isEqualTo(4_001);
        assertThat(made.stream().mapToInt(batch -> batch.reports().size()).sum())
                .isEqualTo(2);
        Set<Long> sequences = new HashSet<>();
        made.forEach(batch -> {
            assertThat(UsageDocument.write(batch)).hasSizeLessThan(Batches.LARGEST + 1_000);
            assertThat(sequences.add(batch.sequence())).isTrue();
        });
    }

    @Test
    void bulkMetricsSayYesAndNoOfEachFeatureInOneEnvironment() {
        UsageBatch batch = new UsageBatch(
                "e",
                1,
                NOW,
                0,
                List.of(
                        new UsageEntry("*/dev", "web", "a", true, "blue", NOW, 3),
                        new UsageEntry("*/dev", "web", "a", true, "", NOW, 2),
                        new UsageEntry("*/dev", "web", "a", false, "", NOW, 1),
                        new UsageEntry("*/prod", "web", "a", true, "", NOW, 9)),
                List.of(
                        new ClientReport(
                                ClientReport.Kind.UNLEASH_APPLICATION,
                                "*/dev",
                                JsonText.parse("{\"appName\":\"web\",\"environment\":\"mine\",\"strategies\":[1]}")),
                        new ClientReport(
                                ClientReport.Kind.UNLEASH_IMPACT, "*/dev", JsonText.parse("{\"name\":\"m\"}"))));

        List<byte[]> bodies = BulkMetrics.of("*/dev", batch);

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
                .mapToObj(i -> new UsageEntry("*/dev", "application", "feature-" + i, true, "", NOW, 1))
                .toList();

        List<byte[]> bodies = BulkMetrics.of("*/dev", new UsageBatch("e", 1, NOW, 0, entries, List.of()));

        assertThat(bodies).hasSizeGreaterThan(1).allSatisfy(body -> assertThat(body.length)
                .isLessThanOrEqualTo(BulkMetrics.LARGEST));
        assertThat(bodies.stream().mapToInt(BatchesTest::metrics).sum()).isEqualTo(2_000);
    }

    private static int metrics(byte[] body) {
        int[] count = {0};
        DocumentReader.whole(body, reader -> {
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
