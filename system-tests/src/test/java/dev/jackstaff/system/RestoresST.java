package dev.jackstaff.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bulk changes, promotion, restoring and the kill switch, from the API to the edge's answer. */
@UsesSharedStack
class RestoresST {
    private static final String ONE = "restored-one";
    private static final String TWO = "restored-two";

    private final ManagementClient hub;
    private final OfrepClient edge;
    private final String project;

    RestoresST(StackUnderTest installation) {
        this.hub = ManagementClient.of(installation);
        this.edge = OfrepClient.of(installation);
        this.project = "/projects/" + installation.quickstart().project();
    }

    @BeforeEach
    void twoFlagsThatAreOff() {
        for (String flag : List.of(ONE, TWO)) {
            if (hub.call("GET", project + "/flags/" + flag, "").statusCode() == 404) {
                hub.createFlag(flag);
            }
            hub.toggle(flag, false);
        }
    }

    @Test
    void aProductionThatWasChangedIsRestoredAndTheEdgeFollows() {
        long then = state(ONE).path("revision").asLong();
        hub.toggle(ONE, true);
        await().until(() -> edge.evaluate(ONE).value());

        JsonNode restored = hub.post(
                project + "/restore",
                Map.of(
                        "environment",
                        "production",
                        "revision",
                        then,
                        "flags",
                        List.of(ONE),
                        "reason",
                        "it was better"));

        assertThat(restored.at("/sentences/0").asText()).isEqualTo("Turn \"" + ONE + "\" off in production");
        await().until(() -> !edge.evaluate(ONE).value());
        JsonNode change = hub.get(project + "/changes?limit=1").at("/items/0");
        assertThat(change.path("reason").asText()).isEqualTo("it was better");
        assertThat(change.at("/undo/0/type").asText()).isEqualTo("turn-on");
        assertThat(hub.get(project + "/flags/" + ONE + "/environments/production/versions?limit=2")
                        .at("/items/0/change/sentences/0")
                        .asText())
                .isEqualTo("Turn \"" + ONE + "\" off in production");
    }

    @Test
    void settingsArePromotedAfterALookAtTheDifference() {
        hub.toggle(ONE, true);
        Map<String, Object> promotion =
                Map.of("from", "production", "to", "staging", "flags", List.of(ONE), "parts", List.of("enabled"));
        hub.call("PUT", project + "/flags/" + ONE + "/environments/staging", SETTINGS_OFF);

        JsonNode difference = hub.post(project + "/promote", with(promotion, "dryRun", true));
        assertThat(difference.at("/effects/0/environment").asText()).isEqualTo("staging");
        assertThat(stateIn("staging").path("enabled").asBoolean()).isFalse();
        hub.post(project + "/promote", promotion);

        assertThat(stateIn("staging").path("enabled").asBoolean()).isTrue();
    }

    @Test
    void manyFlagsAreChangedWithAResultForEach() {
        hub.toggle(TWO, true);

        JsonNode answer = hub.post(
                project + "/bulk",
                Map.of(
                        "environment",
                        "production",
                        "flags",
                        List.of(ONE, TWO, "not-there"),
                        "changes",
                        List.of(Map.of("type", "turn-on"))));

        assertThat(answer.path("flags"))
                .extracting(item -> item.path("outcome").asText())
                .containsExactly("changed", "unchanged", "refused");
        assertThat(answer.at("/flags/2/problem").asText()).isEqualTo("there is no flag \"not-there\"");
        await().until(() -> edge.evaluate(ONE).value());
    }

    @Test
    void aFlagIsKilledEverywhereAndWouldTurnOnAgain() {
        hub.toggle(ONE, true);
        await().until(() -> edge.evaluate(ONE).value());

        JsonNode killed = hub.post(project + "/flags/" + ONE + "/kill", Map.of("restoreAfterMinutes", 5));

        assertThat(killed.has("restoreAt")).isTrue();
        await().until(() -> !edge.evaluate(ONE).value());
        assertThat(hub.get(project + "/flags/" + ONE + "/kill").path("environments"))
                .extracting(JsonNode::asText)
                .contains("production");
        assertThat(hub.call("DELETE", project + "/flags/" + ONE + "/kill", "").statusCode())
                .isEqualTo(204);
        assertThat(hub.call("GET", project + "/flags/" + ONE + "/kill", "").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aFlagThatIsDeletedComesBackByUndo() {
        JsonNode copied = hub.post(project + "/flags/" + ONE + "/copy", Map.of("key", "restored-copy"));
        assertThat(copied.at("/effects/0/action").asText()).isEqualTo("created");

        JsonNode deleted = hub.post(
                project + "/changes",
                Map.of("changes", List.of(Map.of("type", "delete-flag", "flag", "restored-copy", "force", true))));
        assertThat(hub.call("GET", project + "/flags/restored-copy", "").statusCode())
                .isEqualTo(404);
        JsonNode back = hub.post(project + "/changes", Map.of("changes", deleted.path("undo")));

        assertThat(hub.get(project + "/flags/restored-copy").path("key").asText())
                .isEqualTo("restored-copy");
        hub.post(project + "/changes", Map.of("changes", back.path("undo")));
    }

    private static final String SETTINGS_OFF =
            "{\"enabled\":false,\"offVariant\":\"off\",\"fallthrough\":{\"serve\":\"on\"},\"rules\":[]}";

    private static Map<String, Object> with(Map<String, Object> body, String member, Object value) {
        Map<String, Object> more = new HashMap<>(body);
        more.put(member, value);
        return more;
    }

    private JsonNode state(String flag) {
        return hub.get(project + "/flags/" + flag + "/environments/production");
    }

    private JsonNode stateIn(String environment) {
        return hub.get(project + "/flags/" + ONE + "/environments/" + environment);
    }
}
