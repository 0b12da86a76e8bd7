package dev.jackstaff.domain.access.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.ExpectedVersion;
import dev.jackstaff.domain.access.ApiKeyKind;
import dev.jackstaff.domain.access.GrantSubject;
import dev.jackstaff.domain.access.NewApiKey;
import dev.jackstaff.domain.access.Role;
import dev.jackstaff.domain.actor.Actor;
import dev.jackstaff.domain.actor.CurrentActor;
import dev.jackstaff.domain.permission.Permission;
import dev.jackstaff.domain.permission.PermissionScope;
import dev.jackstaff.domain.permission.Rights;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.testing.DomainContainer;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TokensIT {
    private final Instant inADay = Instant.now().plus(Duration.ofDays(1));

    private final DomainContainer hub = DomainContainer.shared();
    private final Tokens tokens = hub.get(Tokens.class);
    private final Users users = hub.get(Users.class);
    private final ApiKeys keys = hub.get(ApiKeys.class);
    private final ServiceAccounts accounts = hub.get(ServiceAccounts.class);
    private final ProjectKey project = hub.createProject();
    private final UserView ada = hub.createUser(Role.EDITOR);

    @Test
    void aPersonalTokenAllowsWhatItsOwnerMayDoNow() {
        String secret = own(null, null).secret();

        assertThat(actorOf(secret).name()).isEqualTo(ada.email());
        assertThat(may(secret, Permission.FLAG_SWITCH, project.scope())).isTrue();
        assertThat(may(secret, Permission.USER_READ, PermissionScope.INSTALLATION))
                .isFalse();

        hub.callAsAdmin(() -> users.update(ada.id(), new UserDetails("", Role.VIEWER, true), ExpectedVersion.any()));
        assertThat(may(secret, Permission.FLAG_SWITCH, project.scope())).isFalse();
        assertThat(may(secret, Permission.PROJECT_READ, project.scope())).isTrue();

        hub.callAsAdmin(() -> users.update(ada.id(), new UserDetails("", Role.VIEWER, false), ExpectedVersion.any()));
        unknown(secret);
    }

    @Test
    void aTokenIsLimitedToItsRoleAndProject() {
        ProjectKey other = hub.createProject();
        String viewing = own("viewer", null).secret();
        String here = own(null, project).secret();
        String more = own("administrator", project).secret();

        assertThat(may(viewing, Permission.FLAG_SWITCH, project.scope())).isFalse();
        assertThat(may(viewing, Permission.PROJECT_READ, other.scope())).isTrue();
        assertThat(may(here, Permission.FLAG_SWITCH, project.scope())).isTrue();
        assertThat(may(here, Permission.PROJECT_READ, other.scope())).isFalse();
        assertThat(may(more, Permission.PROJECT_DELETE, project.scope())).isFalse();
        assertThat(may(more, Permission.FLAG_SWITCH, project.scope())).isTrue();
    }

    @Test
    void aTokenMakesNoTokens() {
        String secret = own(null, null).secret();

        assertThatExceptionOfType(DomainException.Forbidden.class)
                .isThrownBy(() -> by(secret, () -> tokens.createOwn(token(null, null))))
                .withMessageContaining("a token cannot do this");
        assertThatExceptionOfType(DomainException.Forbidden.class)
                .isThrownBy(
                        () -> by(secret, () -> call(() -> hub.get(Account.class).endSessions())));
    }

    @Test
    void aRotatedTokenOverlapsItsSuccessor() {
        CreatedToken first = own("viewer", project);
        CreatedToken second =
                hub.callAs(ada, () -> tokens.rotateOwn(first.token().id(), Duration.ofMinutes(5)));
        assertThat(second.token().role()).isEqualTo("viewer");
        assertThat(actorOf(first.secret())).isEqualTo(actorOf(second.secret()));

        CreatedToken third =
                hub.callAs(ada, () -> tokens.rotateOwn(second.token().id(), Duration.ZERO));
        unknown(second.secret());
        assertThat(actorOf(third.secret()).name()).isEqualTo(ada.email());
    }

    @Test
    void aRevokedTokenIsRefused() {
        CreatedToken token = own(null, null);

        hub.callAs(ada, () -> call(() -> tokens.revokeOwn(token.token().id())));

        unknown(token.secret());
        assertThat(hub.callAs(ada, tokens::own)).isEmpty();
    }

    @Test
    void aServiceAccountActsByItsTokenUntilItIsDeactivated() {
        ServiceAccountView account = hub.callAsAdmin(() -> accounts.create("deployer " + UUID.randomUUID(), ""));
        hub.callAsAdmin(() -> hub.get(Grants.class)
                .create(new NewGrant(
                        GrantSubject.Kind.SERVICE_ACCOUNT, account.id().toString(), "operator", project, null)));
        String secret = hub.callAsAdmin(() -> tokens.create(account.id(), token(null, null)))
                .secret();

        assertThat(actorOf(secret).kind()).isEqualTo(Actor.Kind.SERVICE);
        assertThat(may(secret, Permission.FLAG_SWITCH, project.scope())).isTrue();

        hub.callAsAdmin(() -> accounts.update(
                account.id(), before -> new ServiceAccounts.Details(before.name(), "", false), ExpectedVersion.any()));
        unknown(secret);
    }

    @Test
    void aKeyOfTheManagementApiMayBeLimitedToAProject() {
        CreatedApiKey key =
                hub.callAsAdmin(() -> keys.create(new NewApiKey("limited", ApiKeyKind.ADMIN, project, null, null)));

        Rights rights = hub.callInRequest(() -> keys.authenticate(key.secret())).rights();

        assertThat(rights.allow(Permission.FLAG_UPDATE, project.scope())).isTrue();
        assertThat(rights.allow(Permission.PROJECT_READ, hub.createProject().scope()))
                .isFalse();
        assertThat(rights.allow(Permission.USER_READ, PermissionScope.INSTALLATION))
                .isFalse();
    }

    @Test
    void aRotatedKeyOverlapsItsSuccessor() {
        CreatedApiKey first =
                hub.callAsAdmin(() -> keys.create(new NewApiKey("rotated", ApiKeyKind.ADMIN, project, null, null)));
        CreatedApiKey second = hub.callAsAdmin(() -> keys.rotate(first.key().id(), Duration.ofMinutes(5)));
        assertThat(hub.callInRequest(() -> keys.authenticate(first.secret())))
                .isEqualTo(hub.callInRequest(() -> keys.authenticate(second.secret())));

        hub.callAsAdmin(() -> keys.rotate(second.key().id(), Duration.ZERO));

        assertThatExceptionOfType(DomainException.Unauthenticated.class)
                .isThrownBy(() -> hub.callInRequest(() -> keys.authenticate(second.secret())));
    }

    @Test
    void noSecretOfATokenIsStored() {
        CreatedToken token = own(null, null);

        assertThat(token.secret()).startsWith("jks_personal_");
        assertThat(hub.query("select cast(t as text) from access_token t"))
                .noneMatch(row -> row.contains(token.secret()));
        assertThat(hub.query("select cast(a as text) from audit_entry a"))
                .noneMatch(row -> row.contains(token.secret()));
        assertThat(token).asString().doesNotContain(token.secret());
    }

    private CreatedToken own(@Nullable String role, @Nullable ProjectKey limit) {
        return hub.callAs(ada, () -> tokens.createOwn(token(role, limit)));
    }

    private NewToken token(@Nullable String role, @Nullable ProjectKey limit) {
        return new NewToken("deploy", role, limit, null, inADay);
    }

    private Actor actorOf(String secret) {
        return by(secret, () -> hub.get(CurrentActor.class).actor());
    }

    private boolean may(String secret, Permission permission, PermissionScope scope) {
        return actorOf(secret).rights().allow(permission, scope);
    }

    private <T> T by(String secret, Supplier<T> work) {
        return hub.callInRequest(() -> {
            hub.get(TokenAuthentication.class).actBy(secret);
            return work.get();
        });
    }

    private void unknown(String secret) {
        assertThatExceptionOfType(DomainException.Unauthenticated.class).isThrownBy(() -> actorOf(secret));
    }

    private static boolean call(Runnable work) {
        work.run();
        return true;
    }
}
