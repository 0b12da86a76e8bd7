package dev.jackstaff.edge.upstream.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class UpstreamClientTest {
    private static final Duration LIMIT = Duration.ofMillis(500);

    private final UpstreamClient exchange = new UpstreamClient(LIMIT, LIMIT);
    private final CountDownLatch end = new CountDownLatch(1);
    private final HttpServer server;

    UpstreamClientTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
    }

    private UpstreamClient.UpstreamResponse ask(HttpHandler handler) throws IOException {
        server.createContext("/", handler);
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        return exchange.send(HttpRequest.newBuilder(address).GET());
    }

    @Test
    void aCompressedBodyIsUnpacked() throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write("some text".getBytes(StandardCharsets.UTF_8));
        }

        UpstreamClient.UpstreamResponse answer = ask(http -> {
            http.getResponseHeaders().set("Content-Encoding", "gzip");
            http.getResponseHeaders().set("Jackstaff-Snapshot-Age", "2.5");
            http.sendResponseHeaders(200, compressed.size());
            http.getResponseBody().write(compressed.toByteArray());
            http.close();
        });

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).asString(StandardCharsets.UTF_8).isEqualTo("some text");
        assertThat(answer.age()).isEqualTo(Duration.ofMillis(2_500));
    }

    @Test
    void anAnswerThatStopsHalfwayIsWaitedForNoLongerThanTheLimit() {
        assertThatThrownBy(() -> ask(http -> {
                    http.sendResponseHeaders(200, 1_000);
                    http.getResponseBody().write('a');
                    http.getResponseBody().flush();
                    await();
                }))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("500 ms");
    }

    private void await() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void anAnswerThatIsTooLargeIsGivenUp() {
        UpstreamClient slowClient = new UpstreamClient(LIMIT, Duration.ofSeconds(20));
        server.createContext("/", http -> {
            http.sendResponseHeaders(200, 0);
            try (OutputStream body = http.getResponseBody()) {
                byte[] mebibyte = new byte[1 << 20];
                for (int i = 0; i < 80; i++) {
                    body.write(mebibyte);
                }
            }
        });
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");

        assertThatThrownBy(() -> slowClient.send(HttpRequest.newBuilder(address).GET()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("more than");
    }

    @Test
    void credentialsDoNotFollowARedirectToAnotherOrigin() throws IOException {
        AtomicInteger leakedRequests = new AtomicInteger();
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/", http -> {
            leakedRequests.incrementAndGet();
            http.sendResponseHeaders(200, -1);
            http.close();
        });
        other.start();
        try {
            String target = "http://127.0.0.1:" + other.getAddress().getPort() + "/stolen";

            assertThatThrownBy(() -> ask(redirect(target)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("another origin");
            assertThat(leakedRequests).hasValue(0);
        } finally {
            other.stop(0);
        }
    }

    @Test
    void aRedirectWithinTheOriginIsFollowed() throws IOException {
        server.createContext("/there", http -> {
            http.sendResponseHeaders(200, 4);
            http.getResponseBody().write("here".getBytes(StandardCharsets.UTF_8));
            http.close();
        });

        assertThat(ask(redirect("/there")).body()).asString().isEqualTo("here");
    }

    @Test
    void redirectsWithoutAnEndAreFollowedFiveTimes() throws IOException {
        AtomicInteger requestCount = new AtomicInteger();

        UpstreamClient.UpstreamResponse answer = ask(http -> {
            requestCount.incrementAndGet();
            redirect("/again").handle(http);
        });

        assertThat(answer.status()).isEqualTo(302);
        assertThat(requestCount).hasValue(6);
    }

    private static HttpHandler redirect(String location) {
        return http -> {
            http.getResponseHeaders().set("Location", location);
            http.sendResponseHeaders(302, -1);
            http.close();
        };
    }
}
