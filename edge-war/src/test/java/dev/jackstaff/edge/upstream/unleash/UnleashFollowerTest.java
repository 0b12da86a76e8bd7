package dev.jackstaff.edge.upstream.unleash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackstaff.edge.upstream.IntakeFixture;
import dev.jackstaff.edge.upstream.UpstreamErrors;
import dev.jackstaff.protocols.environment.Access;
import dev.jackstaff.protocols.environment.DialectCompiler;
import dev.jackstaff.protocols.environment.Freshness;
import dev.jackstaff.protocols.environment.LiveEnvironments;
import dev.jackstaff.protocols.settings.EdgeSettings;
import dev.jackstaff.protocols.unleash.compiler.UnleashDialect;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnleashFollowerTest {
    private static final Duration INTERVAL = Duration.ofSeconds(15);
    private static final Duration REVALIDATION = Duration.ofHours(1);

    private final FakeUnleashServer server = new FakeUnleashServer();
    private final FakeTaskScheduler scheduler = new FakeTaskScheduler();
    private final LiveEnvironments environments =
            new LiveEnvironments(new DialectCompiler(List.of(new UnleashDialect())));
    private final UnleashSnapshots snapshots = new UnleashSnapshots(
            "http://unleash",
            IntakeFixture.create(environments, new Freshness()),
            environments,
            Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

    private UnleashFollower following(String... configured) {
        UnleashUpstreamSettings settings = UnleashUpstreamSettings.of(
                EdgeSettings.of(Map.of("UPSTREAM_URL", "http://unleash", "TOKENS", String.join(",", configured))));
        UnleashFollower follower =
                new UnleashFollower(settings, server, ChangeFeed.NONE, snapshots, new UpstreamErrors(), scheduler);
        environments.setUnknownKeyResolver(follower::resolve);
        follower.start();
        return follower;
    }

    @Test
    void aConfiguredTokenOpensWhatItShowsOnceItIsFetched() {
        server.backend("one", "sea");
        server.features = FakeUnleashServer.document("blue");
        UnleashFollower follower = following("one");
        assertThat(environments.access("one")).isInstanceOf(Access.NotReady.class);
        assertThat(follower.connected()).isFalse();

        scheduler.runDue();

        assertThat(environments.access("one")).isInstanceOf(Access.Granted.class);
        assertThat(environments.isComplete()).isTrue();
        assertThat(follower.connected()).isTrue();
        assertThat(server.registrations).containsExactly("one");
    }

    @Test
    void aTokenOfAClientIsValidatedAndServed() {
        server.backend("one", "sea");
        server.frontend("two", "sea");
        following("one");
        scheduler.runDue();
        assertThat(environments.access("two")).isInstanceOf(Access.NotReady.class);

        scheduler.advance(Duration.ofSeconds(1));

        assertThat(environments.access("two")).isInstanceOf(Access.Granted.class);
        assertThat(environments.access("three")).isInstanceOf(Access.NotReady.class);
        scheduler.advance(Duration.ofSeconds(1));
        assertThat(environments.access("three")).isInstanceOf(Access.Unknown.class);
    }

    @Test
    void aFrontendTokenWithoutABackendTokenIsNotCovered() {
        server.frontend("two", "land");
        following();
        environments.access("two");

        scheduler.advance(Duration.ofSeconds(2));

        assertThat(environments.access("two")).isInstanceOf(Access.Forbidden.class);
    }

    @Test
    void tokensOfABatchEndUpInTheSnapshot() {
        server.backend("one", "sea");
        server.frontend("two", "sea");
        following("one");
        scheduler.runDue();
        environments.access("two");

        scheduler.advance(Duration.ofSeconds(2));

        assertThat(environments.environments().values()).singleElement().satisfies(environment -> assertThat(
                        environment.snapshot().credentials())
                .hasSize(2));
    }

    @Test
    void aTokenThatTheServerRevokedOpensNothingAfterTheNextFetch() {
        server.backend("one", "sea");
        following("one");
        scheduler.runDue();

        server.tokens.clear();
        scheduler.advance(INTERVAL);

        assertThat(environments.access("one")).isNotInstanceOf(Access.Granted.class);
        assertThat(environments.environments()).isEmpty();
    }

    @Test
    void aRevalidationRevokesWhatIsNotFetched() {
        server.backend("one", "sea");
        server.frontend("two", "sea");
        following("one", "two");
        scheduler.runDue();
        assertThat(environments.access("two")).isInstanceOf(Access.Granted.class);

        server.tokens.remove("two");
        scheduler.advance(REVALIDATION);

        assertThat(environments.access("two")).isNotInstanceOf(Access.Granted.class);
        assertThat(environments.access("one")).isInstanceOf(Access.Granted.class);
    }

    @Test
    void anOutageRevokesNothing() {
        server.backend("one", "sea");
        UnleashFollower follower = following("one");
        scheduler.runDue();

        server.unreachable = true;
        scheduler.advance(REVALIDATION);

        assertThat(environments.access("one")).isInstanceOf(Access.Granted.class);
        assertThat(follower.connected()).isFalse();
    }

    @Test
    void aStoppedFollowerAsksNothing() {
        server.backend("one", "sea");
        UnleashFollower follower = following("one");

        follower.stop();
        scheduler.advance(REVALIDATION);

        assertThat(server.validations).isEmpty();
    }

    @Test
    void anErrorEndsNoRevalidation() {
        server.backend("one", "sea");
        following("one");
        scheduler.runDue();
        server.validationBroken = true;
        assertThatThrownBy(() -> scheduler.advance(Duration.ofDays(1))).isInstanceOf(LinkageError.class);
        int validations = server.validations.size();

        server.validationBroken = false;
        scheduler.advance(Duration.ofDays(1));

        assertThat(server.validations.size()).isGreaterThan(validations);
    }
}
