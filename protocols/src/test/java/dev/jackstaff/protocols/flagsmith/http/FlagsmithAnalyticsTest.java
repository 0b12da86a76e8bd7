package dev.jackstaff.protocols.flagsmith.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.engine.Value;
import dev.jackstaff.protocols.EnvironmentFixtures;
import dev.jackstaff.protocols.environment.LiveEnvironments;
import dev.jackstaff.protocols.http.Reply;
import dev.jackstaff.protocols.usage.UsageCounter;
import dev.jackstaff.protocols.usage.UsageCounter.CounterKey;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlagsmithAnalyticsTest {
    private static final FlagsmithAnalytics.Client NAMELESS = new FlagsmithAnalytics.Client("", "");
    private final LiveEnvironments environments = new LiveEnvironments();
    private final UsageCounter usage = new UsageCounter();
    private final FlagsmithAnalytics analytics = new FlagsmithAnalytics(new FlagsmithKeyAccess(environments), usage);

    @BeforeEach
    void serve() {
        environments.markComplete();
        environments.serve(EnvironmentFixtures.demoAt(
                7, EnvironmentFixtures.serving("count", Value.of(10L)), EnvironmentFixtures.serverOnly("secret")));
    }

    @Test
    void countsByFlagAndThoseThatDoNotExistApart() {
        Reply reply = analytics.count(
                EnvironmentFixtures.CLIENT_KEY,
                new FlagsmithAnalytics.Client("shop", "flagsmith-js-sdk/12.1.0"),
                bytes("{'count':3,'nowhere':5,'secret':7,'a':'b','c':{'count':1},'d':[1],'e':1.5,'f':null}"));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(usage.counts())
                .isEqualTo(Map.of(
                        new CounterKey("demo/production", "shop", "flagsmith-js-sdk/12.1.0", "count", true, ""),
                        3L,
                        new CounterKey("demo/production", "shop", "flagsmith-js-sdk/12.1.0", "nowhere", true, ""),
                        5L));
    }

    @Test
    void countsEvaluationsByOutcome() {
        Reply reply = analytics.countEvaluations(
                EnvironmentFixtures.SERVER_KEY,
                NAMELESS,
                bytes("{'evaluations':[{'feature_name':'count','identity_identifier':'u1',"
                        + "'enabled_when_evaluated':false,'count':2},{'count':1},7,"
                        + "{'feature_name':'secret','enabled_when_evaluated':true,'count':4},"
                        + "{'feature_name':5,'count':99999999999999999999}],'more':[]}"));

        assertThat(reply.status()).isEqualTo(204);
        assertThat(usage.counts()).isEqualTo(Map.of(counted("", "count", false), 2L, counted("", "secret", true), 4L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "{'count':-3}", "{'count':99999999999}", "{'evaluations':{}}"})
    void junkIsTakenAndNotCounted(String body) {
        assertThat(analytics
                        .count(EnvironmentFixtures.CLIENT_KEY, NAMELESS, bytes(body))
                        .status())
                .isEqualTo(200);
        assertThat(analytics
                        .countEvaluations(EnvironmentFixtures.CLIENT_KEY, NAMELESS, bytes(body))
                        .status())
                .isEqualTo(204);
        assertThat(usage.counts()).isEmpty();
    }

    @Test
    void namesOfApplicationsAreCutAndLegible() {
        analytics.count(
                EnvironmentFixtures.CLIENT_KEY,
                new FlagsmithAnalytics.Client("a\u009b" + "b".repeat(10_000), ""),
                bytes("{'count':1}"));

        assertThat(usage.counts()).isEqualTo(Map.of(counted("a\ufffd" + "b".repeat(253) + "…", "count", true), 1L));
    }

    @Test
    void anUnknownKeyCountsNothing() {
        assertThat(analytics
                        .count("nonsense", NAMELESS, FlagsmithAnalyticsTest::unwanted)
                        .status())
                .isEqualTo(401);
        assertThat(usage.counts()).isEmpty();
    }

    private static CounterKey counted(String application, String flag, boolean enabled) {
        return new CounterKey("demo/production", application, "", flag, enabled, "");
    }

    private static byte[] unwanted() {
        throw new AssertionError("what strangers send was taken in");
    }

    private static Supplier<byte[]> bytes(String quoted) {
        return () -> quoted.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }
}
