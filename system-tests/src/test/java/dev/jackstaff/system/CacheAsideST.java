package dev.jackstaff.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The requests of the cache-aside service's description, against a running hub and edge. */
@UsesSharedStack
class CacheAsideST {
    private final ManagementClient hub;
    private final Curl edge;
    private final Curl writer;
    private final Curl stranger;
    private final QuickstartFile quickstart;

    CacheAsideST(StackUnderTest installation) {
        this.hub = ManagementClient.of(installation);
        this.quickstart = installation.quickstart();
        this.stranger = Curl.of(quickstart.edgeUrl());
        this.edge = stranger.withKey(quickstart.clientKey());
        String adminKey = hub.post("/keys", Map.of("name", "cache-aside", "kind", "admin"))
                .path("secret")
                .asText();
        this.writer = Curl.of(quickstart.hubUrl()).withKey(adminKey);
    }

    @BeforeEach
    void theEdgeIsReady() {
        await().until(() -> edge.get("/health").status() == 200);
    }

    private void flag(String name) {
        hub.createFlag(name);
        await().until(() -> edge.get("/flags/" + name).status() == 200);
    }

    @Test
    void theSecondCheckComesFromTheCache() {
        flag("cache_aside_check");

        assertThat(edge.send("DELETE", "/flags/cache_aside_check/cache", "").status())
                .describedAs("with a client key, which is public")
                .isEqualTo(403);
        Curl server = stranger.withKey(quickstart.serverKey());
        await().untilAsserted(() -> {
            assertThat(server.send("DELETE", "/flags/cache_aside_check/cache", "")
                            .status())
                    .isEqualTo(200);
            assertThat(edge.get("/flags/cache_aside_check/check?user_id=user123")
                            .body())
                    .isEqualTo("{\"enabled\":false,\"_cache\":\"miss\"}");
            assertThat(edge.get("/flags/cache_aside_check/check?user_id=user123")
                            .body())
                    .isEqualTo("{\"enabled\":false,\"_cache\":\"hit\"}");
        });
    }

    @Test
    void anUpdateAtTheHubArrivesThroughEveryCache() {
        flag("cache_aside_update");
        assertThat(edge.get("/flags/cache_aside_update/check?user_id=user123")
                        .json()
                        .path("enabled")
                        .asBoolean())
                .isFalse();

        Curl.Answer updated = writer.post("/flags/cache_aside_update/update?enabled=true&rollout_percentage=100", "");

        assertThat(updated.status()).isEqualTo(200);
        await().until(() -> edge.get("/flags/cache_aside_update/check?user_id=user123")
                .json()
                .path("enabled")
                .asBoolean());
        JsonNode details = edge.get("/flags/cache_aside_update?user_id=user123").json();
        assertThat(details.path("flag_name").asText()).isEqualTo("cache_aside_update");
        assertThat(details.at("/flag_data/rollout_percentage").asInt()).isEqualTo(100);
    }

    @Test
    void aPercentageIsThatOfUsersAndTheSameForEachUser() {
        flag("cache_aside_half");
        writer.post("/flags/cache_aside_half/update?enabled=true&rollout_percentage=50", "");
        await().until(() -> edge.get("/flags/cache_aside_half")
                        .json()
                        .at("/flag_data/rollout_percentage")
                        .asInt()
                == 50);

        int on = 0;
        for (int user = 0; user < 200; user++) {
            String path = "/flags/cache_aside_half/check?user_id=user" + user;
            boolean enabled = edge.get(path).json().path("enabled").asBoolean();
            assertThat(edge.get(path).json().path("enabled").asBoolean()).isEqualTo(enabled);
            on += enabled ? 1 : 0;
        }

        assertThat(on).isBetween(60, 140);
    }

    @Test
    void theStatisticsCountWhatWasAsked() {
        flag("cache_aside_stats");
        JsonNode before = edge.get("/cache/stats").json();

        edge.get("/flags/cache_aside_stats/check?user_id=a");
        edge.get("/flags/cache_aside_stats/check?user_id=a");
        edge.get("/flags/cache_aside_stats/check?user_id=a");

        JsonNode after = edge.get("/cache/stats").json();
        assertThat(after.path("total_requests").asLong()
                        - before.path("total_requests").asLong())
                .isEqualTo(3);
        assertThat(after.path("hits").asLong() - before.path("hits").asLong()).isBetween(1L, 2L);
        assertThat(after.at("/near_cache/entries").isNumber()).isTrue();
    }

    @Test
    void theListHasWhatAClientMaySee() {
        flag("cache_aside_listed");
        hub.post("/projects/demo/flags", Map.of("key", "cache_aside_hidden", "serverOnly", true));
        Curl server = stranger.withKey(quickstart.serverKey());
        await().until(() -> server.get("/flags/cache_aside_hidden").status() == 200);

        assertThat(server.get("/flags").body()).contains("cache_aside_listed", "cache_aside_hidden");
        assertThat(edge.get("/flags").body()).contains("cache_aside_listed").doesNotContain("cache_aside_hidden");
        assertThat(edge.get("/flags/cache_aside_hidden").status()).isEqualTo(404);
    }

    @Test
    void refusalsAreTheServices() {
        assertThat(edge.get("/flags/nowhere/check").body()).isEqualTo("{\"detail\":\"Flag not found\"}");
        assertThat(stranger.get("/flags").status()).isEqualTo(401);
        assertThat(stranger.get("/flags").text("/detail")).isNotEmpty();
        assertThat(edge.send("PATCH", "/flags/x/check", "").text("/detail")).isNotEmpty();
        assertThat(writer.post("/flags/nowhere/update?enabled=true", "").status())
                .isEqualTo(404);
        assertThat(writer.post("/flags/new-checkout/update", "").status()).isEqualTo(400);
        assertThat(Curl.of(quickstart.hubUrl())
                        .withKey(quickstart.serverKey())
                        .post("/flags/new-checkout/update?enabled=true", "")
                        .status())
                .isEqualTo(401);
    }
}
