package dev.jackstaff.domain.project.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.ExpectedVersion;
import dev.jackstaff.domain.access.ApiKeyKind;
import dev.jackstaff.domain.access.NewApiKey;
import dev.jackstaff.domain.access.boundary.ApiKeys;
import dev.jackstaff.domain.access.boundary.CreatedApiKey;
import dev.jackstaff.domain.change.boundary.EnvironmentChanges;
import dev.jackstaff.domain.change.boundary.FlagChanges;
import dev.jackstaff.domain.change.boundary.FlagStateChanges;
import dev.jackstaff.domain.change.boundary.ProjectChanges;
import dev.jackstaff.domain.change.boundary.SegmentChanges;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.boundary.FlagAddress;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.testing.CommandFixtures;
import dev.jackstaff.domain.testing.DomainContainer;
import dev.jackstaff.engine.snapshot.ConditionDefinition;
import java.time.Instant;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Deletions that would lose a decision or a secret need force. */
class ProtectedDeletesIT {
    private static final FlagKey CHECKOUT = new FlagKey("checkout");
    private static final EnvironmentKey STAGING = new EnvironmentKey("staging");

    private final DomainContainer hub = DomainContainer.shared();
    private final ProjectKey project = hub.createProject();
    private final FlagAddress address = new FlagAddress(project, CHECKOUT, STAGING);

    @Test
    void anEnvironmentInWhichNothingWasDecidedGoesWithoutForce() {
        createFlag();

        assertThatCode(() -> deleteEnvironment(false)).doesNotThrowAnyException();
    }

    @Test
    void anEnvironmentWithAFlagThatIsOnNeedsForce() {
        createFlag();
        admin(() -> hub.get(FlagStateChanges.class).switchTo(address, true));

        assertNeedsForce("environment \"staging\" has 1 flag that is on, which would be lost; delete it with force");
    }

    @Test
    void anEnvironmentWithRulesNeedsForce() {
        createFlag();
        admin(() ->
                hub.get(FlagStateChanges.class).update(address, CommandFixtures.serving("off"), ExpectedVersion.any()));
        admin(() -> hub.get(FlagStateChanges.class).switchTo(address, false));

        assertNeedsForce("environment \"staging\" has 1 flag with settings of its own, which would be lost");
    }

    @Test
    void anEnvironmentWithKeysNeedsForce() {
        createKey();
        createKey();

        assertNeedsForce("environment \"staging\" has 2 keys, which would be lost");
    }

    @Test
    void keysThatOpenNothingAnyMoreAreNoLoss() {
        var revoked = createKey();
        admin(() -> {
            hub.get(ApiKeys.class).revoke(revoked.key().id());
            return project;
        });

        assertThatCode(() -> deleteEnvironment(false)).doesNotThrowAnyException();
    }

    @Test
    void everythingThatWouldBeLostIsNamed() {
        createFlag();
        admin(() -> hub.get(FlagStateChanges.class).switchTo(address, true));
        createKey();

        assertNeedsForce("environment \"staging\" has 1 flag that is on and 1 key, which would be lost");
    }

    @Test
    void theLastEnvironmentStaysEvenByForce() {
        admin(() -> {
            EnvironmentChanges environmentChanges = hub.get(EnvironmentChanges.class);
            environmentChanges.delete(project, new EnvironmentKey("production"), true, ExpectedVersion.any());
            environmentChanges.delete(project, new EnvironmentKey("development"), true, ExpectedVersion.any());
            return project;
        });

        assertThatThrownBy(() -> deleteEnvironment(true)).isInstanceOf(DomainException.Conflict.class);
    }

    @Test
    void aProjectWithFlagsSegmentsOrKeysNeedsForce() {
        createFlag();
        createKey();
        admin(() -> hub.get(SegmentChanges.class)
                .create(project, CommandFixtures.aSegment("beta", ConditionDefinition.ALWAYS)));

        assertThatThrownBy(() -> deleteProject(false))
                .isInstanceOf(DomainException.Conflict.class)
                .hasMessageStartingWith("project \"" + project + "\" has ")
                .hasMessageContaining("1 flag")
                .hasMessageContaining("1 segment")
                .hasMessageContaining("1 key");
        deleteProject(true);

        assertThatThrownBy(() -> admin(() -> hub.get(Projects.class).get(project)))
                .isInstanceOf(DomainException.NotFound.class);
    }

    @Test
    void aFlagIsArchivedFirst() {
        createFlag();
        admin(() -> hub.get(FlagStateChanges.class).switchTo(address, true));

        assertThatThrownBy(() -> deleteFlag(false))
                .isInstanceOf(DomainException.Conflict.class)
                .hasMessage(
                        "flag \"checkout\" is not archived and is on in staging; archive it first, or delete it with force");
        admin(() -> hub.get(FlagChanges.class).archive(project, CHECKOUT, ExpectedVersion.any()));

        assertThatCode(() -> deleteFlag(false)).doesNotThrowAnyException();
    }

    @Test
    void aFlagGoesByForceAtOnce() {
        createFlag();

        assertThatCode(() -> deleteFlag(true)).doesNotThrowAnyException();
    }

    @Test
    void theTrailHasTheOrderOfTheChangesOfOneTransaction() {
        deleteProject(true);

        assertThat(hub.query("select action || ' ' || resource || ' ' || key from audit_entry where project = '"
                        + project + "' order by id"))
                .containsExactly(
                        "created project " + project,
                        "created environment production",
                        "created environment staging",
                        "created environment development",
                        "deleted environment production",
                        "deleted environment staging",
                        "deleted environment development",
                        "deleted project " + project);
    }

    private void assertNeedsForce(String message) {
        assertThatThrownBy(() -> deleteEnvironment(false))
                .isInstanceOf(DomainException.Conflict.class)
                .hasMessageStartingWith(message);
        deleteEnvironment(true);
        assertThatThrownBy(() -> admin(() -> hub.get(Environments.class).get(project, STAGING)))
                .isInstanceOf(DomainException.NotFound.class);
    }

    private void createFlag() {
        admin(() -> hub.get(FlagChanges.class).create(project, CommandFixtures.aFlag("checkout")));
    }

    private CreatedApiKey createKey() {
        return admin(() -> hub.get(ApiKeys.class)
                .create(new NewApiKey(
                        "shop",
                        ApiKeyKind.SERVER,
                        project,
                        STAGING,
                        Instant.now().plusSeconds(3_600))));
    }

    private void deleteEnvironment(boolean force) {
        admin(() -> {
            hub.get(EnvironmentChanges.class).delete(project, STAGING, force, ExpectedVersion.any());
            return project;
        });
    }

    private void deleteProject(boolean force) {
        admin(() -> {
            hub.get(ProjectChanges.class).delete(project, force, ExpectedVersion.any());
            return project;
        });
    }

    private void deleteFlag(boolean force) {
        admin(() -> {
            hub.get(FlagChanges.class).delete(project, CHECKOUT, force, ExpectedVersion.any());
            return project;
        });
    }

    private <T> T admin(Supplier<T> work) {
        return hub.callAsAdmin(work);
    }
}
