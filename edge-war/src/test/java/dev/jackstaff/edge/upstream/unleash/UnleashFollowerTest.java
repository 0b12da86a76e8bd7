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

        assertThat(environments.access("two")).isEqualTo(new Access.Uncovered("land", "development"));
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
    void theFirstRequestOfATokenIsAnsweredAfterAMomentsWait() {
        server.backend("one", "sea");
        server.frontend("two", "sea");
        server.backend("three", "land");
        UnleashFollower follower = following("one");
        scheduler.runDue();

        for (String key : List.of("two", "three")) {
            assertThat(follower.decisions().isUndecided(key)).isTrue();
            scheduler.advance(TokenAdmission.BATCH_DELAY);
            assertThat(follower.decisions().isUndecided(key)).isFalse();
            assertThat(environments.access(key)).isInstanceOf(Access.Granted.class);
        }

        assertThat(follower.decisions().isUndecided("unknown")).isTrue();
        scheduler.advance(TokenAdmission.BATCH_DELAY);
        assertThat(follower.decisions().isUndecided("unknown")).isFalse();
        assertThat(environments.access("unknown")).isInstanceOf(Access.Unknown.class);
    }

    @Test
    void whileTheServerIsAwayNoRequestWaitsTwice() {
        server.backend("one", "sea");
        UnleashFollower follower = following("one");
        scheduler.runDue();
        server.unreachable = true;

        assertThat(follower.decisions().isUndecided("two")).isTrue();
        scheduler.advance(TokenAdmission.BATCH_DELAY);

        assertThat(follower.decisions().isUndecided("two")).isFalse();
        assertThat(environments.access("two")).isInstanceOf(Access.NotReady.class);
    }

    @Test
    void aTokenThatTheServerRefusesIsRevokedThoughItsValidationSaysOtherwise() {
        server.backend("one", "sea");
        following("one");
        scheduler.runDue();

        server.refusedTokens.add("one");
        scheduler.advance(INTERVAL.plus(Duration.ofSeconds(3)));

        assertThat(environments.access("one")).isNotInstanceOf(Access.Granted.class);
        scheduler.advance(Duration.ofMinutes(2));
        assertThat(environments.access("one")).isNotInstanceOf(Access.Granted.class);

        server.refusedTokens.clear();
        scheduler.advance(Duration.ofMinutes(2));
        assertThat(environments.access("one")).isInstanceOf(Access.Granted.class);
    }

    @Test
    void aRefusedTokenThatAnotherCoversIsRevokedAtTheNextRevalidation() {
        server.backend("all", "*");
        server.backend("one", "sea");
        server.frontend("two", "sea");
        following("all", "one", "two");
        scheduler.runDue();
        assertThat(environments.access("one")).isInstanceOf(Access.Granted.class);

        server.refusedTokens.addAll(List.of("one", "two"));
        scheduler.advance(REVALIDATION.plus(Duration.ofSeconds(5)));

        assertThat(environments.access("one")).isNotInstanceOf(Access.Granted.class);
        assertThat(environments.access("two")).isNotInstanceOf(Access.Granted.class);
        assertThat(environments.access("all")).isInstanceOf(Access.Granted.class);
    }

    @Test
    void oneRefusalRevokesNothing() {
        server.backend("one", "sea");
        following("one");
        scheduler.runDue();

        server.refusedTokens.add("one");
        scheduler.advance(INTERVAL);
        server.refusedTokens.clear();
        scheduler.advance(INTERVAL);

        assertThat(environments.access("one")).isInstanceOf(Access.Granted.class);
    }

    @Test
    void usageOfAScopeIsReportedWithATokenThatCoversIt() {
        server.backend("all", "*");
        server.backend("one", "sea");
        UnleashFollower follower = following("all");
        assertThat(follower.usageToken("sea/development")).isEmpty();
        scheduler.runDue();

        assertThat(follower.usageToken("sea/development")).contains("all");
        assertThat(follower.usageToken("sea/production")).isEmpty();
        environments.access("one");
        scheduler.advance(Duration.ofSeconds(1));
        assertThat(follower.usageToken("sea/development")).contains("one");
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
