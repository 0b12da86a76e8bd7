package dev.jackstaff.engine.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackstaff.engine.snapshot.DocumentException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EdgeStatusCodecTest {
    @Test
    void whatIsWrittenIsRead() {
        EdgeStatus status = new EdgeStatus(
                        "edge-1",
                        "0.1",
                        "eu-north",
                        Instant.EPOCH,
                        Instant.parse("2026-11-21T17:59:59Z"),
                        new EdgeStatus.UpstreamLink("http", "http://127.0.0.1:8080", true),
                        List.of(new EdgeStatus.EnvironmentStatus("demo/production", "id", 7, "abc", -1)),
                        new EdgeStatus.Traffic(1, 2, 3.5),
                        new EdgeStatus.UsageBacklog(4, 5, 6, 7, 8),
                        Map.of("demo/production", "revision 8: too large"),
                        List.of())
                .relayedBy("edge-2");

        assertThat(EdgeStatusCodec.read(EdgeStatusCodec.write(status))).isEqualTo(status);
        assertThat(status.via()).containsExactly("edge-2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"id\":\"a b\"}",
                "{\"id\":\"a\",\"startedAt\":\"today\"}",
                "{\"id\":\"a\",\"via\":[\"\"]}",
                "{\"id\":\"a\",\"traffic\":{\"requestsPerSecond\":\"many\"}}"
            })
    void whatIsNoStatusIsRefused(String document) {
        assertThatThrownBy(() -> EdgeStatusCodec.read(document.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(DocumentException.class);
    }
}
