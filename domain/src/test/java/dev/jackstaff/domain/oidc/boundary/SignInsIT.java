package dev.jackstaff.domain.oidc.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.jackstaff.domain.access.Role;
import dev.jackstaff.domain.access.SessionKind;
import dev.jackstaff.domain.access.SessionOrigin;
import dev.jackstaff.domain.access.boundary.Sessions;
import dev.jackstaff.domain.access.boundary.UserView;
import dev.jackstaff.domain.oidc.AccountPolicy;
import dev.jackstaff.domain.oidc.ClaimPath;
import dev.jackstaff.domain.oidc.IdentityProvider;
import dev.jackstaff.domain.oidc.RoleMapping;
import dev.jackstaff.domain.oidc.SignInRefusedException;
import dev.jackstaff.domain.oidc.SignInRequest;
import dev.jackstaff.domain.oidc.SignInResponse;
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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SignInsIT {
    private static final String CALLBACK = "https://hub.example.org/admin/oidc/callback";
    private static final SessionOrigin ORIGIN = new SessionOrigin(SessionKind.PAGES, "192.0.2.9", "");
    private static final OidcTestProvider PROVIDER = new OidcTestProvider();
    private static final AtomicInteger NAMES = new AtomicInteger();

    private final DomainContainer hub = DomainContainer.shared();
    private final SignIns signIns = hub.get(SignIns.class);
    private String name = "";

    @BeforeEach
    void configure() {
        configure(new AccountPolicy(true, Set.of(), false), "groups");
    }

    private void configure(AccountPolicy accounts, String groups) {
        name = "p" + NAMES.incrementAndGet();
        hub.get(IdentityProviders.class).configure(List.of(provider(PROVIDER.issuer(), accounts, groups)));
    }

    private IdentityProvider provider(String issuer, AccountPolicy accounts, String groups) {
        return new IdentityProvider(
                name,
                "Keycloak",
                URI.create(issuer),
                new IdentityProvider.Client(
                        OidcTestProvider.CLIENT, OidcTestProvider.SECRET, List.of("openid", "email")),
                Set.of(),
                Set.of("RS256", "ES256"),
                new IdentityProvider.ClaimNames(new ClaimPath("sub"), new ClaimPath("email")),
                new RoleMapping(
                        new ClaimPath(groups),
                        Map.of("editors", BuiltInRole.EDITOR, "admins", BuiltInRole.ADMINISTRATOR),
                        Set.of(BuiltInRole.VIEWER)),
                accounts);
    }

    @AfterAll
    static void stop() {
        PROVIDER.close();
    }

    @Test
    void whoIsKnownByAVerifiedAddressIsSignedInToTheirAccount() throws Exception {
        UserView user = hub.createUser(Role.EDITOR);

        CompletedSignIn completed = signIn(user("subject-of-" + user.id(), user.email()));

        assertThat(completed.target()).isEqualTo("/flags.xhtml?project=a");
        assertThat(hub.get(Sessions.class).find(completed.session().cookie()))
                .hasValueSatisfying(session -> assertThat(session.user()).isEqualTo(user));
        assertThat(hub.query("select action from audit_entry where key = '" + user.email() + "' order by id desc"))
                .startsWith("signed in", "linked to " + name);
    }

    @Test
    void whoIsLinkedIsKnownByTheirSubjectWhateverTheAddress() throws Exception {
        UserView user = hub.createUser(Role.EDITOR);
        String subject = UUID.randomUUID().toString();
        signIn(user(subject, user.email()));

        assertThat(userOf(signIn(claims -> claims.subject(subject)))).isEqualTo(user);
        assertThat(userOf(signIn(user(subject, "other@example.org"))).id()).isEqualTo(user.id());
        assertThatThrownBy(() -> signIn(user("another subject", user.email())))
                .isInstanceOf(SignInRefusedException.class)
                .hasMessageContaining("linked to another identity");
    }

    @Test
    void aStrangerGetsAnAccountIfThatIsAllowed() throws Exception {
        String email = address();

        UserView created = userOf(signIn(claims ->
                user(UUID.randomUUID().toString(), email).apply(claims).claim("name", "Ada Lovelace")));

        assertThat(created.email()).isEqualTo(email);
        assertThat(created.name()).isEqualTo("Ada Lovelace");
        assertThat(created.role()).isEqualTo(Role.VIEWER);

        configure(new AccountPolicy(false, Set.of(), false), "groups");
        assertThatThrownBy(() -> signIn(user("stranger", address()))).hasMessageContaining("there is no account");
    }

    @Test
    void anAddressThatIsNotVerifiedLinksNobody() {
        UserView user = hub.createUser(Role.ADMIN);

        for (Object verified : new Object[] {false, "false", 1}) {
            assertThatThrownBy(() -> signIn(claims ->
                            claims.subject("liar").claim("email", user.email()).claim("email_verified", verified)))
                    .hasMessageContaining("no verified e-mail address");
        }
        assertThatThrownBy(() -> signIn(claims -> claims.subject("liar").claim("email", user.email())))
                .hasMessageContaining("no verified e-mail address");

        configure(new AccountPolicy(true, Set.of("example.com"), true), "groups");
        assertThatThrownBy(() -> signIn(claims -> claims.subject("liar").claim("email", user.email())))
                .hasMessageContaining("domain");
    }

    @Test
    void aSignInIsCompletedOnceAndInTheBrowserThatBeganIt() throws Exception {
        StartedSignIn started = begin();
        SignInResponse response = authorized(started, user("once", address()));

        assertThatThrownBy(() -> signIns.complete(response, "another", ORIGIN)).hasMessageContaining("another browser");
        assertThatThrownBy(() -> signIns.complete(response, "", ORIGIN)).hasMessageContaining("another browser");
        signIns.complete(response, started.browser(), ORIGIN);

        assertThatThrownBy(() -> signIns.complete(response, started.browser(), ORIGIN))
                .hasMessageContaining("was completed before");
    }

    @Test
    void anotherStateIsUnknownAndAnOldOneTooLate() throws Exception {
        StartedSignIn started = begin();
        SignInResponse response = authorized(started, user("late", address()));

        assertThatThrownBy(() -> signIns.complete(
                        new SignInResponse("made-up", response.code(), "", ""), started.browser(), ORIGIN))
                .hasMessageContaining("unknown");
        hub.query("with old as (update pending_sign_in set expires_at = now() where provider = '" + name
                + "' returning 1) select * from old");

        assertThatThrownBy(() -> signIns.complete(response, started.browser(), ORIGIN))
                .hasMessageContaining("took too long");
    }

    @Test
    void aCodeOfAnotherSignInIsRefused() throws Exception {
        StartedSignIn victim = begin();
        StartedSignIn attacker = begin();
        SignInResponse stolen = authorized(victim, user("victim", address()));
        SignInResponse own = authorized(attacker, user("attacker", address()));

        assertThatThrownBy(() -> signIns.complete(
                        new SignInResponse(own.state(), stolen.code(), "", ""), attacker.browser(), ORIGIN))
                .hasMessageContaining("invalid_grant");
    }

    @Test
    void theRefusalOfAProviderIsNamed() throws Exception {
        StartedSignIn started = begin();

        assertThatThrownBy(() -> signIns.complete(
                        new SignInResponse(state(started), "", "access_denied", ""), started.browser(), ORIGIN))
                .hasMessage("Keycloak refused the sign-in: access_denied.");
    }

    @Test
    void anAnswerOfAnotherIssuerIsRefused() throws Exception {
        StartedSignIn started = begin();
        SignInResponse response = authorized(started, user("mixed up", address()));

        assertThatThrownBy(() -> signIns.complete(
                        new SignInResponse(response.state(), response.code(), "", "https://other.example.org"),
                        started.browser(),
                        ORIGIN))
                .hasMessageContaining("another issuer");
    }

    static Stream<Arguments> forgedClaims() {
        Instant now = Instant.now();
        return Stream.of(
                forged("nonce", "nonce is of another", claims -> claims.claim("nonce", "another")),
                forged("no nonce", "nonce is of another", claims -> claims.claim("nonce", null)),
                forged("audience", "another audience", claims -> claims.audience("another")),
                forged("no audience", "another audience", claims -> claims.audience((String) null)),
                forged(
                        "two audiences",
                        "another client",
                        claims -> claims.audience(List.of(OidcTestProvider.CLIENT, "another"))),
                forged("party", "another client", claims -> claims.claim("azp", "another")),
                forged("issuer", "another issuer", claims -> claims.issuer("https://other.example.org")),
                forged("expired", "has expired", claims -> claims.expirationTime(Date.from(now.minusSeconds(90)))),
                forged("endless", "no end", claims -> claims.expirationTime(null)),
                forged("issued later", "in the future", claims -> claims.issueTime(Date.from(now.plusSeconds(600)))),
                forged("valid later", "not valid yet", claims -> claims.notBeforeTime(Date.from(now.plusSeconds(600)))),
                forged("nobody", "names no subject", claims -> claims.subject(null)));
    }

    private static Arguments forged(String what, String reason, UnaryOperator<JWTClaimsSet.Builder> claims) {
        return argumentSet(what, reason, claims);
    }

    @ParameterizedTest
    @MethodSource("forgedClaims")
    void aTokenWithForgedClaimsIsRefused(String reason, UnaryOperator<JWTClaimsSet.Builder> claims) {
        assertThatThrownBy(() -> signIn(claims))
                .isInstanceOf(SignInRefusedException.class)
                .hasMessageContaining(reason);
    }

    static Stream<Arguments> forgedSignatures() {
        return Stream.of(
                signed(
                        "another key",
                        (provider, claims) ->
                                OidcTestProvider.sign(claims, OidcTestProvider.newKey(), JOSEObjectType.JWT)),
                signed(
                        "the name of the key only",
                        (provider, claims) -> OidcTestProvider.sign(claims, namedLike(provider), JOSEObjectType.JWT)),
                signed("no algorithm", (provider, claims) -> new PlainJWT(claims).serialize()),
                signed("the client's secret", (provider, claims) -> shared(claims, OidcTestProvider.SECRET.repeat(2))),
                signed(
                        "the public key as a secret",
                        (provider, claims) ->
                                shared(claims, provider.key().toPublicJWK().toJSONString())),
                signed(
                        "another type",
                        (provider, claims) ->
                                OidcTestProvider.sign(claims, provider.key(), new JOSEObjectType("logout+jwt"))),
                signed("no token", (provider, claims) -> "nothing"));
    }

    private static Arguments signed(String what, BiFunction<OidcTestProvider, JWTClaimsSet, String> token) {
        return argumentSet(what, token);
    }

    private static RSAKey namedLike(OidcTestProvider provider) {
        return new RSAKey.Builder(OidcTestProvider.newKey())
                .keyID(provider.key().getKeyID())
                .build();
    }

    private static String shared(JWTClaimsSet claims, String secret) {
        try {
            SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
            token.sign(new MACSigner(secret));
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @ParameterizedTest
    @MethodSource("forgedSignatures")
    void aTokenWithAForgedSignatureIsRefused(BiFunction<OidcTestProvider, JWTClaimsSet, String> token)
            throws Exception {
        StartedSignIn started = begin();
        String code = PROVIDER.authorizeWith(started.address(), claims -> token.apply(PROVIDER, claims));

        assertThatThrownBy(() ->
                        signIns.complete(new SignInResponse(state(started), code, "", ""), started.browser(), ORIGIN))
                .isInstanceOf(SignInRefusedException.class)
                .hasMessageContaining("not accepted");
    }

    @Test
    void groupsGiveRolesAndTakeThemAway() throws Exception {
        String subject = UUID.randomUUID().toString();
        List<String> many = IntStream.range(0, 200).mapToObj(i -> "group-" + i).toList();

        assertThat(roleWith(subject, 1, claims -> claims.claim("groups", List.of("editors", "admins"))))
                .isEqualTo(Role.ADMIN);
        assertThat(roleWith(subject, 2, claims -> claims)).describedAs("absent").isEqualTo(Role.ADMIN);
        assertThat(roleWith(subject, 3, claims -> claims.claim("_claim_names", Map.of("groups", "src1"))))
                .describedAs("Entra, too many groups")
                .isEqualTo(Role.ADMIN);
        assertThat(roleWith(subject, 4, claims -> claims.claim("groups", List.of("editors"))))
                .isEqualTo(Role.EDITOR);
        assertThat(roleWith(subject, 4, claims -> claims.claim("groups", List.of("admins"))))
                .describedAs("a token that is not newer")
                .isEqualTo(Role.EDITOR);
        assertThat(roleWith(subject, 5, claims -> claims.claim("groups", many))).isEqualTo(Role.VIEWER);
        assertThat(roleWith(subject, 6, claims -> claims.claim("groups", "editors")))
                .describedAs("one text")
                .isEqualTo(Role.EDITOR);
        assertThat(roleWith(subject, 7, claims -> claims.claim("groups", List.of())))
                .describedAs("empty")
                .isEqualTo(Role.VIEWER);
    }

    @Test
    void whatWasGivenByHandOrByAnotherProviderStays() throws Exception {
        UserView user = hub.createUser(Role.EDITOR);
        String subject = UUID.randomUUID().toString();
        UnaryOperator<JWTClaimsSet.Builder> known = user(subject, user.email());

        assertThat(userOf(signIn(claims -> known.apply(claims).claim("groups", List.of("admins"))))
                        .role())
                .isEqualTo(Role.ADMIN);
        hub.query("with old as (update user_identity set groups_at = 'epoch' where subject = '" + subject
                + "' returning 1) select * from old");
        assertThat(userOf(signIn(claims -> known.apply(claims).claim("groups", List.of())))
                        .role())
                .isEqualTo(Role.EDITOR);

        configure();
        hub.query("with old as (update user_identity set groups_at = 'epoch' where subject = '" + subject
                + "' returning 1) select * from old");
        signIn(claims -> known.apply(claims).claim("groups", List.of("admins")));
        assertThat(hub.query("select origin || ' ' || role from access_grant where user_id = '" + user.id()
                        + "' order by 1"))
                .containsExactly("manual editor", "oidc administrator", "oidc viewer");
    }

    @Test
    void groupsAreFoundWhereKeycloakNestsThem() throws Exception {
        configure(new AccountPolicy(true, Set.of(), false), "resource_access.my.hub.roles");

        assertThat(roleWith(
                        UUID.randomUUID().toString(),
                        1,
                        claims ->
                                claims.claim("resource_access", Map.of("my.hub", Map.of("roles", List.of("editors"))))))
                .isEqualTo(Role.EDITOR);
    }

    @Test
    void keysThatTheProviderChangesAreFetchedAgain() throws Exception {
        signIn(user("before", address()));
        configure(); // nothing is cached for another name
        PROVIDER.rotateKey();

        assertThat(userOf(signIn(user("after", address()))).active()).isTrue();
    }

    @Test
    void aProviderThatIsDownIsNamed() {
        OidcTestProvider down = new OidcTestProvider();
        String issuer = down.issuer();
        down.close();
        name = "p" + NAMES.incrementAndGet();
        hub.get(IdentityProviders.class)
                .configure(List.of(provider(issuer, new AccountPolicy(false, Set.of(), false), "groups")));

        assertThatThrownBy(this::begin)
                .isInstanceOfSatisfying(SignInRefusedException.class, refused -> assertThat(refused.isUnreachable())
                        .isTrue())
                .hasMessage("Keycloak cannot be reached. Try again, or sign in with a password.");
    }

    private Role roleWith(String subject, int second, UnaryOperator<JWTClaimsSet.Builder> groups) throws Exception {
        return userOf(signIn(claims -> groups.apply(user(subject, subject + "@example.org")
                        .apply(claims)
                        .issueTime(Date.from(Instant.ofEpochSecond(1_780_000_000L + second))))))
                .role();
    }

    private static UnaryOperator<JWTClaimsSet.Builder> user(String subject, String email) {
        return claims -> claims.subject(subject).claim("email", email).claim("email_verified", true);
    }

    private static String address() {
        return "user-" + UUID.randomUUID() + "@example.org";
    }

    private StartedSignIn begin() throws SignInRefusedException {
        return signIns.begin(new SignInRequest(name, CALLBACK, "/flags.xhtml?project=a", "192.0.2.9"));
    }

    private SignInResponse authorized(StartedSignIn started, UnaryOperator<JWTClaimsSet.Builder> claims) {
        return new SignInResponse(state(started), PROVIDER.authorize(started.address(), claims), "", "");
    }

    private CompletedSignIn signIn(UnaryOperator<JWTClaimsSet.Builder> claims) throws SignInRefusedException {
        StartedSignIn started = begin();
        return signIns.complete(authorized(started, claims), started.browser(), ORIGIN);
    }

    private UserView userOf(CompletedSignIn completed) {
        return hub.get(Sessions.class)
                .find(completed.session().cookie())
                .orElseThrow()
                .user();
    }

    private static String state(StartedSignIn started) {
        return started.address().getRawQuery().replaceFirst(".*&state=([^&]*).*", "$1");
    }
}
