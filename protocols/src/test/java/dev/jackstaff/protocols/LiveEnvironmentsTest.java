package dev.jackstaff.protocols;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.engine.snapshot.Credential;
import dev.jackstaff.engine.snapshot.SnapshotHead;
import org.junit.jupiter.api.Test;

class LiveEnvironmentsTest {
    private final LiveEnvironments environments = new LiveEnvironments();

    @Test
    void nothingIsReadyBeforeTheFirstSnapshot() {
        assertThat(environments.access(Served.SERVER_KEY)).isInstanceOf(Access.NotReady.class);
    }

    @Test
    void aKeyOpensItsEnvironment() {
        environments.serve(Served.demoAt(1));

        assertThat(environments.access(Served.CLIENT_KEY)).isInstanceOfSatisfying(Access.Granted.class, granted -> {
            assertThat(granted.kind()).isEqualTo(Credential.Kind.CLIENT);
            assertThat(granted.serverOnlyToo()).isFalse();
            assertThat(granted.environment().revision()).isEqualTo(1);
        });
    }

    @Test
    void aKeyIsNotCalledUnknownWhileSnapshotsAreStillToCome() {
        environments.serve(Served.demoAt(1));

        assertThat(environments.access("jks_server_of-another-environment")).isInstanceOf(Access.NotReady.class);
        assertThat(environments.access(Served.SERVER_KEY)).isInstanceOf(Access.Granted.class);

        environments.complete();

        assertThat(environments.access("jks_server_of-another-environment")).isInstanceOf(Access.Unknown.class);
    }

    @Test
    void anUnknownMissingOrExpiredKeyOpensNothing() {
        environments.serve(Served.demoAt(1));
        environments.complete();

        assertThat(environments.access("jks_server_guessed")).isInstanceOf(Access.Unknown.class);
        assertThat(environments.access(null)).isInstanceOf(Access.Unknown.class);
        assertThat(environments.access(Served.EXPIRED_KEY)).isEqualTo(new Access.Unknown("this key has expired"));
    }

    @Test
    void aKeyOfAnotherKindIsForbidden() {
        environments.serve(Served.demoAt(1));
        environments.complete();

        assertThat(environments.access("jks_admin_anything")).isInstanceOf(Access.Forbidden.class);
    }

    @Test
    void anOlderOrTheSameRevisionIsNotServed() {
        environments.serve(Served.demoAt(5));

        assertThat(environments.serve(Served.demoAt(4))).isFalse();
        assertThat(environments.serve(Served.demoAt(5))).isFalse();
        assertThat(environments.isNews("demo/production", new SnapshotHead(Served.ENVIRONMENT_ID, 5)))
                .isFalse();
        assertThat(environments.isNews("demo/production", new SnapshotHead(Served.ENVIRONMENT_ID, 6)))
                .isTrue();
    }

    @Test
    void anEnvironmentThatWasMadeAnewIsNewsAtAnyRevision() {
        environments.serve(Served.demoAt(5));

        assertThat(environments.isNews("demo/production", new SnapshotHead("another", 1)))
                .isTrue();
    }

    @Test
    void aWithdrawnEnvironmentTakesItsKeysWithIt() {
        environments.serve(Served.demoAt(1));
        environments.withdraw("demo/production");

        assertThat(environments.access(Served.SERVER_KEY)).isInstanceOf(Access.NotReady.class);
    }

    @Test
    void aViewIsMadeOnceAndMayBeMadeOfOthers() {
        ServedEnvironment served = ServedEnvironment.of(Served.demoAt(1));

        StringBuilder outer = served.view(
                StringBuilder.class,
                now -> new StringBuilder(
                        now.view(Long.class, ServedEnvironment::revision).toString()));

        assertThat(outer).hasToString("1");
        assertThat(served.view(StringBuilder.class, now -> new StringBuilder("again")))
                .isSameAs(outer);
    }
}
