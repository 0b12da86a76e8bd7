package dev.jackstaff.edge.upstream.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.jackstaff.engine.Sha256;
import dev.jackstaff.engine.snapshot.Credential;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.protocols.environment.Freshness;
import dev.jackstaff.protocols.environment.LiveEnvironments;
import dev.jackstaff.protocols.http.Reply;
import dev.jackstaff.protocols.stream.EventStream;
import dev.jackstaff.protocols.stream.StreamEndpoint.OpenResult;
import dev.jackstaff.protocols.stream.StreamEndpoint.Request;
import dev.jackstaff.protocols.sync.SyncHandler;
import dev.jackstaff.protocols.sync.SyncStreamEndpoint;
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

/** A fake sync server that answers with the hub's own handlers, and can buffer or break its streams. */
final class FakeSyncServer implements AutoCloseable {
    static final String KEY = "jks_edge_of-the-test";
    private static final Duration HEARTBEAT = Duration.ofMillis(200);

    final LiveEnvironments environments = new LiveEnvironments();
    final Freshness freshness = new Freshness();
    final List<String> requests = new CopyOnWriteArrayList<>();
    volatile boolean holdsBackEvents;
    volatile boolean dropsStreams;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final LinkedBlockingQueue<String> changes = new LinkedBlockingQueue<>();

    private FakeSyncServer(HttpServer server) {
        this.server = server;
    }

    static FakeSyncServer start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        FakeSyncServer started = new FakeSyncServer(server);
        started.environments.addChangeListener(started.changes::add);
        server.setExecutor(started.threads);
        server.createContext("/base/", started::handle);
        server.start();
        return started;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/base";
    }

    /** A snapshot of an environment of the project {@code demo} that contains the key. */
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

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath().substring("/base".length());
            String latest = header(exchange, "Last-Event-ID");
            requests.add(path + (latest == null ? "" : " after " + latest));
            if (path.equals(SyncStreamEndpoint.PATH)) {
                stream(exchange, path);
            } else {
                write(exchange, reply(exchange, path));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Reply reply(HttpExchange exchange, String path) {
        SyncHandler sync = new SyncHandler(environments, freshness);
        String key = header(exchange, "X-API-Key");
        String tag = header(exchange, "If-None-Match");
        return path.equals(SyncHandler.PATH)
                ? sync.state(key, tag)
                : sync.snapshot(key, path.substring((SyncHandler.PATH + "/snapshots/").length()), tag, true);
    }

    private static void write(HttpExchange exchange, Reply reply) throws IOException {
        reply.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        exchange.sendResponseHeaders(reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
        exchange.getResponseBody().write(reply.body());
    }

    private void stream(HttpExchange exchange, String path) throws IOException, InterruptedException {
        OpenResult opened = new SyncStreamEndpoint(environments, freshness)
                .open(new Request(path, name -> header(exchange, name), name -> null))
                .orElseThrow();
        if (opened instanceof OpenResult.Rejected answered) {
            write(exchange, answered.reply());
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        EventStream stream = ((OpenResult.Accepted) opened).stream();
        OutputStream out = exchange.getResponseBody();
        writeEvent(out, stream.initialEvents(environments));
        while (!dropsStreams) {
            String change = changes.poll(HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS);
            writeEvent(out, change == null ? stream.heartbeat(environments) : stream.update(environments));
        }
    }

    private void writeEvent(OutputStream out, byte[] event) throws IOException {
        if (!holdsBackEvents) {
            out.write(event);
            out.flush();
        }
    }

    private static @Nullable String header(HttpExchange exchange, String name) {
        return exchange.getRequestHeaders().getFirst(Objects.requireNonNull(name));
    }

    @Override
    public void close() {
        dropsStreams = true;
        server.stop(0);
        threads.shutdownNow();
    }
}
