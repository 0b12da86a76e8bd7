package dev.jackstaff.domain.project.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.ExpectedVersion;
import dev.jackstaff.domain.actor.Actor;
import dev.jackstaff.domain.change.boundary.EnvironmentChanges;
import dev.jackstaff.domain.change.boundary.FlagChanges;
import dev.jackstaff.domain.change.boundary.ProjectChanges;
import dev.jackstaff.domain.permission.BuiltInRole;
import dev.jackstaff.domain.permission.Rights;
import dev.jackstaff.domain.project.EnvironmentColour;
import dev.jackstaff.domain.project.EnvironmentDetails;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectDetails;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.testing.CommandFixtures;
import dev.jackstaff.domain.testing.DomainContainer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProjectsIT {
    private final DomainContainer hub = DomainContainer.shared();
    private final Projects projects = hub.get(Projects.class);
    private final ProjectChanges projectChanges = hub.get(ProjectChanges.class);
    private final Environments environments = hub.get(Environments.class);
    private final EnvironmentChanges environmentChanges = hub.get(EnvironmentChanges.class);
    private final ProjectKey key = new ProjectKey(DomainContainer.uniqueKey());

    @BeforeEach
    void aProject() {
        hub.callAsAdmin(() -> projectChanges.create(new NewProject(key, "", "what we sell")));
    }

    @Test
    void aNewProjectHasThreeEnvironmentsInTheirOrder() {
        List<EnvironmentView> found = hub.callAsAdmin(() -> environments.list(key));

        assertThat(found)
                .extracting(environment -> environment.key().value())
                .containsExactly("production", "staging", "development");
        assertThat(found).extracting(EnvironmentView::production).containsExactly(true, false, false);
        assertThat(found).extracting(EnvironmentView::revision).containsOnly(1L);
    }

    @Test
    void aNewEnvironmentIsTheLastUnlessItSaysAnotherPlace() {
        createEnvironment("quality", null);
        createEnvironment("first", -1);
        createEnvironment("audit", null);

        assertThat(hub.callAsAdmin(() -> environments.list(key)))
                .extracting(environment -> environment.key().value())
                .containsExactly("first", "production", "staging", "development", "quality", "audit");
    }

    @Test
    void aNameThatIsMissingIsTheKey() {
        assertThat(hub.callAsAdmin(() -> projects.get(key)).name()).isEqualTo(key.value());
    }

    @Test
    void aKeyThatIsTakenIsAConflict() {
        assertThatThrownBy(() -> hub.callAsAdmin(() -> projectChanges.create(new NewProject(key, "", ""))))
                .isInstanceOf(DomainException.Conflict.class);
    }

    @Test
    void aVersionThatIsNotThereAnyMoreIsStale() {
        ProjectView read = hub.callAsAdmin(() -> projects.get(key));
        ExpectedVersion expected = ExpectedVersion.of(read.version());
        hub.callAsAdmin(() -> projectChanges.update(key, new ProjectDetails("first", ""), expected));

        assertThatThrownBy(() ->
                        hub.callAsAdmin(() -> projectChanges.update(key, new ProjectDetails("second", ""), expected)))
                .isInstanceOf(DomainException.Stale.class);
        assertThat(hub.callAsAdmin(() -> projects.get(key)).name()).isEqualTo("first");
    }

    @Test
    void aProjectWithFlagsIsDeletedByForceOnly() {
        hub.callAsAdmin(() -> hub.get(FlagChanges.class).create(key, CommandFixtures.aFlag("checkout")));

        assertThatThrownBy(() -> delete(false))
                .isInstanceOf(DomainException.Conflict.class)
                .hasMessageContaining("1 flag");
        delete(true);

        assertThatThrownBy(() -> hub.callAsAdmin(() -> projects.get(key))).isInstanceOf(DomainException.NotFound.class);
    }

    @Test
    void theLastEnvironmentCannotGo() {
        deleteEnvironment("staging");
        deleteEnvironment("development");

        assertThatThrownBy(() -> deleteEnvironment("production")).isInstanceOf(DomainException.Conflict.class);
    }

    @Test
    void anEditorCannotCreateProjectsAndNobodyCanRead() {
        Actor editor = new Actor("e", Rights.of(BuiltInRole.EDITOR), Actor.Kind.USER);

        assertThatThrownBy(() -> hub.callAs(editor, () -> projectChanges.create(new NewProject(key, "", ""))))
                .isInstanceOf(DomainException.Forbidden.class);
        assertThatThrownBy(() -> hub.callInRequest(projects::list)).isInstanceOf(DomainException.Unauthenticated.class);
    }

    @Test
    void theTrailTellsWhoDidWhat() {
        assertThat(hub.query("select action || ' ' || resource || ' by ' || actor from audit_entry where project = '"
                        + key + "' and resource = 'project'"))
                .containsExactly("created project by " + DomainContainer.ADMIN_EMAIL);
    }

    @Test
    void eachNewEnvironmentHasTheColourThatIsUsedLeast() {
        createEnvironment("quality", null);
        hub.callAsAdmin(() -> environmentChanges.create(
                key, new NewEnvironment(new EnvironmentKey("canary"), "", false, null, EnvironmentColour.SLATE)));

        assertThat(colours())
                .containsExactly(
                        "production violet", "staging violet", "development teal", "quality blue", "canary slate");
    }

    @Test
    void theColourOfAnEnvironmentIsChanged() {
        EnvironmentKey staging = new EnvironmentKey("staging");

        hub.callAsAdmin(() -> environmentChanges.update(
                key,
                staging,
                before -> new EnvironmentDetails(
                        before.name(), before.production(), before.sortOrder(), EnvironmentColour.PINK),
                ExpectedVersion.any()));

        assertThat(colours()).contains("staging pink");
    }

    private List<String> colours() {
        return hub.callAsAdmin(() -> hub.get(Environments.class).list(key)).stream()
                .map(environment ->
                        environment.key() + " " + environment.colour().label())
                .toList();
    }

    private void delete(boolean force) {
        hub.callAsAdmin(() -> {
            projectChanges.delete(key, force, ExpectedVersion.any());
            return key;
        });
    }

    private void createEnvironment(String environment, @Nullable Integer sortOrder) {
        hub.callAsAdmin(() -> environmentChanges.create(
                key, new NewEnvironment(new EnvironmentKey(environment), "", false, sortOrder)));
    }

    private void deleteEnvironment(String environment) {
        hub.callAsAdmin(() -> {
            environmentChanges.delete(key, new EnvironmentKey(environment), false, ExpectedVersion.any());
            return key;
        });
    }
}
