package dev.jackstaff.bench;

import dev.jackstaff.engine.Sha256;
import dev.jackstaff.engine.snapshot.Credential;
import dev.jackstaff.engine.snapshot.FlagDefinition;
import dev.jackstaff.engine.snapshot.Snapshot;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The HTTP load test of an edge: wrk alternates between the edge and a constant servlet on the same server, and the
 * median of the ratios counts. Two data sets, of 5 and 350 flags, from a fixed seed.
 */
public final class LoadTest {
    private static final int CONNECTIONS = 32;
    private static final int ROUNDS = 3;
    private static final int FEW_FLAGS = 5;
    private static final String AUTHORIZATION = "Authorization";
    private static final Map<String, String> GZIP = Map.of("Accept-Encoding", "gzip");
    private static final WrkRunner.LoadRequest CONSTANT =
            new WrkRunner.LoadRequest("/constant/constant", Map.of(), null);
    private static final String CONTEXT =
            "{\"context\":{\"targetingKey\":\"user-4711\",\"country\":\"SE\",\"plan\":\"pro\",\"age\":30}}";
    private static final String FRONTEND =
            "?userId=user-4711&properties%5Bcountry%5D=SE&properties%5Bplan%5D=pro&properties%5Bage%5D=30";

    private final EdgeUnderLoad edge;
    private final WrkRunner wrk;
    private final int seconds;

    private LoadTest(EdgeUnderLoad edge, WrkRunner wrk, int seconds) {
        this.edge = edge;
        this.wrk = wrk;
        this.seconds = seconds;
    }

    /**
     * Runs the rows whose name contains one of the arguments, all by default, and prints a table.
     *
     * @param arguments optionally {@code -s} and the seconds per measurement, 8 by default; then parts of row names
     */
    public static void main(String... arguments) throws IOException, InterruptedException {
        List<String> options = Arrays.asList(arguments);
        int option = options.indexOf("-s");
        int seconds = option < 0 ? 8 : Integer.parseInt(options.get(option + 1));
        List<String> nameParts = option < 0 ? options : options.subList(option + 2, options.size());
        Path work = Files.createTempDirectory("jackstaff-load");
        List<FlagDefinition> many = Workload.MANY_FLAGS.stream()
                .map(NativeFlagDefinitions::definition)
                .toList();
        List<Snapshot> snapshots = List.of(snapshot("few", many.subList(0, FEW_FLAGS)), snapshot("many", many));
        try (EdgeUnderLoad edge =
                EdgeUnderLoad.start(Path.of("cli", "target", "stack").toAbsolutePath(), work, snapshots)) {
            new LoadTest(edge, new WrkRunner(work), seconds).run(nameParts);
        }
    }

    private void run(List<String> nameParts) throws IOException, InterruptedException {
        System.out.println("| request | ratio | per second | constant | p99 ms | bytes |");
        System.out.println("|---|---:|---:|---:|---:|---:|");
        for (Map.Entry<String, WrkRunner.LoadRequest> row : rows().entrySet()) {
            if (nameParts.isEmpty() || nameParts.stream().anyMatch(row.getKey()::contains)) {
                measure(row.getKey(), row.getValue());
            }
        }
    }

    private Map<String, WrkRunner.LoadRequest> rows() throws IOException, InterruptedException {
        Map<String, WrkRunner.LoadRequest> rows = new LinkedHashMap<>();
        rows.put("OFREP single", post("/ofrep/v1/evaluate/flags/flag-0", "many", CONTEXT));
        rows.put("OFREP bulk, 5 flags", post("/ofrep/v1/evaluate/flags", "few", CONTEXT));
        rows.put("OFREP bulk, 350 flags", post("/ofrep/v1/evaluate/flags", "many", CONTEXT));
        WrkRunner.LoadRequest features = get("/api/client/features", "many", GZIP);
        rows.put("features, not modified", get("/api/client/features", "many", Map.of("If-None-Match", tag(features))));
        rows.put("features, 350 flags, gzip", features);
        rows.put("features, 350 flags, as they are", get("/api/client/features", "many", Map.of()));
        rows.put("frontend, 5 flags", frontend("few"));
        rows.put("frontend, 350 flags", frontend("many"));
        return rows;
    }

    private void measure(String name, WrkRunner.LoadRequest request) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = send(request);
        if (answer.statusCode() >= 400) {
            System.out.println("| " + name + " | answers " + answer.statusCode() + " | | | | |");
            return;
        }
        measureLoad(request);
        measureLoad(CONSTANT);
        double[] ratios = new double[ROUNDS];
        double[] rates = new double[ROUNDS];
        double[] constants = new double[ROUNDS];
        double[] p99 = new double[ROUNDS];
        String errors = "";
        for (int i = 0; i < ROUNDS; i++) {
            WrkRunner.LoadResult constant = measureLoad(CONSTANT);
            WrkRunner.LoadResult result = measureLoad(request);
            ratios[i] = result.requestsPerSecond() / constant.requestsPerSecond();
            rates[i] = result.requestsPerSecond();
            constants[i] = constant.requestsPerSecond();
            p99[i] = result.p99Millis();
            errors = errors.isEmpty() ? result.errors() : errors;
        }
        System.out.printf(
                "| %s | %.2f | %,.0f | %,.0f | %.1f | %,d |%s%n",
                name,
                median(ratios),
                median(rates),
                median(constants),
                median(p99),
                answer.body().length,
                errors.isEmpty() ? "" : " " + errors);
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private WrkRunner.LoadResult measureLoad(WrkRunner.LoadRequest request) throws IOException, InterruptedException {
        return wrk.run(edge.address("/"), request, CONNECTIONS, seconds);
    }

    private String tag(WrkRunner.LoadRequest request) throws IOException, InterruptedException {
        return send(request).headers().firstValue("ETag").orElse("\"none\"");
    }

    private HttpResponse<byte[]> send(WrkRunner.LoadRequest request) throws IOException, InterruptedException {
        HttpRequest.Builder builder = HttpRequest.newBuilder(edge.address(request.path()));
        request.headers().forEach(builder::header);
        String body = request.body();
        return edge.send(
                body == null
                        ? builder.build()
                        : builder.POST(HttpRequest.BodyPublishers.ofString(body))
                                .build());
    }

    private static WrkRunner.LoadRequest post(String path, String environment, String body) {
        return new WrkRunner.LoadRequest(
                path, Map.of(AUTHORIZATION, serverKey(environment), "Content-Type", "application/json"), body);
    }

    private static WrkRunner.LoadRequest get(String path, String environment, Map<String, String> more) {
        Map<String, String> headers = new LinkedHashMap<>(more);
        headers.put(AUTHORIZATION, serverKey(environment));
        return new WrkRunner.LoadRequest(path, headers, null);
    }

    private static WrkRunner.LoadRequest frontend(String environment) {
        return new WrkRunner.LoadRequest(
                "/api/frontend" + FRONTEND, Map.of(AUTHORIZATION, clientKey(environment)), null);
    }

    private static String serverKey(String environment) {
        return "jks_server_load-test-of-" + environment;
    }

    private static String clientKey(String environment) {
        return "jks_client_load-test-of-" + environment;
    }

    private static Snapshot snapshot(String environment, List<FlagDefinition> flags) {
        List<Credential> credentials = Stream.of(Credential.Kind.SERVER, Credential.Kind.CLIENT)
                .map(kind -> new Credential(
                        kind.label(),
                        Sha256.hex(kind == Credential.Kind.SERVER ? serverKey(environment) : clientKey(environment)),
                        kind,
                        null))
                .toList();
        return new Snapshot("load", environment, environment, 1, Instant.EPOCH, flags, List.of(), credentials);
    }
}
