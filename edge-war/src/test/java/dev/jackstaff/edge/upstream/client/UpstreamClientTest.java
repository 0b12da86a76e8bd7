package dev.jackstaff.edge.upstream.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.jackstaff.protocols.settings.EdgeSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class UpstreamClientTest {
    private static final Duration LIMIT = Duration.ofMillis(500);
    private static final TimeLimits LIMITS = TimeLimits.of(LIMIT);
    private static final TimeLimits LONG = TimeLimits.of(Duration.ofSeconds(20));
    private static final byte[] MEBIBYTE = new byte[1 << 20];

    private final UpstreamClient client = new UpstreamClient(EdgeSettings.of(Map.of()), LIMIT);
    private final CountDownLatch end = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    UpstreamClientTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
    }

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private UpstreamResponse ask(HttpHandler handler) throws IOException, InterruptedException {
        return ask(handler, LIMITS);
    }

    private UpstreamResponse ask(HttpHandler handler, TimeLimits limits) throws IOException, InterruptedException {
        server.createContext("/", handler);
        return client.send(request().GET(), limits);
    }

    private HttpRequest.Builder request() {
        return HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"));
    }

    @Test
    void aCompressedBodyIsUnpacked() throws IOException, InterruptedException {
        byte[] compressed = gzip("some text".getBytes(StandardCharsets.UTF_8), 1);

        UpstreamResponse answer = ask(http -> {
            http.getResponseHeaders().set("Jackstaff-Snapshot-Age", "2.5");
            answerGzip(http, compressed);
        });

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).asString(StandardCharsets.UTF_8).isEqualTo("some text");
        assertThat(answer.age()).isEqualTo(Duration.ofMillis(2_500));
    }

    @Test
    void anUnchangedDocumentHasNoBody() throws IOException, InterruptedException {
        server.createContext("/", http -> {
            boolean known = "\"7\"".equals(http.getRequestHeaders().getFirst("If-None-Match"));
            http.getResponseHeaders().set("Content-Encoding", "gzip");
            http.sendResponseHeaders(known ? 304 : 200, -1);
            http.close();
        });

        UpstreamResponse answer = client.send(request().header("If-None-Match", "\"7\""), LIMITS);

        assertThat(answer.status()).isEqualTo(304);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void aConnectionIsUsedForSeveralRequests() throws IOException, InterruptedException {
        Set<InetSocketAddress> connections = ConcurrentHashMap.newKeySet();
        server.createContext("/", http -> {
            connections.add(http.getRemoteAddress());
            http.sendResponseHeaders(200, 4);
            http.getResponseBody().write("here".getBytes(StandardCharsets.UTF_8));
            http.close();
        });

        for (int i = 0; i < 5; i++) {
            client.send(request().GET(), LONG);
        }

        assertThat(connections).hasSize(1);
    }

    @Test
    void aBodyThatStopsHalfwayIsGivenUpAtTheLimit() {
        assertThatThrownBy(() -> ask(http -> {
                    http.sendResponseHeaders(200, 1_000);
                    http.getResponseBody().write('a');
                    http.getResponseBody().flush();
                    await(Duration.ofMinutes(1));
                }))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("500 ms");
    }

    @Test
    void aBodyThatTricklesIsGivenUpAtTheLimitOfTheWhole() {
        TimeLimits limits = new TimeLimits(Duration.ofSeconds(10), LIMIT);

        assertThatThrownBy(() -> ask(
                        http -> {
                            http.sendResponseHeaders(200, 0);
                            while (!await(Duration.ofMillis(20))) {
                                http.getResponseBody().write('a');
                                http.getResponseBody().flush();
                            }
                        },
                        limits))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("500 ms");
    }

    @Test
    void silenceEndsABodyBeforeTheLimitOfTheWhole() {
        TimeLimits limits = new TimeLimits(LIMIT, Duration.ofMinutes(5));

        assertThatThrownBy(() -> ask(
                        http -> {
                            http.sendResponseHeaders(200, 1_000);
                            http.getResponseBody().write('a');
                            http.getResponseBody().flush();
                            await(Duration.ofMinutes(1));
                        },
                        limits))
                .isInstanceOf(HttpTimeoutException.class)
                .hasMessageContaining("no data for 500 ms");
    }

    @Test
    void aServerThatNeverAnswersIsGivenUp() {
        assertThatThrownBy(() -> ask(http -> await(Duration.ofMinutes(1)))).isInstanceOf(HttpTimeoutException.class);
    }

    private boolean await(Duration limit) {
        try {
            return end.await(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Test
    void aTornBodyIsAnError() {
        assertThatThrownBy(() -> ask(http -> {
                    http.sendResponseHeaders(200, 1_000);
                    http.getResponseBody().write('a');
                    http.close();
                }))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aTornCompressedBodyIsAnError() throws IOException {
        byte[] whole = gzip(MEBIBYTE, 1);
        byte[] half = Arrays.copyOf(whole, whole.length / 2);

        assertThatThrownBy(() -> ask(http -> answerGzip(http, half))).isInstanceOf(IOException.class);
    }

    @Test
    void aBodyThatIsTooLargeIsGivenUp() {
        assertThatThrownBy(() -> ask(
                        http -> {
                            http.sendResponseHeaders(200, 0);
                            try (OutputStream body = http.getResponseBody()) {
                                for (int i = 0; i < 80; i++) {
                                    body.write(MEBIBYTE);
                                }
                            }
                        },
                        LONG))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("more than");
    }

    @Test
    void aSmallBodyThatUnpacksToOneThatIsTooLargeIsGivenUp() throws IOException {
        byte[] bomb = gzip(MEBIBYTE, 80);

        assertThat(bomb).hasSizeLessThan(200_000);
        assertThatThrownBy(() -> ask(http -> answerGzip(http, bomb), LONG))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("more than");
    }

    private static byte[] gzip(byte[] content, int times) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            for (int i = 0; i < times; i++) {
                gzip.write(content);
            }
        }
        return compressed.toByteArray();
    }

    private static void answerGzip(HttpExchange http, byte[] compressed) throws IOException {
        http.getResponseHeaders().set("Content-Encoding", "gzip");
        http.sendResponseHeaders(200, compressed.length);
        http.getResponseBody().write(compressed);
        http.close();
    }

    @Test
    void aStreamIsReadWhileItArrives() throws IOException, InterruptedException {
        server.createContext("/", http -> {
            http.sendResponseHeaders(200, 0);
            http.getResponseBody().write("data: one\n\n".getBytes(StandardCharsets.UTF_8));
            http.getResponseBody().flush();
            await(Duration.ofMinutes(1));
        });

        try (UpstreamStream stream = client.openStream(request().GET(), LIMIT)) {
            EventStreamReader events = new EventStreamReader(stream.bytes(), 1_000);

            assertThat(stream.status()).isEqualTo(200);
            assertThat(events.next()).extracting(EventStreamReader.Event::data).isEqualTo("one");
            assertThatThrownBy(events::next).isInstanceOf(HttpTimeoutException.class);
        }
    }

    @Test
    void aStreamDoesNotFollowARedirectToAnotherOrigin() {
        server.createContext("/", redirect("http://127.0.0.1:1/elsewhere"));

        assertThatThrownBy(() -> client.openStream(request().GET(), LIMIT))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("another origin");
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
    void aRedirectWithinTheOriginIsFollowed() throws IOException, InterruptedException {
        server.createContext("/there", http -> {
            http.sendResponseHeaders(200, 4);
            http.getResponseBody().write("here".getBytes(StandardCharsets.UTF_8));
            http.close();
        });

        assertThat(ask(redirect("/there")).body()).asString().isEqualTo("here");
    }

    @Test
    void redirectsWithoutAnEndAreFollowedFiveTimes() throws IOException, InterruptedException {
        AtomicInteger requestCount = new AtomicInteger();

        UpstreamResponse answer = ask(http -> {
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
