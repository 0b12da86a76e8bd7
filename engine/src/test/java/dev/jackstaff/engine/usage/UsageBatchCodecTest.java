package dev.jackstaff.engine.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackstaff.engine.JsonText;
import dev.jackstaff.engine.snapshot.DocumentException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
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
                List.of(new UsageEntry("demo/production", "shöp \"1\"", "checkout", true, "on", NOW, 12)),
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
        UsageEntry entry = new UsageEntry("p/e", "a\0b" + "x".repeat(300), "f", true, "", NOW, 1);

        assertThat(entry.application()).doesNotContain("\0").hasSizeLessThan(258);
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
                "{\"edge\":\"e\",\"sequence\":1,\"dropped\":9000000000000}",
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
