package dev.jackstaff.listener.grizzly;

import dev.jackstaff.background.DaemonThreads;
import dev.jackstaff.listener.framing.FramingLimits;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;
import org.glassfish.grizzly.threadpool.ThreadPoolConfig;

/**
 * A Grizzly with a front door, whose answers repeat method, path and body. At {@code /async} it answers later, from
 * another thread; at {@code /wait} and, for what is costly, at {@code /costly} when it is told to; at {@code /status/} with the status that follows.
 */
final class EchoServer implements AutoCloseable {
    static final int THREADS = 8;
    static final int MAX_BODY = 200_000;
    static final String STATUS = "/status/";
    static final String COSTLY = "/costly";

    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final Duration LIMIT = Duration.ofSeconds(30);

    final CountDownLatch go = new CountDownLatch(1);
    private final ScheduledExecutorService later = DaemonThreads.executor("echo", 2);
    private final HttpServer server = new HttpServer();
    private final NetworkListener listener;
    private final FrontDoor door;
    private final ScheduledExecutorService sweeper = DaemonThreads.executor("sweeper", 1);

    private EchoServer(Duration timeout, int maxConnections, boolean trusted) throws IOException {
        listener = new NetworkListener("echo", "127.0.0.1", 0);
        listener.getTransport()
                .setWorkerThreadPoolConfig(ThreadPoolConfig.defaultConfig()
                        .setPoolName("echo")
                        .setCorePoolSize(THREADS)
                        .setMaxPoolSize(THREADS));
        server.addListener(listener);
        server.getServerConfiguration().addHttpHandler(new Echo(), "/");
        server.start();
        door = new FrontDoor(new FrontDoorSettings(
                FramingLimits.ofBody(MAX_BODY, false),
                timeout,
                maxConnections,
                address -> trusted,
                "/health"::equals,
                COSTLY::equals,
                1_000_000,
                (request, status, sentence) -> new RefusalForm.Answer(
                        Map.of("Content-Type", "text/plain", "Refused", request.path() + " " + request.origin()),
                        sentence.getBytes(StandardCharsets.UTF_8))));
        door.install(listener.getTransport());
        var unused = sweeper.scheduleWithFixedDelay(door::sweep, 100, 100, TimeUnit.MILLISECONDS);
    }

    static EchoServer start() throws IOException {
        return withTimeout(TIMEOUT);
    }

    static EchoServer withTimeout(Duration timeout) throws IOException {
        return new EchoServer(timeout, 10_000, false);
    }

    static EchoServer withConnectionLimit(int limit, boolean trusted) throws IOException {
        return new EchoServer(TIMEOUT, limit, trusted);
    }

    int port() {
        return listener.getPort();
    }

    RawClient connect() throws IOException {
        return new RawClient(InetAddress.getLoopbackAddress(), port());
    }

    /** Leaves the server without its front door. */
    void removeDoor() {
        door.remove();
    }

    @Override
    public void close() {
        go.countDown();
        sweeper.shutdownNow();
        later.shutdownNow();
        server.shutdownNow();
        door.remove();
    }

    private final class Echo extends HttpHandler {
        @Override
        public void service(Request request, Response response) throws Exception {
            String text = request.getMethod() + " " + request.getRequestURI() + " ";
            if (request.getRequestURI().startsWith(STATUS)) {
                response.setStatus(Integer.parseInt(request.getRequestURI().substring(STATUS.length())));
            }
            byte[] body = request.getInputStream().readAllBytes();
            switch (request.getRequestURI()) {
                case "/wait", COSTLY -> {
                    if (!go.await(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                        throw new IllegalStateException("nobody said go");
                    }
                    answer(response, text, body);
                }
                case "/async" -> {
                    response.suspend();
                    var unused = later.schedule(
                            () -> {
                                answer(response, text, body);
                                response.resume();
                                return null;
                            },
                            2,
                            TimeUnit.MILLISECONDS);
                }
                default -> answer(response, text, body);
            }
        }

        private void answer(Response response, String text, byte[] body) throws IOException {
            byte[] head = text.getBytes(StandardCharsets.ISO_8859_1);
            response.setContentLength(head.length + body.length);
            response.getOutputStream().write(head);
            response.getOutputStream().write(body);
        }
    }
}
