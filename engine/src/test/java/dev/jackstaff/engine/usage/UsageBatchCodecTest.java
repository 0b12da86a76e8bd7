package dev.jackstaff.engine.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackstaff.engine.JsonText;
import dev.jackstaff.engine.snapshot.DocumentException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsageBatchCodecTest {
    private static final Instant NOW = Instant.parse("2026-11-21T17:59:59.5Z");

    @Test
    void whatIsWrittenIsRead() {
        UsageBatch batch = new UsageBatch(
                "edge-1",
                17,
                NOW,
                3,
                List.of(new UsageEntry(
                        "demo/production", "shöp \"1\"", "unleash-java-sdk/12.2.3", "checkout", true, "on", NOW, 12)),
                List.of(new ClientReport(
                        ClientReport.Kind.UNLEASH_IMPACT, "demo/production", JsonText.parse("{\"name\":\"x\"}"))));

        UsageBatch read = UsageBatchCodec.read(UsageBatchCodec.write(batch));

        assertThat(read).isEqualTo(batch);
        assertThat(read.evaluations()).isEqualTo(15);
        assertThat(read.entries().get(0).hour()).isEqualTo("2026-11-21T17:00:00Z");
    }

    @Test
    void whatANewerEdgeWritesBesideIsSkipped() {
        String document = "{\"edge\":\"e\",\"sequence\":0,\"mood\":{\"a\":[1]},\"reports\":[{\"kind\":\"new\","
                + "\"environment\":\"p/e\",\"document\":{}}]}";

        assertThat(UsageBatchCodec.read(bytes(document)).reports()).isEmpty();
    }

    @Test
    void whatClientsSayOfThemselvesIsMadeLegibleAndCut() {
        UsageEntry entry = new UsageEntry("p/e", "a\0b" + "x".repeat(300), "", "f", true, "", NOW, 1);

        assertThat(entry.application()).doesNotContain("\0").hasSizeLessThan(258);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000000000001", "9000000000000", "9223372036854775807", "1000000000000000000000000000000"})
    void aCountThatIsTooGreatIsLoweredAndNotRefused(String count) {
        String document = "{\"edge\":\"e\",\"sequence\":1,\"dropped\":" + count
                + ",\"entries\":[{\"environment\":\"p/e\",\"flag\":\"f\",\"evaluations\":" + count + "},"
                + "{\"environment\":\"q/e\",\"flag\":\"f\",\"evaluations\":7}]}";

        UsageBatch batch = UsageBatchCodec.read(bytes(document));

        assertThat(batch.dropped()).isEqualTo(EvaluationCount.MAX);
        assertThat(batch.entries()).extracting(UsageEntry::evaluations).containsExactly(EvaluationCount.MAX, 7L);
        assertThat(UsageBatchCodec.read(UsageBatchCodec.write(batch))).isEqualTo(batch);
    }

    @ParameterizedTest
    @ValueSource(longs = {EvaluationCount.MAX + 1, 2 * EvaluationCount.MAX, Long.MAX_VALUE})
    void whateverIsWrittenCanBeRead(long count) {
        UsageEntry entry = new UsageEntry("p/e", "", "", "f", true, "", NOW, count);
        UsageBatch batch = new UsageBatch("e", 1, NOW, count, List.of(entry, entry), List.of());

        assertThat(UsageBatchCodec.read(UsageBatchCodec.write(batch))).isEqualTo(batch);
        assertThat(UsageBatchCodec.read(UsageBatchCodec.write(batch.restrictedTo("q/e"::equals)))
                        .dropped())
                .isEqualTo(EvaluationCount.MAX);
    }

    @Test
    void sumsStopAtTheirLimit() {
        assertThat(EvaluationCount.sum(Long.MAX_VALUE, Long.MAX_VALUE)).isEqualTo(EvaluationCount.MAX_SUM);
        assertThat(EvaluationCount.sum(3, 4)).isEqualTo(7);
        assertThat(EvaluationCount.sum(
                        LongStream.generate(() -> EvaluationCount.MAX_SUM).limit(5_000)))
                .isEqualTo(EvaluationCount.MAX_SUM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"edge\":\"\",\"sequence\":1}",
                "{\"edge\":\"a b\",\"sequence\":1}",
                "{\"edge\":\"e\",\"sequence\":-1}",
                "{\"edge\":\"e\",\"sequence\":1,\"dropped\":-1}",
                "{\"edge\":\"e\",\"sequence\":1,\"dropped\":1.5}",
                "{\"edge\":\"e\",\"sequence\":1,\"entries\":[{\"environment\":\"pe\",\"evaluations\":1}]}",
                "{\"edge\":\"e\",\"sequence\":1,\"entries\":[{\"environment\":\"p/e\",\"evaluations\":0}]}",
                "{\"edge\":\"e\",\"sequence\":1,\"entries\":[{\"environment\":\"p/e\",\"hour\":\"now\"}]}"
            })
    void whatIsNoBatchIsRefused(String document) {
        assertThatThrownBy(() -> UsageBatchCodec.read(bytes(document))).isInstanceOf(DocumentException.class);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
