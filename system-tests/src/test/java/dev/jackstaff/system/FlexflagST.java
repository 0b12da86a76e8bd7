package dev.jackstaff.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The requests of FlexFlag's README, against a running hub and edge. */
@UsesSharedStack
class FlexflagST {
    private final QuickstartFile quickstart;
    private final Curl edge;
    private final Curl admin;
    private final Curl server;

    FlexflagST(StackUnderTest installation) {
        this.quickstart = installation.quickstart();
        this.edge = Curl.of(quickstart.edgeUrl()).withKey(quickstart.clientKey());
        this.admin = Curl.of(quickstart.hubUrl())
                .withToken(ManagementClient.of(installation).token());
        this.server = Curl.of(quickstart.hubUrl()).withKey(quickstart.serverKey());
    }

    @BeforeEach
    void theEdgeIsReady() {
        await().until(() -> edge.get("/ready").status() == 200);
    }

    private void create(String flag, boolean usual) {
        Curl.Answer created = admin.post(
                "/api/v1/flags",
                "{'key':'" + flag + "','name':'New Checkout Flow','type':'boolean','enabled':true,'default':" + usual
                        + ",'environment':'production','project_id':'demo'}");
        assertThat(created.status()).describedAs(created.body()).isEqualTo(201);
        assertThat(created.text("/key")).isEqualTo(flag);
        assertThat(created.json().path("enabled").asBoolean()).isTrue();
        assertThat(created.json().path("default").asBoolean()).isEqualTo(usual);
        assertThat(created.whole().headers().firstValue("X-Audit-Success")).contains("true");
    }

    private Curl.Answer evaluate(String flag) {
        return edge.post(
                "/api/v1/evaluate",
                "{'flag_key':'" + flag + "','user_context':{'user_id':'user_123','attributes':{'plan':'premium'}}}");
    }

    @Test
    void aFlagMadeAndToggledAtTheHubIsEvaluatedAtTheEdge() {
        create("flexflag-checkout", true);
        await().until(() -> evaluate("flexflag-checkout").status() == 200);
        assertThat(evaluate("flexflag-checkout").json().path("value").asBoolean())
                .isTrue();

        Curl.Answer toggled = admin.post("/api/v1/flags/flexflag-checkout/toggle?project_id=demo", "");

        assertThat(toggled.body()).isEqualTo("{\"key\":\"flexflag-checkout\",\"enabled\":false}");
        await().untilAsserted(() ->
                assertThat(evaluate("flexflag-checkout").text("/reason")).isEqualTo("flag_disabled"));
    }

    @Test
    void aChangedDefaultArrives() {
        create("flexflag-changed", false);

        Curl.Answer changed = admin.send(
                "PUT",
                "/api/v1/flags/flexflag-changed?environment=production",
                "{'key':'flexflag-changed','name':'Changed','type':'boolean','enabled':true,'default':true}");

        assertThat(changed.text("/name")).isEqualTo("Changed");
        await().until(() -> evaluate("flexflag-changed").json().path("value").asBoolean());
        assertThat(admin.get("/api/v1/flags/flexflag-changed?environment=staging")
                        .json()
                        .path("enabled")
                        .asBoolean())
                .isFalse();
        assertThat(admin.send("DELETE", "/api/v1/flags/flexflag-changed", "").status())
                .isEqualTo(204);
        await().until(() -> evaluate("flexflag-changed").status() == 404);
    }

    @Test
    void hubAndEdgeAnswerBatchesAlike() {
        create("flexflag-batch", true);
        await().until(() -> evaluate("flexflag-batch").status() == 200);
        String body = "{'flag_keys':['flexflag-batch','dark-mode'],'user_context':{'user_id':'user_123'}}";
        for (Curl curl : List.of(edge, server)) {
            JsonNode answer = curl.post("/api/v1/evaluate/batch", body).json();
            assertThat(answer.at("/evaluations/flexflag-batch/value").asBoolean())
                    .isTrue();
            assertThat(answer.at("/evaluations/dark-mode/error").asText()).isEqualTo("flag not found");
        }
        assertThat(edge.post("/api/v1/evaluate/ultra", "{'flag_key':'flexflag-batch','user_id':'u'}")
                        .json()
                        .path("value")
                        .asBoolean())
                .isTrue();
        assertThat(edge.get("/api/v1/cache/stats").json().path("total_requests").asLong())
                .isPositive();
    }

    @Test
    void strangersCannotRegister() {
        Curl.Answer refused = Curl.of(quickstart.hubUrl())
                .post(
                        "/api/v1/auth/register",
                        "{'email':'eve@example.com','password':'secret123','full_name':'Eve','role':'admin'}");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("/error")).contains("registration is disabled");
    }

    @Test
    void theRoutesOfAnAdministratorAreThere() {
        assertThat(admin.get("/health").text("/status")).isEqualTo("ok");
        assertThat(admin.get("/api/v1/auth/profile").text("/email")).isEqualTo(quickstart.adminEmail());
        assertThat(admin.get("/api/v1/projects/demo/environments").body()).contains("staging");
        assertThat(admin.get("/api/v1/flags?project_id=demo").json().path("flags"))
                .isNotEmpty();
        assertThat(admin.post("/api/v1/projects", "{'name':'Flex','slug':'flexflag-st','description':'d'}")
                        .status())
                .isEqualTo(201);
        assertThat(admin.post(
                                "/api/v1/projects/flexflag-st/environments",
                                "{'name':'QA','key':'qa','description':'d','sort_order':4}")
                        .status())
                .isEqualTo(201);
        String id = environmentId("flexflag-st", "qa");
        assertThat(admin.send("PUT", "/api/v1/environments/" + id, "{'name':'Quality'}")
                        .status())
                .isEqualTo(200);
        assertThat(admin.send("DELETE", "/api/v1/environments/" + id, "").status())
                .isEqualTo(200);
    }

    @Test
    void everythingIsBelowItsOwnPathInItsOwnForm() {
        String own = "/flexflag/api/v1";
        JsonNode projects = admin.get(own + "/projects?limit=20&offset=0").json();
        assertThat(projects.path("limit").asInt()).isEqualTo(20);
        assertThat(projects.path("projects").findValuesAsText("slug")).contains("demo");
        assertThat(admin.get("/api/v1/projects?offset=0").status()).isEqualTo(400);
        assertThat(admin.get("/api/v1/projects?limit=1").json().isArray()).isTrue();
        assertThat(admin.get(own + "/projects/demo/environments").json().path("environments"))
                .isNotEmpty();
        assertThat(admin.get(own + "/flags?project_id=demo").json().path("flags"))
                .isEqualTo(admin.get("/api/v1/flags?project_id=demo").json().path("flags"));
        assertThat(admin.get(own + "/auth/profile").text("/email")).isEqualTo(quickstart.adminEmail());
        assertThat(admin.get("/flexflag/health").text("/service")).isEqualTo("flexflag-server");
        assertThat(admin.post(own + "/auth/login", "{'email':'nobody@example.org','password':'x'}")
                        .text("/error"))
                .isNotEmpty();
        assertThat(admin.get(own + "/projects/nothing").text("/error")).isNotEmpty();
        assertThat(admin.get(own + "/keys").status()).isEqualTo(404);
        assertThat(server.get(own + "/edge/sync").json().path("flags")).isNotEmpty();

        create("flexflag-below", true);
        for (Curl curl : List.of(edge, server)) {
            await().until(() -> curl.post(own + "/evaluate", "{'flag_key':'flexflag-below','user_id':'u'}")
                    .json()
                    .path("value")
                    .asBoolean());
        }
    }

    private String environmentId(String project, String environment) {
        for (JsonNode known :
                admin.get("/api/v1/projects/" + project + "/environments").json()) {
            if (known.path("key").asText().equals(environment)) {
                return known.path("id").asText();
            }
        }
        throw new AssertionError(environment + " is missing");
    }

    @Test
    void refusalsAreFlexflags() {
        Curl stranger = Curl.of(quickstart.hubUrl());
        assertThat(Curl.of(quickstart.edgeUrl())
                        .post("/api/v1/evaluate", "{'flag_key':'x'}")
                        .body())
                .isEqualTo("{\"error\":\"API key required\"}");
        assertThat(edge.post("/api/v1/evaluate", "{").status()).isEqualTo(400);
        assertThat(edge.get("/api/v1/evaluate").text("/error")).isNotEmpty();
        assertThat(stranger.get("/api/v1/flags").status()).isEqualTo(401);
        assertThat(stranger.get("/api/v1/flags").text("/error")).isNotEmpty();
        assertThat(admin.post("/api/v1/flags", "{'key':'a b','name':'n','type':'boolean','default':true}")
                        .status())
                .isEqualTo(400);
        assertThat(admin.post(
                                "/api/v1/flags",
                                "{'key':'ruled','name':'n','type':'boolean','default':true,'project_id':'demo',"
                                        + "'targeting':{'rules':[{'attribute':'a','operator':'eq','values':['b']}]}}")
                        .text("/error"))
                .contains("targeting");
        assertThat(admin.post("/api/v1/flags/nope/toggle?project_id=demo", "").status())
                .isEqualTo(404);
    }

    @Test
    void edgeServersLearnTheirOwnEnvironmentOnly() {
        Curl client = Curl.of(quickstart.hubUrl()).withKey(quickstart.clientKey());

        assertThat(server.post("/api/v1/edge/auth", "").text("/api_key/environment"))
                .isEqualTo("production");
        assertThat(client.post("/api/v1/edge/auth", "").text("/api_key/key_hash"))
                .hasSize(64);
        assertThat(server.withKey("wrong").post("/api/v1/edge/auth", "").status())
                .isEqualTo(401);
        assertThat(server.get("/api/v1/edge/sync").json().path("flags"))
                .isNotEmpty()
                .allSatisfy(
                        flag -> assertThat(flag.path("environment").asText()).isEqualTo("production"));
        for (String path : List.of("/api/v1/edge/sync", "/api/v1/edge/sync/sse", "/api/v1/edge/sync/ws")) {
            assertThat(client.get(path).status()).describedAs(path).isEqualTo(403);
            assertThat(Curl.of(quickstart.hubUrl()).get(path).text("/error")).isEqualTo("API key required");
        }
        assertThat(server.get("/api/v1/edge/sync/ws").status()).isEqualTo(400);
    }

    @Test
    void changesAreToldOverServerSentEvents() throws IOException, InterruptedException {
        HttpResponse<InputStream> events = server.client()
                .send(
                        server.request("/api/v1/edge/sync/sse?server_id=flexflag-st")
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream stream = events.body()) {
            Queue<String> told = new ConcurrentLinkedQueue<>();
            CompletableFuture<Void> reading = CompletableFuture.runAsync(() -> read(stream, told));
            await().until(() -> told.stream().anyMatch(line -> line.contains("\"type\":\"connected\"")));
            assertThat(admin.get("/api/v1/edge/servers").body()).contains("\"id\":\"flexflag-st\"");

            create("flexflag-events", true);

            await().until(() -> told.stream()
                    .anyMatch(line -> line.startsWith("data: {\"type\":\"flag_update\"")
                            && line.contains("\"flag_key\":\"flexflag-events\"")
                            && line.contains("\"enabled\":true")));
            assertThat(reading).isNotDone();
        }
    }

    private static void read(InputStream stream, Queue<String> told) {
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                told.add(line);
            }
        } catch (IOException closed) {
            told.add("closed: " + closed.getMessage());
        }
    }

    /** What a socket is told. */
    private static final class MessageRecorder implements WebSocket.Listener {
        private final Queue<String> messages = new ConcurrentLinkedQueue<>();
        private final StringBuilder part = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                messages.add(part.toString());
                part.setLength(0);
            }
            socket.request(1);
            return null;
        }

        boolean has(String... pieces) {
            return messages.stream()
                    .anyMatch(message -> List.of(pieces).stream().allMatch(message::contains));
        }
    }

    @Test
    void changesAreToldOverWebSockets() {
        MessageRecorder told = new MessageRecorder();
        WebSocket socket = server.client()
                .newWebSocketBuilder()
                .header("X-API-Key", quickstart.serverKey())
                .header("X-Edge-Region", "flexflag-st-region")
                .buildAsync(URI.create(quickstart.hubUrl().replace("http", "ws") + "/api/v1/edge/sync/ws"), told)
                .join();
        await().until(() -> told.has("\"type\":\"flag_update\"", "\"flag_key\":\"new-checkout\""));
        assertThat(admin.get("/api/v1/edge/servers").body()).contains("flexflag-st-region");

        socket.sendText("{\"type\":\"ping\"}", true).join();
        create("flexflag-socket", true);

        await().until(() -> told.has("\"type\":\"pong\""));
        await().until(() -> told.has("\"flag_key\":\"flexflag-socket\"", "\"enabled\":true"));
        admin.post("/api/v1/flags/flexflag-socket/toggle?project_id=demo", "");
        await().until(() -> told.has("\"flag_key\":\"flexflag-socket\"", "\"enabled\":false"));
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
        await().until(() -> !admin.get("/api/v1/edge/servers").body().contains("flexflag-st-region"));
    }
}
