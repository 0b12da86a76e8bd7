package dev.jackstaff.edge.upstream.unleash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.edge.backup.Backup;
import dev.jackstaff.edge.backup.DirectoryBackup;
import dev.jackstaff.edge.upstream.Intake;
import dev.jackstaff.edge.upstream.IntakeFixture;
import dev.jackstaff.edge.upstream.UpstreamErrors;
import dev.jackstaff.protocols.environment.Access;
import dev.jackstaff.protocols.environment.DialectCompiler;
import dev.jackstaff.protocols.environment.Freshness;
import dev.jackstaff.protocols.environment.LiveEnvironments;
import dev.jackstaff.protocols.settings.EdgeSettings;
import dev.jackstaff.protocols.unleash.compiler.UnleashDialect;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnleashRestartTest {
    private final FakeUnleashServer server = new FakeUnleashServer();

    private final Path data;

    UnleashRestartTest(@TempDir Path data) {
        this.data = data;
    }

    /** One run of an edge, from its start to its end. */
    private final class Run implements AutoCloseable {
        final LiveEnvironments environments = new LiveEnvironments(new DialectCompiler(List.of(new UnleashDialect())));
        final FakeTaskScheduler scheduler = new FakeTaskScheduler();
        private final Freshness freshness = new Freshness();
        private final Backup backup = DirectoryBackup.in(data, environments, freshness);
        final UnleashFollower follower;

        Run(String... configured) {
            Intake intake = IntakeFixture.create(environments, freshness, backup);
            UnleashUpstreamSettings settings = UnleashUpstreamSettings.of(
                    EdgeSettings.of(Map.of("UPSTREAM_URL", "http://unleash", "TOKENS", String.join(",", configured))));
            backup.restore("unleash http://unleash", intake::restore);
            follower = new UnleashFollower(
                    settings,
                    server,
                    ChangeFeed.NONE,
                    new UnleashSnapshots("http://unleash", intake, environments, Clock.systemUTC()),
                    new UpstreamErrors(),
                    scheduler);
            environments.setUnknownKeyResolver(follower::resolve);
            follower.start();
            scheduler.advance(Duration.ofSeconds(2));
        }

        /** The access that a request gets after its wait. */
        Access access(String key) {
            for (int i = 0; i < 100 && follower.decisions().isUndecided(key); i++) {
                scheduler.advance(Duration.ofMillis(20));
            }
            Access access = environments.access(key);
            scheduler.advance(Duration.ofSeconds(2));
            return access;
        }

        @Override
        public void close() {
            DirectoryBackup.close(backup);
        }
    }

    @Test
    void tokensThatClientsBroughtOpenAfterARestartWhileTheServerIsAway() {
        server.backend("one", "*");
        server.frontend("two", "*");
        server.frontend("three", "sea");
        try (Run first = new Run("one")) {
            assertThat(first.access("two")).isInstanceOf(Access.Granted.class);
            assertThat(first.access("three")).isInstanceOf(Access.Granted.class);
        }
        server.unreachable = true;

        try (Run second = new Run("one")) {
            assertThat(second.access("one")).isInstanceOf(Access.Granted.class);
            assertThat(second.access("two")).isInstanceOf(Access.Granted.class);
            assertThat(second.access("three")).isInstanceOf(Access.Granted.class);
            assertThat(second.environments.isReady()).isTrue();
        }
    }

    @Test
    void tokensOfAnEdgeWithoutConfiguredOnesOpenToo() {
        server.backend("one", "sea");
        try (Run first = new Run()) {
            assertThat(first.access("one")).isInstanceOf(Access.Granted.class);
        }
        server.unreachable = true;

        try (Run second = new Run()) {
            assertThat(second.access("one")).isInstanceOf(Access.Granted.class);
        }
    }

    @Test
    void aRunThatDidNotSeeATokenForgetsItNot() {
        server.backend("one", "*");
        server.frontend("two", "*");
        server.frontend("three", "sea");
        try (Run first = new Run("one")) {
            first.access("two");
            first.access("three");
        }
        try (Run second = new Run("one")) {
            assertThat(second.access("one")).isInstanceOf(Access.Granted.class);
        }
        server.unreachable = true;

        try (Run third = new Run("one")) {
            assertThat(third.access("two")).isInstanceOf(Access.Granted.class);
            assertThat(third.access("three")).isInstanceOf(Access.Granted.class);
        }
    }

    @Test
    void withoutConfiguredTokensTheEnvironmentsOfAnEarlierRunStayUntilTheServerAnswers() {
        server.backend("one", "sea");
        server.backend("two", "land");
        try (Run first = new Run()) {
            first.access("one");
            first.access("two");
        }

        try (Run second = new Run()) {
            assertThat(second.environments.environments()).hasSize(2);
            assertThat(second.access("two")).isInstanceOf(Access.Granted.class);
            assertThat(second.access("one")).isInstanceOf(Access.Granted.class);
            assertThat(second.environments.environments()).hasSize(2);
        }
    }

    @Test
    void aTokenThatIsFoundRevokedLeavesTheBackup() {
        server.backend("one", "*");
        server.frontend("two", "*");
        try (Run first = new Run("one")) {
            first.access("two");
        }
        server.tokens.remove("two");
        try (Run second = new Run("one")) {
            assertThat(second.access("two")).isInstanceOf(Access.Unknown.class);
        }
        server.unreachable = true;

        try (Run third = new Run("one")) {
            assertThat(third.access("two")).isNotInstanceOf(Access.Granted.class);
        }
    }
}
