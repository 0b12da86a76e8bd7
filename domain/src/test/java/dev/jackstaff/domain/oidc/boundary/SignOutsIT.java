package dev.jackstaff.domain.oidc.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.jackstaff.domain.access.Role;
import dev.jackstaff.domain.access.SessionKind;
import dev.jackstaff.domain.access.SessionOrigin;
import dev.jackstaff.domain.access.boundary.PageSession;
import dev.jackstaff.domain.access.boundary.Sessions;
import dev.jackstaff.domain.access.boundary.UserView;
import dev.jackstaff.domain.oidc.AccountPolicy;
import dev.jackstaff.domain.oidc.ClaimPath;
import dev.jackstaff.domain.oidc.IdentityProvider;
import dev.jackstaff.domain.oidc.InvalidTokenException;
import dev.jackstaff.domain.oidc.RoleMapping;
import dev.jackstaff.domain.oidc.SignInRequest;
import dev.jackstaff.domain.oidc.SignInResponse;
import dev.jackstaff.domain.oidc.control.IdentityProviders;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SignOutsIT {
    private static final String RETURN = "https://hub.example.org/admin/login.xhtml";
    private static final SessionOrigin ORIGIN = new SessionOrigin(SessionKind.PAGES, "192.0.2.10", "");
    private static final String NAME = "logout";
    private static final Map<String, Object> EVENTS =
            Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of());
    private static final OidcTestProvider PROVIDER = new OidcTestProvider();

    private final DomainContainer hub = DomainContainer.shared();
    private final SignIns signIns = hub.get(SignIns.class);
    private final SignOuts signOuts = hub.get(SignOuts.class);
    private final Sessions sessions = hub.get(Sessions.class);
    private final UserView user = hub.createUser(Role.EDITOR);
    private final String subject = UUID.randomUUID().toString();

    @BeforeEach
    void configure() {
        hub.get(IdentityProviders.class)
                .configure(List.of(new IdentityProvider(
                        NAME,
                        NAME,
                        URI.create(PROVIDER.issuer()),
                        new IdentityProvider.Client(
                                OidcTestProvider.CLIENT, OidcTestProvider.SECRET, List.of("openid")),
                        Set.of(),
                        Set.of("RS256"),
                        new IdentityProvider.ClaimNames(new ClaimPath("sub"), new ClaimPath("email")),
                        new RoleMapping(null, Map.of(), Set.of()),
                        new AccountPolicy(false, Set.of(), false))));
    }

    @AfterAll
    static void stop() {
        PROVIDER.close();
    }

    @Test
    void whoSignsOutIsSentToTheProviderThatTheyCameFrom() throws Exception {
        PageSession session = signIn("s1");

        URI address = signOuts.end(session.cookie(), RETURN).orElseThrow();

        assertThat(sessions.find(session.cookie())).isEmpty();
        assertThat(address.toString())
                .startsWith(PROVIDER.issuer() + "/logout?")
                .containsPattern("[?&]id_token_hint=[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+")
                .contains("post_logout_redirect_uri=https%3A%2F%2Fhub.example.org%2Fadmin%2Flogin.xhtml");
        assertThat(signOuts.end(session.cookie(), RETURN)).isEmpty();
    }

    @Test
    void whoCameWithAPasswordIsSentNowhere() {
        PageSession session = sessions.beginPages(user.id(), ORIGIN);

        assertThat(signOuts.end(session.cookie(), RETURN)).isEmpty();

        assertThat(sessions.find(session.cookie())).isEmpty();
    }

    @Test
    void aProviderEndsOneOfItsSessions() throws Exception {
        PageSession first = signIn("s2");
        PageSession second = signIn("s3");
        PageSession password = sessions.beginPages(user.id(), ORIGIN);

        signOuts.endByProvider(logout(claims -> claims.claim("sid", "s2")));

        assertThat(sessions.find(first.cookie())).isEmpty();
        assertThat(sessions.find(second.cookie())).isPresent();
        assertThat(sessions.find(password.cookie())).isPresent();
    }

    @Test
    void aProviderEndsAllSessionsOfASubjectThatItBegan() throws Exception {
        PageSession first = signIn("s4");
        PageSession second = signIn(null);
        PageSession password = sessions.beginPages(user.id(), ORIGIN);

        signOuts.endByProvider(logout(claims -> claims.subject(subject)));

        assertThat(sessions.find(first.cookie())).isEmpty();
        assertThat(sessions.find(second.cookie())).isEmpty();
        assertThat(sessions.find(password.cookie())).isPresent();
    }

    @Test
    void aLogoutTokenIsAcceptedOnce() throws Exception {
        String token = logout(claims -> claims.subject(subject));
        signOuts.endByProvider(token);
        PageSession later = signIn("s5");

        assertThatThrownBy(() -> signOuts.endByProvider(token))
                .isInstanceOf(InvalidTokenException.class)
                .hasMessage("it was accepted before");
        assertThat(sessions.find(later.cookie())).isPresent();
    }

    static Stream<Arguments> forgeries() {
        Instant now = Instant.now();
        return Stream.of(
                forged("no event", "demands no logout", claims -> claims.claim("events", null)),
                forged("another event", "demands no logout", claims -> claims.claim("events", Map.of("x", Map.of()))),
                forged("nonce", "has a nonce", claims -> claims.claim("nonce", "n")),
                forged("nobody", "names no session", claims -> claims.subject(null)),
                forged("no id", "has no id", claims -> claims.jwtID(null)),
                forged("audience", "another audience", claims -> claims.audience("another")),
                forged("issuer", "issuer is unknown", claims -> claims.issuer("https://other.example.org")),
                forged("expired", "has expired", claims -> claims.expirationTime(Date.from(now.minusSeconds(90)))),
                forged("old and endless", "has expired", claims -> claims.expirationTime(null)
                        .issueTime(Date.from(now.minusSeconds(600)))));
    }

    private static Arguments forged(String what, String reason, UnaryOperator<JWTClaimsSet.Builder> claims) {
        return argumentSet(what, reason, claims);
    }

    @ParameterizedTest
    @MethodSource("forgeries")
    void aForgedLogoutTokenEndsNothing(String reason, UnaryOperator<JWTClaimsSet.Builder> claims) throws Exception {
        PageSession session = signIn("s6");

        assertThatThrownBy(() -> signOuts.endByProvider(logout(token -> claims.apply(token.subject(subject)))))
                .isInstanceOf(InvalidTokenException.class)
                .hasMessageContaining(reason);
        assertThat(sessions.find(session.cookie())).isPresent();
    }

    @Test
    void aLogoutTokenSignedBySomebodyElseEndsNothing() throws Exception {
        PageSession session = signIn("s7");
        JWTClaimsSet claims = usual().subject(subject).build();

        assertThatThrownBy(() -> signOuts.endByProvider(
                        OidcTestProvider.sign(claims, OidcTestProvider.newKey(), new JOSEObjectType("logout+jwt"))))
                .hasMessageContaining("signature");
        assertThat(sessions.find(session.cookie())).isPresent();
    }

    private static JWTClaimsSet.Builder usual() {
        return PROVIDER.claims()
                .subject(null)
                .jwtID(UUID.randomUUID().toString())
                .claim("events", EVENTS);
    }

    private static String logout(UnaryOperator<JWTClaimsSet.Builder> claims) {
        return OidcTestProvider.sign(claims.apply(usual()).build(), PROVIDER.key(), new JOSEObjectType("logout+jwt"));
    }

    private PageSession signIn(@Nullable String sid) throws Exception {
        StartedSignIn started =
                signIns.begin(new SignInRequest(NAME, "https://hub.example.org/callback", "/", "192.0.2.10"));
        String code = PROVIDER.authorize(started.address(), claims -> claims.subject(subject)
                .claim("sid", sid)
                .claim("email", user.email())
                .claim("email_verified", true));
        String state = started.address().getRawQuery().replaceFirst(".*&state=([^&]*).*", "$1");
        return signIns.complete(new SignInResponse(state, code, "", ""), started.browser(), ORIGIN)
                .session();
    }
}
