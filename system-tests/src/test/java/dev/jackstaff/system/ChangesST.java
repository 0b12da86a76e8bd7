package dev.jackstaff.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Changes by instructions, from the API to the edge's answer. */
@UsesSharedStack
class ChangesST {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FLAG = "instructed";
    private static final String RULE =
            "{\"name\":\"Swedes\",\"condition\":{\"attribute\":\"country\",\"operator\":\"IN\",\"values\":[\"SE\"]},"
                    + "\"outcome\":{\"serve\":\"on\"}}";

    private final ManagementClient hub;
    private final OfrepClient edge;
    private final String project;

    ChangesST(StackUnderTest installation) {
        this.hub = ManagementClient.of(installation);
        this.edge = OfrepClient.of(installation);
        this.project = "/projects/" + installation.quickstart().project();
    }

    @BeforeEach
    void aFlagThatIsOff() {
        if (hub.call("GET", project + "/flags/" + FLAG, "").statusCode() == 404) {
            hub.createFlag(FLAG);
        }
        hub.call(
                "PUT",
                project + "/flags/" + FLAG + "/environments/production",
                "{\"enabled\":false,\"offVariant\":\"off\",\"fallthrough\":{\"serve\":\"off\"},\"rules\":[]}");
    }

    @Test
    void aChangeIsTriedMadeFollowedByTheEdgeAndTakenBack() throws IOException {
        String change = "{\"environment\":\"production\",\"dryRun\":%s,\"changes\":[{\"type\":\"turn-on\",\"flag\":\""
                + FLAG + "\"},{\"type\":\"add-rule\",\"flag\":\"" + FLAG + "\",\"definition\":" + RULE + "}]}";
        JsonNode tried = json(hub.call("POST", project + "/changes", change.formatted(true)), 200);
        assertThat(tried.path("dryRun").asBoolean()).isTrue();
        assertThat(state().path("enabled").asBoolean()).isFalse();

        JsonNode made = json(hub.call("POST", project + "/changes", change.formatted(false)), 200);

        assertThat(made.path("sentences")).isEqualTo(tried.path("sentences"));
        assertThat(made.at("/sentences/0").asText()).isEqualTo("Turn \"" + FLAG + "\" on in production");
        long revision = made.path("revision").asLong();
        await().until(() -> edge.evaluate(FLAG).revision() >= revision);
        assertThat(edge.evaluate(FLAG, "{\"country\":\"SE\"}").value()).isTrue();
        assertThat(edge.evaluate(FLAG, "{\"country\":\"NO\"}").value()).isFalse();

        JsonNode taken =
                hub.post(project + "/changes", Map.of("environment", "production", "changes", made.path("undo")));
        assertThat(state().path("rules")).isEmpty();
        await().until(() ->
                edge.evaluate(FLAG).revision() >= taken.path("revision").asLong());
        assertThat(edge.evaluate(FLAG, "{\"country\":\"SE\"}").value()).isFalse();
    }

    @Test
    void twoDocumentsOfUnleashGiveOneVariantTwoValues() {
        if (hub.call("GET", project + "/flags/addressed", "").statusCode() != 404) {
            hub.call("DELETE", project + "/flags/addressed?force=true", "");
        }

        importUnleash("production", "prod.example.org");
        String report = importUnleash("staging", "dev.example.org");

        assertThat(report)
                .contains("{\"key\":\"addressed\",\"outcome\":\"taken\",\"change\":\"updated\",\"notes\":[]}");
        JsonNode flag = hub.get(project + "/flags/addressed");
        assertThat(flag.path("variants").toString())
                .contains("prod.example.org")
                .doesNotContain("dev.example.org");
        await().until(() ->
                edge.evaluate("addressed").body().path("value").asText().equals("prod.example.org"));
        String explanations = project + "/flags/addressed/environments/%s/explanations";
        await().until(() -> explained(explanations.formatted("staging")).equals("url \"dev.example.org\" environment"));
        assertThat(explained(explanations.formatted("production"))).isEqualTo("url \"prod.example.org\" flag");

        JsonNode state = hub.get(project + "/flags/addressed/environments/staging");
        assertThat(state.path("values").toString()).isEqualTo("[{\"variant\":\"url\",\"value\":\"dev.example.org\"}]");
        assertThat(hub.put(project + "/flags/addressed/environments/staging", state)
                        .path("version"))
                .isEqualTo(state.path("version"));
    }

    @Test
    void aFlagHasASchemaMetadataLinksAndFlagsmithsBucketing() throws IOException {
        String flag = project + "/flags/limited";
        if (hub.call("GET", flag, "").statusCode() != 404) {
            hub.call("DELETE", flag + "?force=true", "");
        }
        String schema = "{\"properties\":{\"most\":{\"type\":\"integer\",\"maximum\":10}}}";
        JsonNode made = json(
                hub.call(
                        "POST",
                        project + "/flags",
                        "{\"key\":\"limited\",\"type\":\"json\",\"bucketing\":\"md5/1\",\"schema\":" + schema
                                + ",\"metadata\":{\"team\":\"shop\",\"tier\":1},\"links\":[{\"title\":\"Why\","
                                + "\"url\":\"https://example.org/why\"}],"
                                + "\"variants\":[{\"key\":\"usual\",\"value\":{\"most\":10}}]}"),
                201);
        assertThat(made.path("schema")).isEqualTo(JSON.readTree(schema));
        assertThat(made.at("/links/0/url").asText()).isEqualTo("https://example.org/why");

        JsonNode refused = json(
                hub.call(
                        "POST",
                        project + "/changes",
                        "{\"environment\":\"production\",\"changes\":[{\"type\":\"set-value\",\"flag\":\"limited\","
                                + "\"variant\":\"usual\",\"value\":{\"most\":11}}]}"),
                400);
        assertThat(refused.at("/violations/0/message").asText()).startsWith("variant \"usual\": /most: ");

        await().until(() ->
                edge.evaluate("limited").body().at("/metadata/team").asText().equals("shop"));
        assertThat(edge.evaluate("limited").body().at("/metadata/tier").asInt()).isEqualTo(1);
        assertThat(json(hub.call("GET", flag, ""), 200).path("bucketing").asText())
                .isEqualTo("md5/1");
        assertThat(json(hub.call("PUT", flag, "{\"bucketing\":\"murmur3/1\"}"), 409)
                        .path("detail")
                        .asText())
                .contains("cannot be changed");
    }

    private String explained(String explanations) {
        HttpResponse<String> answer = hub.call("POST", explanations, "{}");
        if (answer.statusCode() != 200) {
            return answer.body();
        }
        JsonNode explanation = json(answer, 200);
        return explanation.path("variant").asText() + " " + explanation.path("value") + " "
                + explanation.path("valueFrom").asText();
    }

    private String importUnleash(String environment, String url) {
        String document = "{\"version\":2,\"features\":[{\"name\":\"addressed\",\"type\":\"release\",\"enabled\":true,"
                + "\"project\":\"default\",\"strategies\":[{\"name\":\"flexibleRollout\",\"parameters\":{\"rollout\":\"100\","
                + "\"stickiness\":\"default\",\"groupId\":\"api\"},\"constraints\":[],\"variants\":[{\"name\":\"url\","
                + "\"weight\":1000,\"payload\":{\"type\":\"string\",\"value\":\"" + url
                + "\"},\"stickiness\":\"default\",\"weightType\":\"variable\"}]}],\"variants\":[]}]}";
        HttpResponse<String> answer =
                hub.call("POST", project + "/imports/unleash?environment=" + environment, document);
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(200);
        return answer.body();
    }

    @Test
    void detailsAreChangedWithoutAnEnvironmentAndTakenBack() {
        JsonNode made = json(
                hub.call(
                        "POST",
                        project + "/changes",
                        "{\"changes\":[{\"type\":\"rename\",\"flag\":\"" + FLAG + "\",\"name\":\"Renamed\"},"
                                + "{\"type\":\"set-tags\",\"flag\":\"" + FLAG + "\",\"tags\":[\"money\"]}]}"),
                200);

        assertThat(made.has("revision")).isFalse();
        assertThat(made.at("/effects/0/resource").asText()).isEqualTo("flag");
        assertThat(hub.get(project + "/flags/" + FLAG).path("name").asText()).isEqualTo("Renamed");
        hub.post(project + "/changes", Map.of("changes", made.path("undo")));
        assertThat(hub.get(project + "/flags/" + FLAG).path("name").asText()).isNotEqualTo("Renamed");
        assertThat(hub.get(project + "/flags/" + FLAG).path("tags")).isEmpty();
    }

    @Test
    void whoWouldOverwriteSomebodyElsesChangeIsToldTheField() {
        long base = state().path("revision").asLong();
        hub.toggle(FLAG, true);

        HttpResponse<String> answer = hub.call(
                "POST",
                project + "/changes",
                "{\"environment\":\"production\",\"base\":" + base + ",\"changes\":[{\"type\":\"turn-on\",\"flag\":\""
                        + FLAG + "\"}]}");

        JsonNode problem = json(answer, 409);
        assertThat(problem.at("/violations/0/field").asText()).isEqualTo(FLAG + "/enabled");
        assertThat(problem.at("/violations/0/message").asText()).startsWith("was false, is true now");
    }

    @Test
    void whatIsNoChangeIsRefusedWithItsPlace() {
        String flag = "\"flag\":\"" + FLAG + "\"";
        Map<String, String> refused = Map.of(
                "{\"type\":\"explode\"," + flag + "}",
                "changes[0].type",
                "{" + flag + "}",
                "changes[0].type",
                "{\"type\":\"turn-on\"}",
                "changes[0].flag",
                "{\"type\":\"turn-on\",\"flag\":\"a/b\"}",
                "changes[0].flag",
                "{\"type\":\"turn-on\"," + flag + ",\"rule\":\"a\"}",
                "changes[0].rule",
                "{\"type\":\"set-off-variant\"," + flag + "}",
                "changes[0].variant",
                "{\"type\":\"remove-rule\"," + flag + "}",
                "changes[0].rule",
                "{\"type\":\"add-rule\"," + flag + ",\"definition\":{\"id\":\"a b\",\"outcome\":{\"off\":true}}}",
                "changes[0].definition",
                "null",
                "changes[0]");

        refused.forEach((instruction, field) -> {
            JsonNode problem = json(
                    hub.call(
                            "POST",
                            project + "/changes",
                            "{\"environment\":\"production\",\"changes\":[" + instruction + "]}"),
                    400);
            assertThat(problem.at("/violations/0/field").asText())
                    .describedAs("%s: %s", instruction, problem)
                    .startsWith(field);
        });
        assertThat(status("{\"environment\":\"production\",\"changes\":[]}")).isEqualTo(400);
        assertThat(status("{\"changes\":[{\"type\":\"turn-on\"," + flag + "}]}"))
                .isEqualTo(400);
        assertThat(status("{\"environment\":\"nowhere\",\"changes\":[{\"type\":\"turn-on\"," + flag + "}]}"))
                .isEqualTo(404);
        assertThat(status("{\"environment\":\"production\",\"changes\":[{\"type\":\"pause-rule\"," + flag
                        + ",\"rule\":\"nothing\"}]}"))
                .isEqualTo(409);
        assertThat(state().path("enabled").asBoolean()).isFalse();
    }

    private int status(String body) {
        return hub.call("POST", project + "/changes", body).statusCode();
    }

    private JsonNode state() {
        return hub.get(project + "/flags/" + FLAG + "/environments/production");
    }

    private static JsonNode json(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(status);
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException torn) {
            throw new UncheckedIOException(torn);
        }
    }
}
