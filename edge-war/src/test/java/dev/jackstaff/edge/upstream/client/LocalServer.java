package dev.jackstaff.edge.upstream.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A real HTTP server on loopback with an answer for each path and query; 404 for others. */
public final class LocalServer implements AutoCloseable {
    /** The requests, as they came in. */
    public final List<Request> requests = new CopyOnWriteArrayList<>();

    private final HttpServer server;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();

    private LocalServer(HttpServer server) {
        this.server = server;
    }

    /** A request: its method, path with query, headers and body. */
    public record Request(String method, String target, Map<String, List<String>> headers, String body) {
        /** The first value of a header; empty if it has none. */
        public String header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .findFirst()
                    .map(header -> header.getValue().get(0))
                    .orElse("");
        }
    }

    private record Answer(int status, Map<String, String> headers, String body) {}

    public static LocalServer start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        LocalServer started = new LocalServer(server);
        server.createContext("/", started::handle);
        server.start();
        return started;
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public void answer(String target, int status, String body) {
        answer(target, status, Map.of(), body);
    }

    public void answer(String target, int status, Map<String, String> headers, String body) {
        answers.put(target, new Answer(status, headers, body));
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String target = exchange.getRequestURI().toString();
            requests.add(new Request(
                    exchange.getRequestMethod(),
                    target,
                    exchange.getRequestHeaders(),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            Answer answer = answers.getOrDefault(target, new Answer(404, Map.of(), ""));
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            answer.headers()
                    .forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
