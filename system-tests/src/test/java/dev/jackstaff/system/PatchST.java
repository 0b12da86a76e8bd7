package dev.jackstaff.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Patches of what the management API has, from the request to the answer. */
@UsesSharedStack
class PatchST {
    private static final String PROJECT = "/projects/patched";
    private static final String FLAG = PROJECT + "/flags/limit";
    private static final String SETTINGS = FLAG + "/environments/staging";
    private static final String SEGMENT = PROJECT + "/segments/swedes";

    private final ManagementClient hub;

    PatchST(StackUnderTest installation) {
        this.hub = ManagementClient.of(installation);
    }

    @BeforeEach
    void aProject() {
        hub.post("/projects", Map.of("key", "patched", "name", "Patched", "description", "what it is for"));
        assertThat(hub.call(
                                "POST",
                                PROJECT + "/flags",
                                "{\"key\":\"limit\",\"type\":\"json\",\"owner\":\"team\",\"tags\":[\"a\"],\"variants\":["
                                        + "{\"key\":\"big\",\"value\":{\"n\":1e400,\"m\":1.0}},{\"key\":\"small\",\"value\":1}]}")
                        .statusCode())
                .isEqualTo(201);
        hub.post(
                PROJECT + "/segments",
                Map.of(
                        "key",
                        "swedes",
                        "condition",
                        Map.of("attribute", "country", "operator", "IN", "values", List.of("SE"))));
    }

    @AfterEach
    void noProject() {
        hub.call("DELETE", PROJECT + "?force=true", "");
    }

    @Test
    void aFlagKeepsToTheLetterWhatThePatchDoesNotName() {
        JsonNode patched = patch(FLAG, "{\"name\":\"Limit\",\"owner\":null,\"tags\":[\"b\"]}");

        assertThat(patched.path("name").asText()).isEqualTo("Limit");
        assertThat(patched.path("owner").asText()).isEmpty();
        assertThat(patched.path("tags").toString()).isEqualTo("[\"b\"]");
        assertThat(hub.call("GET", FLAG, "").body())
                .contains("{\"key\":\"big\",\"value\":{\"n\":1e400,\"m\":1.0},\"description\":\"\"}");
    }

    @Test
    void settingsArePatchedAndRemoved() {
        JsonNode enabled = patch(
                SETTINGS,
                "{\"enabled\":true,\"offVariant\":\"small\",\"fallthrough\":{\"serve\":\"big\"},"
                        + "\"rules\":[{\"name\":\"r\",\"condition\":{\"segment\":\"swedes\"},\"outcome\":{\"serve\":\"small\"}}]}");
        assertThat(enabled.path("rules")).hasSize(1);
        assertThat(enabled.path("offVariant").asText()).isEqualTo("small");

        JsonNode off = patch(SETTINGS, "{\"enabled\":false}");
        assertThat(off.path("rules")).isEqualTo(enabled.path("rules"));

        JsonNode bare = patch(SETTINGS, "{\"offVariant\":null,\"rules\":null}");
        assertThat(bare.path("rules")).isEmpty();
        assertThat(bare.path("offVariant").isNull()).isTrue();
        assertThat(bare.path("fallthrough")).isEqualTo(enabled.path("fallthrough"));
        assertThat(hub.call("PATCH", SETTINGS, "{\"enabled\":null}").statusCode())
                .isEqualTo(400);
    }

    @Test
    void segmentProjectAndEnvironmentArePatched() {
        assertThat(patch(SEGMENT, "{\"condition\":{\"values\":[\"SE\",\"FI\"]}}")
                        .path("condition"))
                .hasToString("{\"attribute\":\"country\",\"operator\":\"IN\",\"values\":[\"SE\",\"FI\"]}");
        assertThat(patch(PROJECT, "{\"description\":null}").path("description").asText())
                .isEmpty();
        assertThat(hub.get(PROJECT).path("name").asText()).isEqualTo("Patched");
        JsonNode environment = patch(PROJECT + "/environments/staging", "{\"sort_order\":9,\"production\":true}");
        assertThat(environment.path("sortOrder").asInt()).isEqualTo(9);
        assertThat(environment.path("production").asBoolean()).isTrue();
    }

    @Test
    void whoPatchesAnOldVersionIsToldSo() {
        String tag = hub.call("GET", SEGMENT, "").headers().firstValue("ETag").orElseThrow();
        assertThat(hub.callIfMatch("PATCH", SEGMENT, "{\"name\":\"One\"}", tag).statusCode())
                .isEqualTo(200);
        assertThat(hub.callIfMatch("PATCH", SEGMENT, "{\"name\":\"Two\"}", tag).statusCode())
                .isEqualTo(412);
        assertThat(hub.call("PATCH", SEGMENT, "{\"name\":\"Two\",\"version\":99}")
                        .statusCode())
                .isEqualTo(412);
        assertThat(hub.get(SEGMENT).path("name").asText()).isEqualTo("One");
    }

    @Test
    void patchesOfDifferentMembersAtOnceAllCount() {
        List<CompletableFuture<Integer>> patches = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> hub.call(
                                "PATCH",
                                FLAG,
                                List.of(
                                                "{\"name\":\"N\"}",
                                                "{\"description\":\"D\"}",
                                                "{\"owner\":\"O\"}",
                                                "{\"tags\":[\"T\"]}")
                                        .get(i))
                        .statusCode()))
                .toList();

        assertThat(patches).allSatisfy(status -> assertThat(status.join()).isEqualTo(200));
        JsonNode flag = hub.get(FLAG);
        assertThat(List.of(flag.path("name"), flag.path("description"), flag.path("owner"), flag.at("/tags/0")))
                .extracting(JsonNode::asText)
                .containsExactly("N", "D", "O", "T");
    }

    @Test
    void theTypesOfPatchesAreNamed() {
        HttpResponse<String> options = hub.call("OPTIONS", FLAG, "");
        assertThat(options.headers().firstValue("Allow").orElse("")).contains("PATCH");
        assertThat(options.headers().firstValue("Accept-Patch").orElse("")).contains("application/merge-patch+json");

        HttpResponse<String> other = send(FLAG, "application/json-patch+json", "[]");
        assertThat(other.statusCode()).isEqualTo(415);
        assertThat(other.headers().firstValue("Accept-Patch").orElse("")).contains("application/merge-patch+json");
        assertThat(hub.call("PATCH", PROJECT + "/flags", "{}").statusCode()).isEqualTo(405);
    }

    private JsonNode patch(String path, String patch) {
        HttpResponse<String> answer = send(path, "application/merge-patch+json", patch);
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(200);
        return ManagementClient.json(answer);
    }

    private HttpResponse<String> send(String path, String type, String patch) {
        return hub.send(hub.request(path)
                .header("Authorization", "Bearer " + hub.token())
                .header("Content-Type", type)
                .method("PATCH", HttpRequest.BodyPublishers.ofString(patch)));
    }
}
