package dev.jackstaff.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the servers write while everything secret is used, rightly and wrongly. Runs an installation of its own. */
final class InstallationLogs {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String WRONG = "jks_server_thatNobodyEverMade";
    private static final String WRONG_PASSWORD = "a-password-that-is-wrong";

    private final StackUnderTest installation;
    private final List<String> secrets;

    private InstallationLogs(StackUnderTest installation, List<String> secrets) {
        this.installation = installation;
        this.secrets = secrets;
    }

    /** Those of a running installation whose every secret is used. */
    static InstallationLogs whenAllSecretsWereUsed(StackUnderTest installation) throws IOException {
        return new InstallationLogs(installation, used(installation));
    }

    /** Of an installation that was started with logs in JSON. */
    void assertJson() throws IOException {
        for (String role : List.of("hub", "edge")) {
            List<String> lines = Files.readAllLines(installation.home().resolve("logs/" + role + ".log")).stream()
                    .filter(line -> !line.isBlank())
                    .dropWhile(line -> role.equals("hub") && !isJson(line)) // Payara Server before its logging starts
                    .toList();
            assertThat(lines.stream().filter(InstallationLogs::isJson)).hasSizeGreaterThan(10);
            assertThat(lines.stream().filter(line -> !isJson(line))).as(role).isEmpty();
        }
    }

    void assertNoSecret() throws IOException {
        try (Stream<Path> logs = Files.list(installation.home().resolve("logs"))) {
            for (Path log : logs.toList()) {
                assertThat(secrets).allSatisfy(secret -> assertThat(Files.readString(log))
                        .as(log.getFileName().toString())
                        .doesNotContain(secret));
            }
        }
        RunReport.print("logs of a run: none of %d secrets in them", secrets.size());
    }

    /** Everything secret there is, after it was used. */
    private static List<String> used(StackUnderTest installation) throws IOException {
        QuickstartFile quickstart = installation.quickstart();
        ManagementClient hub = ManagementClient.of(installation);
        OfrepClient edge = OfrepClient.of(installation);
        JsonNode admin = hub.post("/keys", Map.of("name", "logs", "kind", "admin"));
        String adminKey = admin.path("secret").asText();
        String edgeKey = hub.edgeKey("logs");
        hub.post("/auth/login", Map.of("email", quickstart.adminEmail(), "password", quickstart.adminPassword()));
        hub.callAnonymously(
                "POST",
                "/auth/login",
                "{\"email\":\"" + quickstart.adminEmail() + "\",\"password\":\"" + WRONG_PASSWORD + "\"}");
        hub.callAnonymously("POST", "/auth/login", "{\"password\":\"" + WRONG_PASSWORD + "\",");
        for (String key : List.of(adminKey, edgeKey, WRONG, quickstart.serverKey(), quickstart.clientKey())) {
            hub.send(hub.request("/projects").header("X-API-Key", key));
            hub.send(hub.request("/sync/snapshots").header("Authorization", "Bearer " + key));
            edge.post("/ofrep/v1/evaluate/flags", "{}", key);
            edge.post("/ofrep/v1/evaluate/flags", "[", key);
            edge.post("/api/client/metrics", "{}", key);
        }
        try (ExtraEdge below = ExtraEdge.start("logs", ExtraEdge.httpUpstream(quickstart.hubUrl(), edgeKey));
                ExtraEdge refused =
                        ExtraEdge.start("logs-refused", ExtraEdge.httpUpstream(quickstart.hubUrl(), WRONG))) {
            below.awaitReady(quickstart);
            for (ExtraEdge extra : List.of(below, refused)) {
                OfrepClient asked = OfrepClient.at(extra.url(), quickstart);
                await().atMost(LIMIT)
                        .ignoreExceptionsInstanceOf(IOException.class) // until it listens
                        .untilAsserted(() -> assertThat(asked.post("/ofrep/v1/evaluate/flags", "{}", WRONG)
                                        .status())
                                .isGreaterThanOrEqualTo(401));
            }
            await().atMost(LIMIT)
                    .until(() -> Files.readString(log("logs-refused")).contains("jackstaff"));
            assertNotReady(refused);
        }
        List<String> secrets = new ArrayList<>(List.of(WRONG, WRONG_PASSWORD, adminKey, edgeKey, hub.token()));
        secrets.addAll(List.of(quickstart.adminPassword(), quickstart.serverKey(), quickstart.clientKey()));
        secrets.add(installation.state().path("database").path("password").asText());
        installation.state().path("secrets").forEach(secret -> secrets.add(secret.asText()));
        for (String name : List.of("logs", "logs-refused")) {
            String log = Files.readString(log(name));
            assertThat(secrets).allSatisfy(secret -> assertThat(log).doesNotContain(secret));
        }
        assertThat(secrets).doesNotContain("").hasSizeGreaterThan(10);
        return secrets;
    }

    /** An edge that never had a snapshot lives, and is not ready. */
    private static void assertNotReady(ExtraEdge edge) {
        assertThat(RawHttp.send(edge.url(), "GET", "/health/live", Map.of(), new byte[0])
                        .status())
                .isEqualTo(200);
        RawHttp.Answer ready = RawHttp.send(edge.url(), "GET", "/health/ready", Map.of(), new byte[0]);
        assertThat(ready.status()).isEqualTo(503);
        assertThat(ready.body()).contains("\"environments\":0");
    }

    private static Path log(String name) {
        return Path.of("target/edges", name, "logs/edge.log");
    }

    private static boolean isJson(String line) {
        try {
            return JSON.readTree(line).isObject();
        } catch (JsonProcessingException other) {
            return false;
        }
    }
}
