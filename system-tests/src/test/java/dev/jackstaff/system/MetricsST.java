package dev.jackstaff.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What an edge measures is read by Prometheus' own parser, is all described, and counts what happens. */
@UsesSharedStack
class MetricsST {
    private static final Path OPERATIONS = Path.of("../docs/operations/edge.md");
    private static final Pattern NAME = Pattern.compile("`(jackstaff_[a-z_]+)`");
    private static final int ASKED = 25;

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final QuickstartFile quickstart;
    private final OfrepClient edge;
    private final ManagementClient hub;
    private final String edgeKey;

    MetricsST(StackUnderTest installation) {
        this.quickstart = installation.quickstart();
        this.edge = OfrepClient.of(installation);
        this.hub = ManagementClient.of(installation);
        this.edgeKey = hub.edgeKey("metrics");
    }

    /** Of connection pools, memory and threads; its own page needs no key. */
    @Test
    void theHubTellsNobodyWhatItsServerMeasures() {
        assertThat(RawHttp.send(quickstart.hubUrl(), "GET", "/metrics", Map.of(), new byte[0])
                        .status())
                .isEqualTo(404);
    }

    @Test
    void prometheusUnderstandsAllOfItAndItIsDescribed() throws IOException {
        hub.createFlag("measured");
        await().until(() -> edge.evaluate("measured").status() == 200);

        try (ScriptProcess parser = PythonScripts.with("metrics").start("metrics.py")) {
            Set<String> names = new TreeSet<>();
            for (JsonNode family : read(parser)) {
                String suffix = family.path("type").asText().equals("counter") ? "_total" : "";
                names.add(family.path("name").asText() + suffix);
            }
            names.removeIf(name -> !name.startsWith("jackstaff_"));

            assertThat(names).isEqualTo(described());
        }
    }

    @Test
    void whatHappensIsCounted() {
        hub.createFlag("measured-twice");
        await().until(() -> edge.evaluate("measured-twice").status() == 200);
        String environment = quickstart.project() + "/" + quickstart.environment();

        try (ScriptProcess parser = PythonScripts.with("metrics").start("metrics.py")) {
            JsonNode before = read(parser);
            for (int i = 0; i < ASKED; i++) {
                assertThat(edge.evaluate("measured-twice").status()).isEqualTo(200);
            }
            JsonNode after = read(parser);

            assertThat(sum(after, "jackstaff_evaluations_total", "environment", environment)
                            - sum(before, "jackstaff_evaluations_total", "environment", environment))
                    .isGreaterThanOrEqualTo(ASKED);
            for (String name :
                    Set.of("jackstaff_http_requests_total", "jackstaff_http_request_duration_seconds_count")) {
                assertThat(sum(after, name, "protocol", "ofrep") - sum(before, name, "protocol", "ofrep"))
                        .describedAs(name)
                        .isGreaterThanOrEqualTo(ASKED);
            }
            assertThat(sum(after, "jackstaff_snapshot_revision", "environment", environment))
                    .isPositive();
            assertThat(sum(after, "jackstaff_backup_failing", "store", "disk")).isZero();
        }
    }

    @Test
    void theyAreNotForEverybody() {
        assertThat(answer("guessed").statusCode()).isEqualTo(401);
        assertThat(answer(quickstart.serverKey()).statusCode()).isEqualTo(401);
    }

    private JsonNode read(ScriptProcess parser) {
        HttpResponse<String> answer = answer(edgeKey);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .startsWith("text/plain")
                .contains("version=0.0.4");
        return parser.ask("read", Map.of("text", answer.body()));
    }

    private HttpResponse<String> answer(String key) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(quickstart.edgeUrl() + "/metrics"))
                    .timeout(LIMIT)
                    .header("X-API-Key", key)
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static double sum(JsonNode families, String name, String label, String value) {
        double sum = 0;
        for (JsonNode family : families) {
            for (JsonNode sample : family.path("samples")) {
                boolean wanted = sample.path("name").asText().equals(name)
                        && sample.path("labels").path(label).asText().equals(value);
                sum += wanted ? Double.parseDouble(sample.path("value").asText()) : 0;
            }
        }
        return sum;
    }

    private static Set<String> described() throws IOException {
        Set<String> names = new TreeSet<>();
        Matcher name = NAME.matcher(Files.readString(OPERATIONS, StandardCharsets.UTF_8));
        while (name.find()) {
            names.add(name.group(1));
        }
        return names;
    }
}
