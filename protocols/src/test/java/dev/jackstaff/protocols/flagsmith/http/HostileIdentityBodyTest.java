package dev.jackstaff.protocols.flagsmith.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.engine.Value;
import dev.jackstaff.protocols.EnvironmentFixtures;
import dev.jackstaff.protocols.environment.LiveEnvironments;
import dev.jackstaff.protocols.http.Caller;
import dev.jackstaff.protocols.http.Reply;
import dev.jackstaff.protocols.usage.UsageCounter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Mutated identity bodies: each gets a response or a refusal in Flagsmith's form. */
class HostileIdentityBodyTest {
    private static final FlagsmithAnalytics.Client NAMELESS = new FlagsmithAnalytics.Client("", "");
    private static final byte[] IDENTITY =
            ("{\"identifier\":\"u1\",\"traits\":[{\"trait_key\":\"country\",\"trait_value\":\"SE\"},"
                            + "{\"trait_key\":\"age\",\"trait_value\":41.5,\"transient\":true}],\"transient\":false}")
                    .getBytes(StandardCharsets.UTF_8);
    private static final byte[] REPORT =
            ("{\"evaluations\":[{\"feature_name\":\"swedes\",\"enabled_when_evaluated\":true,"
                            + "\"count\":2}],\"swedes\":3}")
                    .getBytes(StandardCharsets.UTF_8);

    private final FlagsmithHandler flagsmith;
    private final FlagsmithAnalytics analytics;

    HostileIdentityBodyTest() {
        LiveEnvironments environments = new LiveEnvironments();
        environments.markComplete();
        environments.serve(EnvironmentFixtures.demoAt(
                1, EnvironmentFixtures.forSwedes("swedes"), EnvironmentFixtures.serving("count", Value.of(1L))));
        FlagsmithKeyAccess keys = new FlagsmithKeyAccess(environments);
        this.flagsmith = new FlagsmithHandler(keys);
        this.analytics = new FlagsmithAnalytics(keys, new UsageCounter());
    }

    /** A replacement of a part of a body. */
    record Mutation(int place, int length, String text) {
        byte[] in(byte[] body) {
            String whole = new String(body, StandardCharsets.ISO_8859_1);
            int from = place % whole.length();
            int to = Math.min(whole.length(), from + length);
            return (whole.substring(0, from) + text + whole.substring(to)).getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    @Provide
    Arbitrary<Mutation> changes() {
        Arbitrary<String> texts = Arbitraries.of(List.of(
                "",
                "null",
                "true",
                "-0",
                "1e999",
                "9".repeat(1_200),
                "0.1e-400",
                "[",
                "]",
                "{",
                "}",
                "\"",
                "\\",
                ",",
                ":",
                "\\ud800",
                "\u00ff",
                "\u0000",
                "[[[[",
                "{\"a\":{}}",
                "\"x\"",
                "[1]",
                "[null]",
                "[7]",
                "x".repeat(3_000)));
        return Combinators.combine(
                        Arbitraries.integers().between(0, 1_000),
                        Arbitraries.integers().between(0, 12),
                        texts)
                .as(Mutation::new);
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void anIdentityIsAnsweredOrUnfit(@ForAll("changes") Mutation one, @ForAll("changes") Mutation other) {
        Reply reply = flagsmith.identify(
                Caller.ofKey(EnvironmentFixtures.CLIENT_KEY), () -> other.in(one.in(IDENTITY)), null);

        assertThat(reply.status()).isIn(200, 422);
        assertThat(new String(reply.body(), StandardCharsets.UTF_8))
                .startsWith(reply.status() == 200 ? "{\"identifier\":\"" : "{\"detail\":[{\"type\":\"");
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void aReportIsTaken(@ForAll("changes") Mutation one, @ForAll("changes") Mutation other) {
        byte[] report = other.in(one.in(REPORT));

        assertThat(analytics
                        .count(EnvironmentFixtures.CLIENT_KEY, NAMELESS, () -> report)
                        .status())
                .isEqualTo(200);
        assertThat(analytics
                        .countEvaluations(EnvironmentFixtures.CLIENT_KEY, NAMELESS, () -> report)
                        .status())
                .isEqualTo(204);
    }
}
