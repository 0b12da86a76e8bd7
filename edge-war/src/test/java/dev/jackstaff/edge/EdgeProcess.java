package dev.jackstaff.edge;

import static org.awaitility.Awaitility.await;

import dev.jackstaff.testprocess.TestPorts;
import dev.jackstaff.testprocess.TestProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The shipped WAR on Payara Micro as a separate process, with its flags from a file. */
public final class EdgeProcess implements AutoCloseable {
    /** A valid token. */
    public static final String TOKEN = "default:default.a-token-of-the-test";

    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final TestProcess process;
    private final int port;
    private final Path log;
    private final Set<Integer> readinessStatuses = new TreeSet<>();

    private EdgeProcess(TestProcess process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /**
     * Starts an edge, and waits until it is ready.
     *
     * @param place the directory of its files
     * @param settings its environment variables
     * @param options the options of Payara Micro
     */
    public static EdgeProcess start(Path place, Map<String, String> settings, String... options) throws IOException {
        return startWar(Path.of(System.getProperty("edge.war", "")), place, settings, options);
    }

    /** Starts one with a WAR in place of the shipped one, and waits until it is ready. */
    static EdgeProcess startWar(Path war, Path place, Map<String, String> settings, String... options)
            throws IOException {
        Path flags = Files.writeString(place.resolve("flags.json"), "{\"plain\":{\"enabled\":true}}");
        Path log = place.resolve("edge.log");
        int port = TestPorts.unused();
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m"));
        command.addAll(List.of(System.getProperty("test.jvm.options", "").split(" ")));
        command.addAll(List.of("-jar", System.getProperty("payara.micro", ""), "--nohazelcast", "--disablephonehome"));
        command.addAll(List.of("--rootdir", place.resolve("server").toString()));
        command.addAll(List.of("--prebootcommandfile", System.getProperty("edge.preboot", "")));
        command.addAll(List.of("--port", Integer.toString(port)));
        command.addAll(List.of("--deploy", war.toString(), "--contextroot", "/"));
        command.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(command).directory(place.toFile());
        Map<String, String> environment = builder.environment();
        environment.put("JACKSTAFF_EDGE_ADDRESS", "127.0.0.1");
        environment.put("JACKSTAFF_EDGE_UPSTREAM_KIND", "file");
        environment.put("JACKSTAFF_EDGE_UPSTREAM_FILE", flags.toString());
        environment.put("JACKSTAFF_EDGE_UPSTREAM_TOKENS", TOKEN);
        environment.putAll(settings);
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        EdgeProcess started = new EdgeProcess(TestProcess.start(() -> launch(builder)), port, log);
        try {
            await().atMost(START_LIMIT).pollInterval(LOOK).until(() -> !started.process.isAlive() || started.isReady());
        } finally {
            if (!started.isReady()) {
                started.close();
            }
        }
        return started;
    }

    private static Process launch(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return port;
    }

    /** The log so far. */
    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the edge reports that it is ready. */
    public boolean isReady() {
        try {
            int status = get("/health/ready").statusCode();
            readinessStatuses.add(status);
            return status == 200;
        } catch (UncheckedIOException down) {
            return false;
        }
    }

    /** The statuses that /health/ready returned so far. */
    public Set<Integer> readinessStatuses() {
        return Set.copyOf(readinessStatuses);
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(uri(path)));
    }

    /** Evaluates over OFREP. */
    public HttpResponse<String> evaluate(String path, String body) {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(
                    request.timeout(Duration.ofSeconds(20))
                            .header("Authorization", TOKEN)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends SIGTERM, as systems do. */
    public void terminate() {
        process.terminate();
    }

    /** Whether the process ends within a limit. */
    public boolean endsWithin(Duration limit) {
        return process.endsWithin(limit);
    }

    @Override
    public void close() {
        process.kill();
        process.close();
    }
}
