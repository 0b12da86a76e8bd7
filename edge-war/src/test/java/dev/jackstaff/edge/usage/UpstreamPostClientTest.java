package dev.jackstaff.edge.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.jackstaff.edge.upstream.FakeUpstream;
import dev.jackstaff.edge.upstream.Upstream;
import dev.jackstaff.edge.upstream.UpstreamSelector;
import dev.jackstaff.edge.upstream.client.LocalServer;
import dev.jackstaff.edge.upstream.client.UpstreamClient;
import dev.jackstaff.edge.usage.UsageSender.DeliveryResult;
import dev.jackstaff.protocols.settings.EdgeSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpstreamPostClientTest {
    private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);

    private final LocalServer server;
    private final UpstreamPostClient client = new UpstreamPostClient();
    private Optional<UpstreamClient> upstreamClient =
            Optional.of(new UpstreamClient(EdgeSettings.of(Map.of()), Duration.ofSeconds(5)));

    @SuppressWarnings("UnnecessaryAssignment") // there is no container in this test
    UpstreamPostClientTest() throws IOException {
        server = LocalServer.start();
        client.upstreamSelector = new UpstreamSelector() {
            @Override
            public Upstream selected() {
                return new FakeUpstream(Map.of(), upstreamClient);
            }
        };
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void anAcceptedBodyIsSentAsJsonWithItsHeaders() throws InterruptedException {
        server.answer("/usage", 202, "");

        assertThat(post()).isEqualTo(DeliveryResult.ACCEPTED);
        LocalServer.Request request = server.requests.get(0);
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.body()).isEqualTo("{}");
        assertThat(request.header("Content-Type")).isEqualTo("application/json");
        assertThat(request.header("X-API-Key")).isEqualTo("key");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 409, 413, 422})
    void aBodyThatIsBlamedIsRefused(int status) throws InterruptedException {
        server.answer("/usage", status, "");

        assertThat(post()).isEqualTo(DeliveryResult.REFUSED);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 401, 403, 404, 408, 429, 500, 503})
    void aStateThatMayHealIsAnException(int status) {
        server.answer("/usage", status, "");

        assertThatIllegalStateException().isThrownBy(this::post).withMessageContaining(status + " to /usage");
    }

    @Test
    void aServerThatIsDownIsAnException() {
        server.close();

        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(this::post);
    }

    @Test
    void nothingIsSentBeforeTheUpstreamHasStarted() {
        upstreamClient = Optional.empty();

        assertThatIllegalStateException().isThrownBy(this::post).withMessageContaining("not started");
    }

    private DeliveryResult post() throws InterruptedException {
        return client.post(server.url() + "/usage", Map.of("X-API-Key", "key"), BODY);
    }
}
