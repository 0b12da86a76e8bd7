package dev.jackstaff.cli.management;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A server that answers what it was told to, and remembers what it was asked. */
final class FakeHub implements AutoCloseable {
    private static final int NO_BODY = -1;

    private final HttpServer server;
    private final Map<String, Answer> answers = new HashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    private @Nullable Answer otherwise;

    private record Answer(int status, String body) {}

    /** A request as it arrived; {@code line} is its method and address. */
    record Request(String line, String authorization, String body) {}

    FakeHub() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    /** Answers a request, such as {@code GET /api/v1/projects}, with this from now on. */
    FakeHub answer(String line, int status, String body) {
        answers.put(line, new Answer(status, body));
        return this;
    }

    FakeHub answer(String line, String body) {
        return answer(line, 200, body);
    }

    /** Answers every other request with this. */
    FakeHub answerEverything(String body) {
        otherwise = new Answer(200, body);
        return this;
    }

    List<Request> requests() {
        return requests;
    }

    List<String> lines() {
        return requests.stream().map(Request::line).toList();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String line = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        requests.add(new Request(
                line,
                String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        Answer other = otherwise == null ? new Answer(404, "{\"detail\":\"nothing at " + line + "\"}") : otherwise;
        Answer answer = answers.getOrDefault(line, other);
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Location", "http://127.0.0.1:1/elsewhere");
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? NO_BODY : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
