package dev.jackstaff.domain.access.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.ExpectedVersion;
import dev.jackstaff.domain.PageLimit;
import dev.jackstaff.domain.access.ApiKeyKind;
import dev.jackstaff.domain.access.NewApiKey;
import dev.jackstaff.domain.access.Role;
import dev.jackstaff.domain.access.entity.ApiKeySecret;
import dev.jackstaff.domain.actor.Actor;
import dev.jackstaff.domain.actor.Channel;
import dev.jackstaff.domain.actor.RequestOrigin;
import dev.jackstaff.domain.audit.boundary.AuditQuery;
import dev.jackstaff.domain.audit.boundary.AuditTrail;
import dev.jackstaff.domain.permission.BuiltInRole;
import dev.jackstaff.domain.permission.Rights;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.snapshot.boundary.Snapshots;
import dev.jackstaff.domain.testing.Administrators;
import dev.jackstaff.domain.testing.DomainContainer;
import dev.jackstaff.engine.snapshot.Credential;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class AccessIT {
    private static final String SOURCE = "192.0.2.1";
    private static final RequestOrigin ORIGIN = new RequestOrigin(Channel.API, SOURCE, "");
    private static final EnvironmentKey PRODUCTION = new EnvironmentKey("production");

    private final DomainContainer hub = DomainContainer.shared();
    private final Users users = hub.get(Users.class);
    private final ApiKeys keys = hub.get(ApiKeys.class);

    @Test
    void theFirstAdministratorSignsInWithTheConfiguredPassword() {
        UserView user =
                hub.callInRequest(() -> users.login(" Admin@Example.ORG", DomainContainer.ADMIN_PASSWORD, ORIGIN));

        assertThat(user.email()).isEqualTo(DomainContainer.ADMIN_EMAIL);
    }

    @Test
    void aWrongPasswordAndAnUnknownAddressAreRefusedAlike() {
        assertThatThrownBy(() -> users.login(DomainContainer.ADMIN_EMAIL, "wrong", ORIGIN))
                .isInstanceOf(DomainException.Unauthenticated.class)
                .hasMessage("unknown e-mail address or wrong password");
        assertThatThrownBy(() -> users.login("nobody@example.org", "wrong", ORIGIN))
                .isInstanceOf(DomainException.Unauthenticated.class)
                .hasMessage("unknown e-mail address or wrong password");
    }

    @Test
    void aUserMadeInactiveCannotSignIn() {
        UserView user =
                hub.callAsAdmin(() -> users.create(new NewUser("leaver@example.org", "", "long enough", Role.EDITOR)));
        hub.callAsAdmin(() ->
                users.update(user.id(), new UserDetails("", Role.EDITOR, false), ExpectedVersion.of(user.version())));

        assertThatThrownBy(() -> users.login("leaver@example.org", "long enough", ORIGIN))
                .isInstanceOf(DomainException.Unauthenticated.class);
    }

    @Test
    void onlyAdministratorsReadTheTrailOfUsers() {
        hub.callAsAdmin(() -> users.create(new NewUser("traced@example.org", "", "long enough", Role.VIEWER)));
        ProjectKey project = hub.createProject();
        AuditTrail trail = hub.get(AuditTrail.class);
        Supplier<List<String>> resources = () -> trail.entries(AuditQuery.latest(PageLimit.MAX)).stream()
                .map(entry -> entry.resource() + ' ' + entry.key())
                .toList();

        assertThat(hub.callAsAdmin(resources)).contains("user traced@example.org", "project " + project);
        for (BuiltInRole role : List.of(BuiltInRole.VIEWER, BuiltInRole.EDITOR)) {
            Actor reader = new Actor("reader@example.org", Rights.of(role), Actor.Kind.USER);
            assertThat(hub.callAs(reader, resources))
                    .contains("project " + project)
                    .noneMatch(entry -> entry.startsWith("user "));
        }
    }

    @Test
    void theLastAdministratorStays() {
        Administrators.leaveOne(hub);
        UserView admin = hub.callInRequest(
                () -> users.login(DomainContainer.ADMIN_EMAIL, DomainContainer.ADMIN_PASSWORD, ORIGIN));

        assertThatThrownBy(() -> hub.callAsAdmin(
                        () -> users.update(admin.id(), new UserDetails("", Role.VIEWER, true), ExpectedVersion.any())))
                .isInstanceOf(DomainException.Conflict.class);
    }

    @Test
    void aServerKeyIsInTheSnapshotByItsHashUntilItIsRevoked() {
        ProjectKey project = hub.createProject();
        CreatedApiKey created =
                hub.callAsAdmin(() -> keys.create(new NewApiKey("shop", ApiKeyKind.SERVER, project, PRODUCTION, null)));

        assertThat(created.secret())
                .matches("jks_server_[A-Za-z0-9_-]{43}")
                .startsWith(created.key().prefix());
        assertThat(hub.callAsAdmin(() -> hub.get(Snapshots.class).current(project, PRODUCTION))
                        .credentials())
                .singleElement()
                .satisfies(credential -> {
                    assertThat(credential.kind()).isEqualTo(Credential.Kind.SERVER);
                    assertThat(credential.hash()).matches("[0-9a-f]{64}");
                });
        hub.callAsAdmin(() -> {
            keys.revoke(created.key().id());
            return true;
        });

        assertThat(hub.callAsAdmin(() -> hub.get(Snapshots.class).current(project, PRODUCTION)))
                .satisfies(snapshot -> assertThat(snapshot.credentials()).isEmpty())
                .satisfies(snapshot -> assertThat(snapshot.revision()).isEqualTo(3));
    }

    @Test
    void aKeyOfAnotherSystemIsTakenOverAsItIsAndNeverTwice() {
        ProjectKey project = hub.createProject();
        String issued = "*:production." + project.value() + "0123456789abcdef";
        NewApiKey takenOver = new NewApiKey("moved", ApiKeyKind.CLIENT, project, PRODUCTION, null, issued);

        CreatedApiKey created = hub.callAsAdmin(() -> keys.create(takenOver));

        assertThat(created.secret()).isEqualTo(issued);
        assertThat(created.key().prefix()).isEqualTo("*:prod");
        assertThat(hub.callAsAdmin(() -> hub.get(Snapshots.class).current(project, PRODUCTION))
                        .credentials())
                .singleElement()
                .satisfies(credential -> assertThat(credential.hash()).isEqualTo(ApiKeySecret.hash(issued)));
        hub.callAsAdmin(() -> {
            keys.revoke(created.key().id());
            return true;
        });
        assertThatThrownBy(() -> hub.callAsAdmin(() -> keys.create(takenOver)))
                .isInstanceOf(DomainException.Conflict.class);
    }

    @Test
    void anAdminKeyActsAsAnAdministratorUntilItIsRevoked() {
        CreatedApiKey created = hub.callAsAdmin(() -> keys.create(new NewApiKey(
                "terraform", ApiKeyKind.ADMIN, null, null, Instant.now().plusSeconds(60))));

        assertThat(keys.authenticate(created.secret())).isEqualTo(new Actor("terraform", Rights.ALL, Actor.Kind.KEY));
        hub.callAsAdmin(() -> {
            keys.revoke(created.key().id());
            return true;
        });

        assertThatThrownBy(() -> keys.authenticate(created.secret()))
                .isInstanceOf(DomainException.Unauthenticated.class);
    }

    @Test
    void noSecretIsEverStored() {
        CreatedApiKey created =
                hub.callAsAdmin(() -> keys.create(new NewApiKey("once", ApiKeyKind.ADMIN, null, null, null)));

        assertThat(hub.query("select row_to_json(k)::text from api_key k where name = 'once'"))
                .singleElement()
                .asString()
                .doesNotContain(created.secret());
        assertThat(hub.query("select after::text from audit_entry where key = 'once'"))
                .singleElement()
                .asString()
                .doesNotContain(created.secret());
    }

    @Test
    void theSigningKeyIsMadeOnce() {
        assertThat(hub.get(SigningKeys.class).current().publicKey().getModulus().bitLength())
                .isEqualTo(2048);
        assertThat(hub.query("select count(*) from signing_key")).containsExactly("1");
    }
}
