package dev.jackstaff.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A runner of the load generator wrk. Each connection sends its next request when it has its answer. */
final class WrkRunner {
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Pattern P99 = Pattern.compile("99%\\s+([0-9.]+)(us|ms|s)");
    private static final Pattern ERRORS = Pattern.compile("(Socket errors: .*|Non-2xx or 3xx responses: \\d+)");

    private final Path script;

    /** A runner that writes its script into a directory. */
    WrkRunner(Path work) {
        script = work.resolve("request.lua");
    }

    /**
     * The result of a load run.
     *
     * @param p99Millis the 99th percentile of the response time, in milliseconds
     * @param errors wrk's line about failed requests; empty if none failed
     */
    record LoadResult(double requestsPerSecond, double p99Millis, String errors) {}

    /**
     * A request of a load run.
     *
     * @param body of a POST; null for a GET
     */
    record LoadRequest(String path, Map<String, String> headers, @Nullable String body) {}

    LoadResult run(URI base, LoadRequest request, int connections, int seconds)
            throws IOException, InterruptedException {
        StringBuilder lua = new StringBuilder();
        lua.append("wrk.method = \"")
                .append(request.body() == null ? "GET" : "POST")
                .append("\"\n");
        request.headers().forEach((name, value) -> lua.append("wrk.headers[ [[")
                .append(name)
                .append("]] ] = [[")
                .append(value)
                .append("]]\n"));
        if (request.body() != null) {
            lua.append("wrk.body = [[").append(request.body()).append("]]\n");
        }
        Files.writeString(script, lua);
        List<String> command = new ArrayList<>(List.of("wrk", "-t2", "-c" + connections, "-d" + seconds + "s"));
        command.addAll(List.of(
                "--latency",
                "-s",
                script.toString(),
                base.resolve(request.path()).toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("wrk failed: " + output);
        }
        return result(output);
    }

    private static LoadResult result(String output) throws IOException {
        Matcher rate = RATE.matcher(output);
        Matcher p99 = P99.matcher(output);
        Matcher errors = ERRORS.matcher(output);
        if (!rate.find() || !p99.find()) {
            throw new IOException("wrk's output is not understood: " + output);
        }
        double unit =
                switch (p99.group(2)) {
                    case "us" -> 0.001;
                    case "ms" -> 1;
                    default -> 1_000;
                };
        return new LoadResult(
                Double.parseDouble(rate.group(1)),
                Double.parseDouble(p99.group(1)) * unit,
                errors.find() ? errors.group() : "");
    }
}
