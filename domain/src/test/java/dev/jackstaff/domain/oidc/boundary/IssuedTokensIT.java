package dev.jackstaff.domain.oidc.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.ExpectedVersion;
import dev.jackstaff.domain.access.Role;
import dev.jackstaff.domain.access.boundary.UserDetails;
import dev.jackstaff.domain.access.boundary.UserView;
import dev.jackstaff.domain.access.boundary.Users;
import dev.jackstaff.domain.oidc.AccountPolicy;
import dev.jackstaff.domain.oidc.ClaimPath;
import dev.jackstaff.domain.oidc.IdentityProvider;
import dev.jackstaff.domain.oidc.RoleMapping;
import dev.jackstaff.domain.oidc.control.IdentityProviders;
import dev.jackstaff.domain.permission.BuiltInRole;
import dev.jackstaff.domain.testing.DomainContainer;
import dev.jackstaff.testprocess.OidcTestProvider;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IssuedTokensIT {
    private static final String AUDIENCE = "https://hub.example.org/api";
    private static final OidcTestProvider KEYCLOAK = new OidcTestProvider();
    private static final OidcTestProvider ENTRA = new OidcTestProvider();
    private static final OidcTestProvider PAGES_ONLY = new OidcTestProvider();

    private final DomainContainer hub = DomainContainer.shared();
    private final IssuedTokens tokens = hub.get(IssuedTokens.class);

    @BeforeEach
    void configure() {
        hub.get(IdentityProviders.class)
                .configure(List.of(
                        provider("tokens1", KEYCLOAK, Set.of(AUDIENCE), "sub", "realm_access.roles"),
                        provider("tokens2", ENTRA, Set.of("other", AUDIENCE), "oid", "groups"),
                        provider("tokens3", PAGES_ONLY, Set.of(), "sub", "groups")));
    }

    @AfterAll
    static void stop() {
        KEYCLOAK.close();
        ENTRA.close();
        PAGES_ONLY.close();
    }

    private static IdentityProvider provider(
            String name, OidcTestProvider server, Set<String> audiences, String subject, String groups) {
        return new IdentityProvider(
                name,
                name,
                URI.create(server.issuer()),
                null,
                audiences,
                Set.of("RS256"),
                new IdentityProvider.ClaimNames(new ClaimPath(subject), new ClaimPath("email")),
                new RoleMapping(new ClaimPath(groups), Map.of("admins", BuiltInRole.ADMINISTRATOR), Set.of()),
                new AccountPolicy(false, Set.of(), false));
    }

    @Test
    void aTokenActsAsTheUserThatItNamesWithTheRightsOfNow() throws Exception {
        UserView user = hub.createUser(Role.EDITOR);
        String token = KEYCLOAK.sign(named(KEYCLOAK, user.email()).build());

        assertThat(tokens.authenticate(token))
                .hasValueSatisfying(found -> assertThat(found.id()).isEqualTo(user.id()));

        change(user, Role.VIEWER, true);
        assertThat(tokens.authenticate(token))
                .hasValueSatisfying(now -> assertThat(Role.of(now.rights())).isEqualTo(Role.VIEWER));
        change(user, Role.VIEWER, false);
        assertThatThrownBy(() -> tokens.authenticate(token))
                .isInstanceOf(DomainException.Forbidden.class)
                .hasMessageContaining("deactivated");
    }

    @Test
    void eachIssuerHasItsOwnClaimsAndKeys() throws Exception {
        UserView user = hub.createUser(Role.EDITOR);
        String object = UUID.randomUUID().toString();

        assertThat(tokens.authenticate(ENTRA.sign(
                        named(ENTRA, user.email()).claim("oid", object).build())))
                .hasValueSatisfying(found -> assertThat(found.id()).isEqualTo(user.id()));
        assertThat(tokens.authenticate(ENTRA.sign(
                        usual(ENTRA).subject("pairwise").claim("oid", object).build())))
                .hasValueSatisfying(found -> assertThat(found.id()).isEqualTo(user.id()));
        assertThatThrownBy(() -> tokens.authenticate(KEYCLOAK.sign(
                        named(KEYCLOAK, user.email()).issuer(ENTRA.issuer()).build())))
                .isInstanceOf(DomainException.Unauthenticated.class)
                .hasMessageContaining("signature");
    }

    @Test
    void groupsOfATokenGiveTheirRoleOnce() throws Exception {
        UserView user = hub.createUser(Role.EDITOR);
        String token = KEYCLOAK.sign(named(KEYCLOAK, user.email())
                .claim("realm_access", Map.of("roles", List.of("admins")))
                .build());

        assertThat(tokens.authenticate(token))
                .hasValueSatisfying(now -> assertThat(Role.of(now.rights())).isEqualTo(Role.ADMIN));
        hub.query("with taken as (delete from access_grant where origin = 'oidc' and user_id = '" + user.id()
                + "' returning 1) select * from taken");

        assertThat(tokens.authenticate(token))
                .describedAs("a role that was taken away since")
                .hasValueSatisfying(now -> assertThat(Role.of(now.rights())).isEqualTo(Role.EDITOR));
    }

    @Test
    void anIssuerThatTheApiDoesNotAcceptIsUnknown() throws Exception {
        assertThat(tokens.authenticate(PAGES_ONLY.sign(usual(PAGES_ONLY).build())))
                .isEmpty();
        assertThat(tokens.authenticate(KEYCLOAK.sign(
                        usual(KEYCLOAK).issuer("https://elsewhere.example.org").build())))
                .isEmpty();
        assertThat(tokens.authenticate("a.b.c")).isEmpty();
    }

    static Stream<Arguments> forgeries() {
        Instant now = Instant.now();
        return Stream.of(
                forged("audience", "another audience", claims -> claims.audience("another")),
                forged("no audience", "another audience", claims -> claims.audience((String) null)),
                forged("expired", "has expired", claims -> claims.expirationTime(Date.from(now.minusSeconds(90)))),
                forged("endless", "no end", claims -> claims.expirationTime(null)),
                forged("valid later", "not valid yet", claims -> claims.notBeforeTime(Date.from(now.plusSeconds(600)))),
                forged("nobody", "names no subject", claims -> claims.subject("")));
    }

    private static Arguments forged(String what, String reason, UnaryOperator<JWTClaimsSet.Builder> claims) {
        return argumentSet(what, reason, claims);
    }

    @ParameterizedTest
    @MethodSource("forgeries")
    void aForgedTokenIsRefused(String reason, UnaryOperator<JWTClaimsSet.Builder> claims) {
        String token = KEYCLOAK.sign(claims.apply(usual(KEYCLOAK)).build());

        assertThatThrownBy(() -> tokens.authenticate(token))
                .isInstanceOf(DomainException.Unauthenticated.class)
                .hasMessageContaining(reason);
    }

    @Test
    void aTokenOfAnotherKindOrWithoutASignatureIsRefused() {
        JWTClaimsSet claims = usual(KEYCLOAK).build();

        assertThatThrownBy(() -> tokens.authenticate(
                        OidcTestProvider.sign(claims, KEYCLOAK.key(), new JOSEObjectType("logout+jwt"))))
                .hasMessageContaining("another type");
        assertThatThrownBy(() -> tokens.authenticate(
                        OidcTestProvider.sign(claims, OidcTestProvider.newKey(), JOSEObjectType.JWT)))
                .hasMessageContaining("signature");
    }

    @Test
    void aTokenWithoutASignatureIsNoToken() throws Exception {
        assertThat(tokens.authenticate(new PlainJWT(usual(KEYCLOAK).build()).serialize()))
                .isEmpty();
    }

    @Test
    void unknownKeysAreAskedForOnceInAWhile() throws Exception {
        UserView user = hub.createUser(Role.EDITOR);
        tokens.authenticate(KEYCLOAK.sign(named(KEYCLOAK, user.email()).build()));
        int before = KEYCLOAK.keyRequests();

        for (int attempt = 0; attempt < 20; attempt++) {
            String forgery =
                    OidcTestProvider.sign(usual(KEYCLOAK).build(), OidcTestProvider.newKey(), JOSEObjectType.JWT);
            assertThatThrownBy(() -> tokens.authenticate(forgery)).hasMessageContaining("signature");
        }

        assertThat(KEYCLOAK.keyRequests() - before).isLessThanOrEqualTo(10);
    }

    private static JWTClaimsSet.Builder usual(OidcTestProvider server) {
        return server.claims().audience(AUDIENCE);
    }

    private static JWTClaimsSet.Builder named(OidcTestProvider server, String email) {
        return usual(server).claim("email", email).claim("email_verified", true);
    }

    private void change(UserView user, Role role, boolean active) {
        hub.callAsAdmin(
                () -> hub.get(Users.class).update(user.id(), new UserDetails("", role, active), ExpectedVersion.any()));
    }
}
