package dev.jackstaff.domain.audit.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.net.httpserver.HttpServer;
import dev.jackstaff.domain.audit.Seal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AnchorWebhookTest {
    private static final Seal HEAD =
            new Seal(7, 1, "d", "p", "ab".repeat(32), "0123456789abcdef", Instant.parse("2026-11-30T10:00:00Z"));

    private final AuditKeys keys = new AuditKeys();
    private final AnchorWebhook webhook = new AnchorWebhook(keys);
    private final List<String> received = new ArrayList<>();
    private final HttpServer server;
    private int answer = 204;

    AnchorWebhookTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/anchors", exchange -> {
            received.add(exchange.getRequestHeaders().getFirst(AnchorWebhook.SIGNATURE) + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        server.start();
        keys.configure("the secret of the audit trail of this test");
        webhook.configure("http://127.0.0.1:" + server.getAddress().getPort() + "/anchors");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aHeadIsSentWithASignature() throws Exception {
        webhook.send(HEAD);

        String body = "{\"sequence\":7,\"hash\":\"" + HEAD.hash()
                + "\",\"key\":\"0123456789abcdef\",\"sealedAt\":\"2026-11-30T10:00:00Z\"}";
        assertThat(received).containsExactly(keys.current().orElseThrow().sign(body) + " " + body);
    }

    @Test
    void aReceiverThatRefusesIsAFailure() {
        answer = 500;

        assertThatIOException().isThrownBy(() -> webhook.send(HEAD)).withMessageContaining("500");
    }

    @Test
    void anAddressOfAnotherKindIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> webhook.configure("file:///tmp/anchors"))
                .withMessageContaining("JACKSTAFF_AUDIT_ANCHOR_URL");
    }
}
