package dev.jackstaff.protocols.cacheaside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.jackstaff.engine.Value;
import dev.jackstaff.protocols.AdjustableClock;
import dev.jackstaff.protocols.EnvironmentFixtures;
import dev.jackstaff.protocols.environment.KeylessAccess;
import dev.jackstaff.protocols.environment.LiveEnvironments;
import dev.jackstaff.protocols.http.Caller;
import dev.jackstaff.protocols.http.Reply;
import dev.jackstaff.protocols.usage.UsageCounter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CacheAsideHandlerTest {
    private final LiveEnvironments environments = new LiveEnvironments();
    private final AdjustableClock clock = new AdjustableClock();
    private final UsageCounter usage = new UsageCounter();
    private final CacheAsideHandler cacheAside = new CacheAsideHandler(
            environments,
            KeylessAccess.none(),
            new CacheStatistics(() -> new NearCache.Statistics(1, 5, 2, 3)),
            usage,
            clock);

    @BeforeEach
    void serve() {
        environments.markComplete();
        serveAt(7);
    }

    private void serveAt(long revision) {
        environments.serve(EnvironmentFixtures.demoAt(
                revision,
                EnvironmentFixtures.serving("plain", Value.of(true)),
                EnvironmentFixtures.forSwedes("swedes"),
                EnvironmentFixtures.off("off"),
                EnvironmentFixtures.serverOnly("secret"),
                EnvironmentFixtures.broken("broken")));
    }

    @Test
    void theSecondCheckIsAHit() {
        assertThat(check("plain", "user123")).isEqualTo("{\"enabled\":true,\"_cache\":\"miss\"}");
        assertThat(check("plain", "user123")).isEqualTo("{\"enabled\":true,\"_cache\":\"hit\"}");
        assertThat(check("plain", "user124")).contains("miss");
        assertThat(check("plain", null)).contains("miss");
        assertThat(check("off", "user123")).isEqualTo("{\"enabled\":false,\"_cache\":\"miss\"}");
    }

    @Test
    void checksAreKeptFor30SecondsAndDetailsFor60() {
        check("plain", "u");
        details("plain");
        clock.pass(Duration.ofSeconds(29));
        assertThat(check("plain", "u")).contains("hit");
        clock.pass(Duration.ofSeconds(1));
        assertThat(check("plain", "u")).contains("miss");
        assertThat(details("plain")).contains("hit");
        clock.pass(Duration.ofSeconds(30));
        assertThat(details("plain")).contains("miss");
    }

    @Test
    void aNewRevisionForgetsEverything() {
        check("plain", "u");

        serveAt(8);

        assertThat(check("plain", "u")).contains("miss");
    }

    @Test
    void detailsTellTheFlagsData() throws IOException {
        JsonNode details = json(details("plain"));

        assertThat(details.path("flag_name").asText()).isEqualTo("plain");
        assertThat(details.at("/flag_data/enabled").asBoolean()).isTrue();
        assertThat(details.at("/flag_data/rollout_percentage").asInt()).isEqualTo(100);
        assertThat(details.at("/flag_data/metadata/environment").asText()).isEqualTo("production");
        assertThat(json(details("swedes")).at("/flag_data/metadata/targeted").asBoolean())
                .isTrue();
        assertThat(details("swedes")).doesNotContain("Swedes");
    }

    @Test
    void theListHasWhatTheKeyMaySee() throws IOException {
        assertThat(json(text(cacheAside.list(EnvironmentFixtures.CLIENT_KEY))).path("flags"))
                .hasSize(4);
        assertThat(json(text(cacheAside.list(EnvironmentFixtures.SERVER_KEY))).path("flags"))
                .hasSize(5);
        assertThat(text(cacheAside.list(EnvironmentFixtures.CLIENT_KEY)))
                .contains("hit")
                .doesNotContain("secret");
    }

    @Test
    void whatIsForgottenIsMadeAnew() throws IOException {
        check("plain", "u");
        check("off", "u");

        Reply refused = cacheAside.invalidate("plain", EnvironmentFixtures.CLIENT_KEY);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(check("plain", "u")).contains("hit");

        Reply reply = cacheAside.invalidate("plain", EnvironmentFixtures.SERVER_KEY);

        assertThat(json(text(reply)).path("invalidated").asInt()).isEqualTo(1);
        assertThat(check("plain", "u")).contains("miss");
        assertThat(check("off", "u")).contains("hit");
        assertThat(cacheAside
                        .invalidate("nowhere", EnvironmentFixtures.SERVER_KEY)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void theStatisticsAreTrue() throws IOException {
        check("plain", "u");
        check("plain", "u");
        check("plain", "u");
        details("plain");
        cacheAside.invalidate("off", EnvironmentFixtures.SERVER_KEY);

        JsonNode figures = json(text(cacheAside.statistics(EnvironmentFixtures.CLIENT_KEY)));

        assertThat(figures.path("hits").asInt()).isEqualTo(2);
        assertThat(figures.path("misses").asInt()).isEqualTo(2);
        assertThat(figures.path("total_requests").asInt()).isEqualTo(4);
        assertThat(figures.path("hit_rate").asDouble()).isEqualTo(0.5);
        assertThat(figures.path("keys").asInt()).isEqualTo(2);
        assertThat(figures.path("invalidations").asInt()).isEqualTo(1);
        assertThat(figures.path("revision").asInt()).isEqualTo(7);
        assertThat(figures.path("near_cache"))
                .hasToString("{\"entries\":1,\"hits\":5,\"misses\":2,\"invalidations\":3}");
    }

    @Test
    void whatTheHostKnowsDecidesAndIsKeptApart() {
        Caller swede = new Caller(EnvironmentFixtures.CLIENT_KEY, Map.of("country", "SE"), "192.0.2.7", "");
        Caller other = new Caller(EnvironmentFixtures.CLIENT_KEY, Map.of("country", "SE"), "192.0.2.8", "");

        assertThat(text(cacheAside.check("swedes", "u", swede))).isEqualTo("{\"enabled\":true,\"_cache\":\"miss\"}");
        assertThat(text(cacheAside.check("swedes", "u", swede))).contains("hit");
        assertThat(text(cacheAside.check("swedes", "u", other))).contains("miss");
        assertThat(check("swedes", "u")).isEqualTo("{\"enabled\":false,\"_cache\":\"miss\"}");
        assertThat(text(cacheAside.details("swedes", "u", swede)))
                .contains("\"enabled\":true")
                .doesNotContain("192.0.2.7");
    }

    @Test
    void longNamesAreAnsweredAndNotKept() {
        String user = "u".repeat(AnswerCache.MAX_SUBJECT_LENGTH + 1);

        assertThat(check("plain", user)).contains("miss");
        assertThat(check("plain", user)).contains("miss");
    }

    @Test
    void whatIsKeptHasABound() throws IOException {
        for (int i = 0; i < 2 * AnswerCache.MAX_ENTRIES; i++) {
            check("plain", "user" + i);
        }

        assertThat(json(text(cacheAside.statistics(EnvironmentFixtures.CLIENT_KEY)))
                        .path("keys")
                        .asInt())
                .isBetween(1, AnswerCache.MAX_ENTRIES);
        assertThat(check("plain", "user" + (2 * AnswerCache.MAX_ENTRIES - 1))).contains("hit");
    }

    @Test
    void everyAnswerIsCountedAlsoThoseThatWereKept() throws IOException {
        check("plain", "ann");
        check("plain", "ann");
        cacheAside.check("nowhere", "ann", Caller.ofKey(EnvironmentFixtures.CLIENT_KEY));
        cacheAside.list(EnvironmentFixtures.CLIENT_KEY);

        assertThat(usage.counts())
                .containsOnly(
                        entry(new UsageCounter.CounterKey("demo/production", "", "", "plain", true, "on"), 2L),
                        entry(new UsageCounter.CounterKey("demo/production", "", "", "nowhere", false, ""), 1L));
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                argumentSet("unknown", "nowhere", EnvironmentFixtures.CLIENT_KEY, 404, "Flag not found"),
                argumentSet("for servers only", "secret", EnvironmentFixtures.CLIENT_KEY, 404, "Flag not found"),
                argumentSet("broken", "broken", EnvironmentFixtures.CLIENT_KEY, 400, "this flag cannot be evaluated"),
                argumentSet("no key", "plain", null, 401, "a key is required"),
                argumentSet("an unknown key", "plain", "x", 401, "unknown key"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refusesInTheServicesForm(String flag, @Nullable String key, int status, String detail) throws IOException {
        Reply reply = cacheAside.check(flag, "u", Caller.ofKey(key));

        assertThat(reply.status()).isEqualTo(status);
        assertThat(json(text(reply)).path("detail").asText()).startsWith(detail);
    }

    private String check(String flag, @Nullable String user) {
        return text(cacheAside.check(flag, user, Caller.ofKey(EnvironmentFixtures.CLIENT_KEY)));
    }

    private String details(String flag) {
        return text(cacheAside.details(flag, "u", Caller.ofKey(EnvironmentFixtures.CLIENT_KEY)));
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }

    private static String text(Reply reply) {
        return new String(reply.body(), StandardCharsets.UTF_8);
    }
}
