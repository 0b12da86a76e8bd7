package dev.jackstaff.domain.access.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.ExpectedVersion;
import dev.jackstaff.domain.access.GrantSubject;
import dev.jackstaff.domain.access.Role;
import dev.jackstaff.domain.access.RoleDetails;
import dev.jackstaff.domain.change.boundary.FlagChanges;
import dev.jackstaff.domain.change.boundary.FlagStateChanges;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.boundary.FlagAddress;
import dev.jackstaff.domain.flag.boundary.FlagStateView;
import dev.jackstaff.domain.flag.boundary.NewFlag;
import dev.jackstaff.domain.permission.Permission;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.boundary.ProjectView;
import dev.jackstaff.domain.project.boundary.Projects;
import dev.jackstaff.domain.testing.Administrators;
import dev.jackstaff.domain.testing.CommandFixtures;
import dev.jackstaff.domain.testing.DomainContainer;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GrantsIT {
    private static final EnvironmentKey STAGING = new EnvironmentKey("staging");
    private static final EnvironmentKey PRODUCTION = new EnvironmentKey("production");
    private static final FlagKey FLAG = new FlagKey("checkout");

    private final DomainContainer hub = DomainContainer.shared();
    private final Grants grants = hub.get(Grants.class);
    private final Groups groups = hub.get(Groups.class);
    private final Roles roles = hub.get(Roles.class);
    private final Users users = hub.get(Users.class);
    private final ProjectKey project = hub.createProject();
    private final UserView ada = hub.createUser(Role.NONE);

    @Test
    void whoHasNoRoleSeesNothing() {
        assertThat(hub.callAs(ada, () -> hub.get(Projects.class).list())).isEmpty();
        refused(ada, () -> hub.get(Projects.class).get(project));
    }

    @Test
    void anOperatorOfOneEnvironmentSwitchesFlagsThereAndSeesTheProject() {
        createFlag();
        give(ada, "operator", project, STAGING);

        assertThat(hub.callAs(ada, () -> hub.get(Projects.class).list()))
                .extracting(ProjectView::key)
                .containsExactly(project);
        assertThat(hub.callAs(ada, () -> switchOn(STAGING)).enabled()).isTrue();
        refused(ada, () -> switchOn(PRODUCTION));
        refused(ada, () -> createFlag("another"));
    }

    @Test
    void aRoleThatIsTakenAwayIsGoneAtTheNextRequest() {
        createFlag();
        GrantView grant = give(ada, "editor", project, null);
        hub.callAs(ada, () -> switchOn(PRODUCTION));

        asAdmin(() -> grants.delete(grant.id()));

        refused(ada, () -> switchOn(PRODUCTION));
    }

    @Test
    void whoIsInAGroupHasItsRoles() {
        createFlag();
        GroupView group = hub.callAsAdmin(() -> groups.create("group " + UUID.randomUUID()));
        give(new GrantSubject(GrantSubject.Kind.GROUP, group.id()), "editor", project, null);
        refused(ada, () -> switchOn(STAGING));

        asAdmin(() -> groups.join(group.id(), ada.id()));
        hub.callAs(ada, () -> switchOn(STAGING));
        assertThat(hub.callAsAdmin(() -> groups.members(group.id())))
                .extracting(UserView::id)
                .containsExactly(ada.id());

        asAdmin(() -> groups.leave(group.id(), ada.id()));
        refused(ada, () -> switchOn(STAGING));
    }

    @Test
    void aRoleOfTheInstallationAllowsWhatItSaysAtOnce() {
        createFlag();
        String key = "role-" + UUID.randomUUID();
        hub.callAsAdmin(() -> roles.create(
                key, new RoleDetails("Ours", "", Set.of(Permission.PROJECT_READ, Permission.FLAG_SWITCH))));
        give(ada, key, project, null);
        hub.callAs(ada, () -> switchOn(STAGING));

        hub.callAsAdmin(() -> roles.update(
                key, before -> new RoleDetails("Ours", "", Set.of(Permission.PROJECT_READ)), ExpectedVersion.any()));

        refused(ada, () -> switchOn(STAGING));
        assertThatExceptionOfType(DomainException.Conflict.class)
                .isThrownBy(() -> asAdmin(() -> roles.delete(key, ExpectedVersion.any())))
                .withMessageContaining("granted 1 time");
    }

    @Test
    void anOwnerGivesRolesInTheirProjectAndNotMore() {
        UserView bob = hub.createUser(Role.NONE);
        ProjectKey other = hub.createProject();
        give(ada, "owner", project, null);

        hub.callAs(ada, () -> grants.create(grant(bob, "editor", project, null)));
        assertThat(hub.callAs(ada, () -> grants.list(new GrantFilter(null, project))))
                .extracting(GrantView::subjectName)
                .containsExactly(ada.email(), bob.email());
        refused(ada, () -> grants.create(grant(bob, "viewer", other, null)));
        refused(ada, () -> grants.create(grant(bob, "viewer", null, null)));
        refused(ada, () -> grants.create(grant(ada, "administrator", null, null)));
        refused(ada, () -> grants.list(new GrantFilter(null, null)));
    }

    @Test
    void nobodyGivesWhatTheyDoNotHave() {
        String key = "granter-" + UUID.randomUUID();
        hub.callAsAdmin(() -> roles.create(
                key,
                new RoleDetails(
                        "Granter",
                        "",
                        Set.of(
                                Permission.PROJECT_READ,
                                Permission.GRANT_UPDATE,
                                Permission.GROUP_UPDATE,
                                Permission.ROLE_CREATE,
                                Permission.USER_UPDATE))));
        GroupView editors = hub.callAsAdmin(() -> groups.create("editors " + UUID.randomUUID()));
        give(new GrantSubject(GrantSubject.Kind.GROUP, editors.id()), "editor", null, null);
        give(ada, key, null, null);
        UserView editor = hub.createUser(Role.EDITOR);

        refused(ada, () -> grants.create(grant(ada, "operator", project, null)));
        refused(ada, () -> call(() -> groups.join(editors.id(), ada.id())));
        refused(ada, () -> roles.create("mine", new RoleDetails("Mine", "", Set.of(Permission.FLAG_SWITCH))));
        refused(ada, () -> users.update(editor.id(), new UserDetails("", Role.EDITOR, false), ExpectedVersion.any()));
        refused(ada, () -> users.update(ada.id(), new UserDetails("", Role.ADMIN, true), ExpectedVersion.any()));
    }

    @Test
    void whoMayChangeUsersMayNotCreateThem() {
        String key = "changer-" + UUID.randomUUID();
        hub.callAsAdmin(() -> roles.create(key, new RoleDetails("Changer", "", Set.of(Permission.USER_UPDATE))));
        give(ada, key, null, null);
        UserView bob = hub.createUser(Role.NONE);

        assertThat(hub.callAs(
                                ada,
                                () -> users.update(
                                        bob.id(), new UserDetails("Bob", Role.NONE, true), ExpectedVersion.any()))
                        .name())
                .isEqualTo("Bob");
        refused(ada, () -> users.create(new NewUser("new@example.org", "", "long enough", Role.NONE)));
        refused(ada, () -> call(() -> users.delete(bob.id(), ExpectedVersion.any())));
    }

    @Test
    void theLastAdministratorStaysWhateverIsTried() {
        Administrators.leaveOne(hub);
        UserView last = hub.callAsAdmin(users::list).stream()
                .filter(user -> user.email().equals(DomainContainer.ADMIN_EMAIL))
                .findFirst()
                .orElseThrow();
        GrantView own = hub.callAsAdmin(() -> grants.list(new GrantFilter(GrantSubject.user(last.id()), null)))
                .get(0);
        conflicts(() -> users.update(last.id(), new UserDetails("", Role.VIEWER, true), ExpectedVersion.any()));
        conflicts(() -> users.update(last.id(), new UserDetails("", Role.ADMIN, false), ExpectedVersion.any()));
        conflicts(() -> call(() -> users.delete(last.id(), ExpectedVersion.any())));
        conflicts(() -> call(() -> grants.delete(own.id())));

        GroupView group = hub.callAsAdmin(() -> groups.create("administrators " + UUID.randomUUID()));
        GrantView ofGroup = give(new GrantSubject(GrantSubject.Kind.GROUP, group.id()), "administrator", null, null);
        asAdmin(() -> groups.join(group.id(), last.id()));
        asAdmin(() -> grants.delete(own.id()));
        conflicts(() -> call(() -> groups.leave(group.id(), last.id())));
        conflicts(() -> call(() -> groups.delete(group.id(), ExpectedVersion.any())));
        conflicts(() -> call(() -> grants.delete(ofGroup.id())));

        give(last, "administrator", null, null);
        asAdmin(() -> groups.delete(group.id(), ExpectedVersion.any()));
    }

    @Test
    void aDeletedUserStaysInTheTrailByName() {
        hub.callAs(ada, () -> hub.get(Account.class).get());
        asAdmin(() -> users.delete(ada.id(), ExpectedVersion.any()));

        assertThat(hub.query("select 1 from hub_user where email = '" + ada.email() + "'"))
                .isEmpty();
        assertThat(hub.query("select action from audit_entry where key = '" + ada.email() + "' order by id"))
                .containsExactly("created", "deleted");
    }

    @Test
    void mistakesAreNamed() {
        assertThatExceptionOfType(DomainException.Invalid.class)
                .isThrownBy(() -> give(ada, "no-such-role", null, null))
                .withMessageContaining("role");
        assertThatExceptionOfType(DomainException.Invalid.class)
                .isThrownBy(() -> give(ada, "viewer", null, STAGING))
                .withMessageContaining("project");
        give(ada, "viewer", project, null);
        assertThatExceptionOfType(DomainException.Conflict.class).isThrownBy(() -> give(ada, "viewer", project, null));
        assertThatExceptionOfType(DomainException.Conflict.class)
                .isThrownBy(() -> asAdmin(() -> roles.delete("viewer", ExpectedVersion.any())));
    }

    private NewGrant grant(UserView to, String role, @Nullable ProjectKey in, @Nullable EnvironmentKey environment) {
        return new NewGrant(GrantSubject.Kind.USER, to.email(), role, in, environment);
    }

    private GrantView give(UserView to, String role, @Nullable ProjectKey in, @Nullable EnvironmentKey environment) {
        return hub.callAsAdmin(() -> grants.create(grant(to, role, in, environment)));
    }

    private GrantView give(
            GrantSubject to, String role, @Nullable ProjectKey in, @Nullable EnvironmentKey environment) {
        return hub.callAsAdmin(
                () -> grants.create(new NewGrant(to.kind(), to.id().toString(), role, in, environment)));
    }

    private void createFlag() {
        hub.callAsAdmin(() -> createFlag(FLAG.value()));
    }

    private Object createFlag(String key) {
        return hub.get(FlagChanges.class)
                .create(project, new NewFlag(new FlagKey(key), CommandFixtures.booleanDetails()));
    }

    private FlagStateView switchOn(EnvironmentKey environment) {
        return hub.get(FlagStateChanges.class).switchTo(new FlagAddress(project, FLAG, environment), true);
    }

    private void refused(UserView user, Supplier<?> work) {
        assertThatExceptionOfType(DomainException.Forbidden.class).isThrownBy(() -> hub.callAs(user, work));
    }

    private void conflicts(Supplier<?> work) {
        assertThatExceptionOfType(DomainException.Conflict.class).isThrownBy(() -> hub.callAsAdmin(work));
    }

    private void asAdmin(Runnable work) {
        hub.callAsAdmin(() -> call(work));
    }

    private static boolean call(Runnable work) {
        work.run();
        return true;
    }
}
