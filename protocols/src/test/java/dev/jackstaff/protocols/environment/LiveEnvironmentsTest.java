package dev.jackstaff.protocols.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.engine.snapshot.Credential;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.engine.snapshot.SnapshotHead;
import dev.jackstaff.protocols.EnvironmentFixtures;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveEnvironmentsTest {
    private final LiveEnvironments environments = new LiveEnvironments();

    @Test
    void aLaterRevisionThanTheSourcesIsAheadUnlessItHasJustArrived() {
        AdvancingClock clock = new AdvancingClock();
        LiveEnvironments served = new LiveEnvironments(clock, DialectCompiler.NATIVE_ONLY);
        Snapshot snapshot = EnvironmentFixtures.demoAt(7);
        String id = snapshot.environmentId();
        served.serve(snapshot);
        assertThat(served.isAhead(snapshot.key(), new SnapshotHead(id, 6))).isFalse();

        clock.advance(Duration.ofSeconds(4));

        assertThat(served.isAhead(snapshot.key(), new SnapshotHead(id, 6))).isTrue();
        assertThat(served.isAhead(snapshot.key(), new SnapshotHead(id, 7))).isFalse();
        assertThat(served.isAhead(snapshot.key(), new SnapshotHead(id, 8))).isFalse();
        assertThat(served.isAhead(snapshot.key(), new SnapshotHead("recreated", 1)))
                .isFalse();
        assertThat(served.isAhead("nowhere/production", new SnapshotHead(id, 6)))
                .isFalse();
    }

    @Test
    void nothingIsReadyBeforeTheFirstSnapshot() {
        assertThat(environments.access(EnvironmentFixtures.SERVER_KEY)).isInstanceOf(Access.NotReady.class);
    }

    @Test
    void aKeyOpensItsEnvironment() {
        environments.serve(EnvironmentFixtures.demoAt(1));

        assertThat(environments.access(EnvironmentFixtures.CLIENT_KEY))
                .isInstanceOfSatisfying(Access.Granted.class, granted -> {
                    assertThat(granted.kind()).isEqualTo(Credential.Kind.CLIENT);
                    assertThat(granted.seesServerOnlyFlags()).isFalse();
                    assertThat(granted.environment().revision()).isEqualTo(1);
                });
    }

    @Test
    void aKeyIsNotCalledUnknownWhileSnapshotsAreStillToCome() {
        environments.serve(EnvironmentFixtures.demoAt(1));

        assertThat(environments.access("jks_server_of-another-environment")).isInstanceOf(Access.NotReady.class);
        assertThat(environments.access(EnvironmentFixtures.SERVER_KEY)).isInstanceOf(Access.Granted.class);

        environments.markComplete();

        assertThat(environments.access("jks_server_of-another-environment")).isInstanceOf(Access.Unknown.class);
    }

    @Test
    void anUnknownMissingOrExpiredKeyOpensNothing() {
        environments.serve(EnvironmentFixtures.demoAt(1));
        environments.markComplete();

        assertThat(environments.access("jks_server_guessed")).isInstanceOf(Access.Unknown.class);
        assertThat(environments.access(null)).isInstanceOf(Access.Unknown.class);
        assertThat(environments.access(EnvironmentFixtures.EXPIRED_KEY))
                .isEqualTo(new Access.Unknown("this key has expired"));
    }

    @Test
    void aKeyOfAnotherKindIsForbidden() {
        environments.serve(EnvironmentFixtures.demoAt(1));
        environments.markComplete();

        assertThat(environments.access("jks_admin_anything")).isInstanceOf(Access.Forbidden.class);
    }

    @Test
    void anOlderOrTheSameRevisionIsNotServed() {
        environments.serve(EnvironmentFixtures.demoAt(5));

        assertThat(environments.serve(EnvironmentFixtures.demoAt(4))).isFalse();
        assertThat(environments.serve(EnvironmentFixtures.demoAt(5))).isFalse();
        assertThat(environments.isNewer("demo/production", new SnapshotHead(EnvironmentFixtures.ENVIRONMENT_ID, 5)))
                .isFalse();
        assertThat(environments.isNewer("demo/production", new SnapshotHead(EnvironmentFixtures.ENVIRONMENT_ID, 6)))
                .isTrue();
    }

    @Test
    void anEnvironmentThatWasMadeAnewIsNewsAtAnyRevision() {
        environments.serve(EnvironmentFixtures.demoAt(5));

        assertThat(environments.isNewer("demo/production", new SnapshotHead("another", 1)))
                .isTrue();
    }

    @Test
    void aWithdrawnEnvironmentTakesItsKeysWithIt() {
        environments.serve(EnvironmentFixtures.demoAt(1));
        environments.withdraw("demo/production");

        assertThat(environments.access(EnvironmentFixtures.SERVER_KEY)).isInstanceOf(Access.NotReady.class);
    }

    @Test
    void aViewIsMadeOnceAndMayBeMadeOfOthers() {
        ServedEnvironment served = ServedEnvironment.of(EnvironmentFixtures.demoAt(1));

        StringBuilder outer = served.view(
                StringBuilder.class,
                now -> new StringBuilder(
                        now.view(Long.class, ServedEnvironment::revision).toString()));

        assertThat(outer).hasToString("1");
        assertThat(served.view(StringBuilder.class, now -> new StringBuilder("again")))
                .isSameAs(outer);
    }

    @Test
    void aKeyOfAnEdgeReachesTheEnvironmentsThatNameIt() {
        String hash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"; // of "test"
        Snapshot snapshot = EnvironmentFixtures.demoAt(1);
        environments.serve(new Snapshot(
                snapshot.project(),
                snapshot.environment(),
                snapshot.environmentId(),
                1,
                snapshot.changedAt(),
                snapshot.flags(),
                snapshot.segments(),
                snapshot.credentials(),
                List.of(new Credential("edge", hash, Credential.Kind.EDGE, null)),
                null));
        environments.markComplete();

        assertThat(environments.reach("test").environments()).containsExactly("demo/production");
        assertThat(environments.reach("other")).isEqualTo(EdgeReach.NONE);
        assertThat(environments.reach(null)).isEqualTo(EdgeReach.NONE);
        assertThat(environments.access("test")).isInstanceOf(Access.Unknown.class);
    }

    @Test
    void aKeyThatIsLetInOpensUntilItIsDismissed() {
        Credential token = new Credential(
                "t", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", Credential.Kind.CLIENT, null);
        environments.serve(EnvironmentFixtures.demoAt(1));
        environments.markComplete();

        environments.admitKey("demo/production", token);
        assertThat(environments.access("test")).isInstanceOf(Access.Granted.class);
        environments.serve(EnvironmentFixtures.demoAt(2));
        assertThat(environments.access("test")).isInstanceOf(Access.Granted.class);

        environments.revokeKey(token.hash());
        assertThat(environments.access("test")).isInstanceOf(Access.Unknown.class);
    }

    @Test
    void strangersAreAskedAboutKeysThatNoSnapshotKnows() {
        environments.setUnknownKeyResolver(key -> new Access.NotReady("asking for " + key));

        assertThat(environments.access("token")).isEqualTo(new Access.NotReady("asking for token"));
        environments.serve(EnvironmentFixtures.demoAt(1));
        assertThat(environments.access(EnvironmentFixtures.SERVER_KEY)).isInstanceOf(Access.Granted.class);
    }

    @Test
    void whatIsTooOldIsRefusedAsSomethingThatHeals() {
        environments.serve(EnvironmentFixtures.demoAt(1));
        environments.setStalenessCheck(environment -> environment.equals("demo/production"));

        assertThat(environments.access(EnvironmentFixtures.SERVER_KEY)).isInstanceOf(Access.NotReady.class);
    }

    @Test
    void whatIsRestoredIsReadyButNotAllThereIs() {
        environments.serve(EnvironmentFixtures.demoAt(1));
        environments.markRestored();

        assertThat(environments.isReady()).isTrue();
        assertThat(environments.access("jks_server_guessed")).isInstanceOf(Access.NotReady.class);
    }

    @Test
    void aHostWhoseEnvironmentsComeOnDemandIsReadyBeforeThereIsAny() {
        assertThat(environments.isReady()).isFalse();

        environments.markOnDemand();

        assertThat(environments.isReady()).isTrue();
        assertThat(environments.access(EnvironmentFixtures.SERVER_KEY)).isInstanceOf(Access.NotReady.class);
    }
}
