package dev.jackstaff.edge.upstream.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.jackstaff.engine.Sha256;
import dev.jackstaff.engine.snapshot.Credential;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.protocols.Freshness;
import dev.jackstaff.protocols.LiveEnvironments;
import dev.jackstaff.protocols.Reply;
import dev.jackstaff.protocols.stream.EventStream;
import dev.jackstaff.protocols.stream.StreamEndpoint.Opened;
import dev.jackstaff.protocols.stream.StreamEndpoint.Request;
import dev.jackstaff.protocols.sync.Sync;
import dev.jackstaff.protocols.sync.SyncStreams;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A server that answers edges by the same code as hub and edge, on the JDK's own server, with the faults of networks on request. */
final class LookAlike implements AutoCloseable {
    static final String KEY = "jks_edge_of-the-test";
    private static final Duration HEARTBEAT = Duration.ofMillis(200);

    final LiveEnvironments environments = new LiveEnvironments();
    final Freshness freshness = new Freshness();
    final List<String> requests = new CopyOnWriteArrayList<>();
    volatile boolean buffering;
    volatile boolean breaking;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final LinkedBlockingQueue<String> changes = new LinkedBlockingQueue<>();

    private LookAlike(HttpServer server) {
        this.server = server;
    }

    static LookAlike start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        LookAlike started = new LookAlike(server);
        started.environments.watch(started.changes::add);
        server.setExecutor(started.threads);
        server.createContext("/base/", started::guarded);
        server.start();
        return started;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/base";
    }

    /** An environment of the project {@code demo} that the key reaches. */
    static Snapshot snapshot(String environment, long revision) {
        return new Snapshot(
                "demo",
                environment,
                "id-of-" + environment,
                revision,
                Instant.EPOCH,
                List.of(),
                List.of(),
                List.of(),
                List.of(new Credential("edge", Sha256.hex(KEY), Credential.Kind.EDGE, null)),
                null);
    }

    private void guarded(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath().substring("/base".length());
            String latest = header(exchange, "Last-Event-ID");
            requests.add(path + (latest == null ? "" : " after " + latest));
            if (path.equals(SyncStreams.PATH)) {
                stream(exchange, path);
            } else {
                write(exchange, reply(exchange, path));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Reply reply(HttpExchange exchange, String path) {
        Sync sync = new Sync(environments, freshness);
        String key = header(exchange, "X-API-Key");
        String known = header(exchange, "If-None-Match");
        return path.equals(Sync.PATH)
                ? sync.state(key, known)
                : sync.snapshot(key, path.substring((Sync.PATH + "/snapshots/").length()), known, true);
    }

    private static void write(HttpExchange exchange, Reply reply) throws IOException {
        reply.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        exchange.sendResponseHeaders(reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
        exchange.getResponseBody().write(reply.body());
    }

    private void stream(HttpExchange exchange, String path) throws IOException, InterruptedException {
        Opened opened = new SyncStreams(environments, freshness)
                .open(new Request(path, name -> header(exchange, name), name -> null))
                .orElseThrow();
        if (opened instanceof Opened.Answered answered) {
            write(exchange, answered.reply());
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        EventStream stream = ((Opened.Listening) opened).stream();
        OutputStream out = exchange.getResponseBody();
        tell(out, stream.opening(environments));
        while (!breaking) {
            String change = changes.poll(HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS);
            tell(out, change == null ? stream.heartbeat(environments) : stream.news(environments));
        }
    }

    private void tell(OutputStream out, byte[] event) throws IOException {
        if (!buffering) {
            out.write(event);
            out.flush();
        }
    }

    private static @Nullable String header(HttpExchange exchange, String name) {
        return exchange.getRequestHeaders().getFirst(Objects.requireNonNull(name));
    }

    @Override
    public void close() {
        breaking = true;
        server.stop(0);
        threads.shutdownNow();
    }
}
