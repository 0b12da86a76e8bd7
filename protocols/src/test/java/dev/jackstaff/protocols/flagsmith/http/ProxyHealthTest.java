package dev.jackstaff.protocols.flagsmith.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.protocols.EnvironmentFixtures;
import dev.jackstaff.protocols.environment.LiveEnvironments;
import dev.jackstaff.protocols.http.Reply;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProxyHealthTest {
    private final LiveEnvironments environments = new LiveEnvironments();
    private final ProxyHealth health = new ProxyHealth(environments);

    @Test
    void isNotReadyBeforeEveryEnvironmentHasArrived() {
        environments.serve(EnvironmentFixtures.demoAt(1));

        assertThat(health.ready().status()).isEqualTo(503);
        assertThat(text(health.ready()))
                .isEqualTo("{\"status\":\"error\",\"reason\":\"environment document(s) not updated.\","
                        + "\"last_successful_update\":null}");
        assertThat(health.live().status()).isEqualTo(200);
    }

    @Test
    void isReadyWhenEveryEnvironmentHasArrived() {
        environments.serve(EnvironmentFixtures.demoAt(1));
        environments.markComplete();

        assertThat(health.ready().status()).isEqualTo(200);
        assertThat(text(health.ready()))
                .isEqualTo("{\"status\":\"ok\",\"reason\":null,\"last_successful_update\":\"1970-01-01T00:00:00Z\"}");
        assertThat(text(health.live())).isEqualTo("{\"status\":\"ok\"}");
    }

    private static String text(Reply reply) {
        return new String(reply.body(), StandardCharsets.UTF_8);
    }
}
