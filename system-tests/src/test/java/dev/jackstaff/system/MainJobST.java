package dev.jackstaff.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.openfeature.contrib.providers.ofrep.OfrepProvider;
import dev.openfeature.contrib.providers.ofrep.OfrepProviderOptions;
import dev.openfeature.sdk.Client;
import dev.openfeature.sdk.FlagEvaluationDetails;
import dev.openfeature.sdk.ImmutableContext;
import dev.openfeature.sdk.OpenFeatureAPI;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job, as the README tells it: import, evaluate at the edge, toggle, see the edge answer differently. */
@UsesSharedStack
class MainJobST {
    private final StackUnderTest installation;
    private final ManagementClient hub;
    private final OfrepClient edge;

    MainJobST(StackUnderTest installation) {
        this.installation = installation;
        this.hub = ManagementClient.of(installation);
        this.edge = OfrepClient.of(installation);
    }

    @BeforeEach
    void theEdgeIsReady() {
        await().until(edge::ready);
    }

    @Test
    void realFlagsAreImportedAndEvaluatedAtTheEdge(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("unleash-features.json");
        Files.write(file, features());

        String report =
                installation.runSuccessfully("import", "unleash", file.toString(), "--project", "demo", "--all");

        List<String> keys = keys();
        assertThat(keys).hasSize(76);
        assertThat(report.lines()).anyMatch(line -> line.contains("demoApp.step2"));
        await().untilAsserted(() -> assertThat(evaluate(keys)).isEmpty());
        assertThat(edge.evaluateAll("{}").body().path("flags")).hasSizeGreaterThanOrEqualTo(76);
    }

    /** The keys that are not answered properly. */
    private List<String> evaluate(List<String> keys) throws IOException {
        List<String> failed = new ArrayList<>();
        for (String key : keys) {
            OfrepClient.Answer answer = edge.evaluate(key, "{\"targetingKey\":\"44113858\"}");
            if (answer.status() != 200 || answer.body().path("reason").asText().isEmpty()) {
                failed.add(key + ": " + answer.body());
            }
        }
        return failed;
    }

    @Test
    void aToggleIsFollowed() {
        hub.createFlag("main-job-toggle");
        await().until(() -> edge.evaluate("main-job-toggle").status() == 200);
        assertThat(edge.evaluate("main-job-toggle").value()).isFalse();

        long revision = hub.toggle("main-job-toggle", true);

        await().until(() -> edge.evaluate("main-job-toggle").value());
        assertThat(edge.evaluate("main-job-toggle").revision()).isGreaterThanOrEqualTo(revision);
    }

    @Test
    void aRuleIsFollowed() throws IOException {
        hub.createFlag("main-job-rule");
        String state = "/projects/demo/flags/main-job-rule/environments/production";
        hub.put(
                state,
                Map.of(
                        "enabled",
                        true,
                        "offVariant",
                        "off",
                        "fallthrough",
                        Map.of("serve", "off"),
                        "rules",
                        List.of(Map.of(
                                "name", "Swedes",
                                "condition",
                                        Map.of(
                                                "attribute", "country",
                                                "operator", "IN",
                                                "values", List.of("SE")),
                                "outcome", Map.of("serve", "on")))));

        await().until(() ->
                edge.evaluate("main-job-rule", "{\"country\":\"SE\"}").value());
        OfrepClient.Answer swede = edge.evaluate("main-job-rule", "{\"country\":\"SE\"}");
        OfrepClient.Answer dane = edge.evaluate("main-job-rule", "{\"country\":\"DK\"}");
        assertThat(swede.body().path("reason").asText()).isEqualTo("TARGETING_MATCH");
        assertThat(swede.body().at("/metadata/rule").asText()).isEqualTo("Swedes");
        assertThat(dane.body().path("reason").asText()).isEqualTo("DEFAULT");
        assertThat(dane.value()).isFalse();
        assertThat(installation.runSuccessfully("explain", "main-job-rule", "--context", "{\"country\":\"DK\"}"))
                .contains(
                        "main-job-rule = false  (DEFAULT, variant off)",
                        "✗ Swedes",
                        "✗ country is one of SE  (it is DK)");
    }

    @Test
    void anEnvironmentIsExportedForOtherSystemsClients(@TempDir Path directory) throws IOException {
        hub.createFlag("main-job-export");
        hub.toggle("main-job-export", true);
        Path unleash = directory.resolve("unleash.json");
        Path flagsmith = directory.resolve("flagsmith.json");

        String report =
                installation.runSuccessfully("export", "unleash", "--project", "demo", "--output", unleash.toString());
        installation.runSuccessfully("export", "flagsmith", "--project", "demo", "--output", flagsmith.toString());

        assertThat(report).containsPattern("\\d+ flags: \\d+ exact");
        assertThat(new ObjectMapper().readTree(unleash.toFile()).path("features"))
                .anySatisfy(feature -> {
                    assertThat(feature.path("name").asText()).isEqualTo("main-job-export");
                    assertThat(feature.path("enabled").asBoolean()).isTrue();
                });
        assertThat(new ObjectMapper().readTree(flagsmith.toFile()).path("feature_states"))
                .anySatisfy(state -> {
                    assertThat(state.at("/feature/name").asText()).isEqualTo("main-job-export");
                    assertThat(state.path("enabled").asBoolean()).isTrue();
                });
    }

    @Test
    void anOpenFeatureClientGetsTheSameAnswer() {
        hub.createFlag("main-job-client");
        hub.toggle("main-job-client", true);
        await().until(() -> edge.evaluate("main-job-client").value());
        QuickstartFile quickstart = installation.quickstart();
        OpenFeatureAPI openFeature = OpenFeatureAPI.getInstance();
        openFeature.setProviderAndWait(OfrepProvider.constructProvider(OfrepProviderOptions.builder()
                .baseUrl(quickstart.edgeUrl())
                .headers(ImmutableMap.of("Authorization", ImmutableList.of("Bearer " + quickstart.clientKey())))
                .build()));
        Client client = openFeature.getClient();

        FlagEvaluationDetails<Boolean> details =
                client.getBooleanDetails("main-job-client", false, new ImmutableContext("user-7"));

        assertThat(details.getErrorCode()).isNull();
        assertThat(details.getValue()).isTrue();
        assertThat(details.getVariant()).isEqualTo("on");
        openFeature.shutdown();
    }

    @Test
    void aTruncatedDocumentIsRefusedWholeAndNothingIsChanged(@TempDir Path directory) throws IOException {
        byte[] whole = features();
        Path file = directory.resolve("truncated.json");
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        JsonNode before = hub.get("/projects/demo/environments/production");

        StackUnderTest.Outcome outcome = installation.run("import", "unleash", file.toString(), "--project", "demo");

        assertThat(outcome.exitCode()).isNotZero();
        assertThat(outcome.output()).contains("line ");
        assertThat(hub.get("/projects/demo/environments/production").path("revision"))
                .isEqualTo(before.path("revision"));
    }

    private static byte[] features() throws IOException {
        try (InputStream stream = MainJobST.class.getResourceAsStream("/unleash-features.json")) {
            if (stream == null) {
                throw new IllegalStateException("unleash-features.json is missing");
            }
            return stream.readAllBytes();
        }
    }

    private static List<String> keys() throws IOException {
        List<String> keys = new ArrayList<>();
        new ObjectMapper()
                .readTree(new String(features(), StandardCharsets.UTF_8))
                .path("features")
                .forEach(feature -> keys.add(feature.path("name").asText()));
        return keys;
    }
}
