package dev.jackstaff.api.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.jackstaff.domain.access.Role;
import dev.jackstaff.domain.access.SessionKind;
import dev.jackstaff.domain.access.boundary.SessionView;
import dev.jackstaff.domain.access.boundary.SigningKeyPair;
import dev.jackstaff.domain.access.boundary.UserSessionView;
import dev.jackstaff.domain.access.boundary.UserView;
import dev.jackstaff.domain.permission.Rights;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JwtIssuerTest {
    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");
    private static final KeyPair KEYS = keys();
    private static final UserView ADA = new UserView(UUID.randomUUID(), "ada@example.org", "Ada", Role.EDITOR, true, 1);

    private static final UserSessionView LOGIN = new UserSessionView(
            ADA,
            new SessionView(
                    UUID.randomUUID(), SessionKind.TOKEN, "192.0.2.1", "", NOW, NOW, NOW.plus(Duration.ofHours(12))),
            Rights.NONE);

    private static final JwtIssuer ISSUER =
            new JwtIssuer(new SigningKeyPair("k1", (RSAPrivateKey) KEYS.getPrivate(), (RSAPublicKey) KEYS.getPublic()));

    private final JwtIssuer tokens = ISSUER;

    @Test
    void tokenHasTheClaimsOfMicroProfile() throws Exception {
        SignedJWT token = SignedJWT.parse(tokens.issue(LOGIN));

        assertThat(token.getHeader().toString())
                .contains("\"RS256\"")
                .contains("\"JWT\"")
                .contains("\"k1\"");
        var claims = token.getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo("https://jackstaff.dev");
        assertThat(claims.getAudience()).containsExactly("https://jackstaff.dev/hub");
        assertThat(claims.getSubject()).isEqualTo(ADA.id().toString());
        assertThat(claims.getStringClaim("upn")).isEqualTo("ada@example.org");
        assertThat(claims.getStringListClaim("groups")).containsExactly("editor");
        assertThat(claims.getIssueTime()).isEqualTo(Date.from(NOW));
        assertThat(claims.getExpirationTime()).isEqualTo(Date.from(Instant.parse("2026-11-01T22:00:00Z")));
        assertThat(claims.getJWTID()).isEqualTo(LOGIN.session().id().toString());
    }

    @Test
    void tokenIsThatOfItsSession() throws Exception {
        assertThat(tokens.isTokenOf(issued(), LOGIN)).isTrue();
    }

    @Test
    void tokenStaysValidWithAnotherRole() throws Exception {
        UserView promoted = new UserView(ADA.id(), ADA.email(), ADA.name(), Role.ADMIN, true, 2);

        assertThat(tokens.isTokenOf(issued(), new UserSessionView(promoted, LOGIN.session(), Rights.NONE)))
                .isTrue();
    }

    static Stream<Arguments> oddClaims() {
        return Stream.of(
                odd("valid from now on", claims -> claims.notBeforeTime(Date.from(NOW))),
                odd("valid in an hour", claims -> claims.notBeforeTime(Date.from(NOW.plusSeconds(3_600)))),
                odd("for somebody else", claims -> claims.audience("https://example.org")),
                odd("also for somebody else", claims -> claims.audience(List.of(JwtIssuer.AUDIENCE, "other"))),
                odd("for nobody", claims -> claims.audience((String) null)),
                odd("without an end", claims -> claims.expirationTime(null)),
                odd(
                        "until the year 9999",
                        claims -> claims.expirationTime(Date.from(Instant.parse("9999-12-31T00:00:00Z")))),
                odd("a second longer", claims -> claims.expirationTime(Date.from(NOW.plusSeconds(43_201)))),
                odd("issued at another time", claims -> claims.issueTime(Date.from(NOW.plusSeconds(60)))),
                odd("issued at no time", claims -> claims.issueTime(null)),
                odd("by another issuer", claims -> claims.issuer("https://example.org")),
                odd(
                        "of another user",
                        claims -> claims.subject(UUID.randomUUID().toString())),
                odd("of another name", claims -> claims.claim("upn", "bob@example.org")),
                odd(
                        "of another session",
                        claims -> claims.jwtID(UUID.randomUUID().toString())),
                odd("of no session", claims -> claims.jwtID(null)),
                odd("without a role", claims -> claims.claim("groups", List.of())),
                odd("without groups", claims -> claims.claim("groups", null)),
                odd("with two roles", claims -> claims.claim("groups", List.of("editor", "admin"))),
                odd("with an unknown role", claims -> claims.claim("groups", List.of("root"))),
                odd("with a claim of its own", claims -> claims.claim("scope", "all")));
    }

    private static Arguments odd(String name, UnaryOperator<JWTClaimsSet.Builder> change) {
        return argumentSet(name, change);
    }

    @ParameterizedTest
    @MethodSource("oddClaims")
    void tokenWithOddClaimsIsOfNoSession(UnaryOperator<JWTClaimsSet.Builder> change) throws Exception {
        SignedJWT issued = SignedJWT.parse(tokens.issue(LOGIN));
        JWTClaimsSet odd =
                change.apply(new JWTClaimsSet.Builder(issued.getJWTClaimsSet())).build();

        assertThat(tokens.isTokenOf(sign(issued.getHeader(), odd), LOGIN)).isFalse();
    }

    static Stream<Arguments> oddHeaders() {
        JWSHeader.Builder usual = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(JOSEObjectType.JWT)
                .keyID("k1");
        return Stream.of(
                argumentSet(
                        "another key",
                        new JWSHeader.Builder(usual.build()).keyID("k2").build()),
                argumentSet(
                        "no key",
                        new JWSHeader.Builder(usual.build()).keyID(null).build()),
                argumentSet(
                        "no type",
                        new JWSHeader.Builder(usual.build()).type(null).build()),
                argumentSet(
                        "another type",
                        new JWSHeader.Builder(usual.build())
                                .type(new JOSEObjectType("at+jwt"))
                                .build()),
                argumentSet(
                        "another algorithm",
                        new JWSHeader.Builder(JWSAlgorithm.RS512)
                                .type(JOSEObjectType.JWT)
                                .keyID("k1")
                                .build()),
                argumentSet(
                        "a header of its own",
                        new JWSHeader.Builder(JWSAlgorithm.RS256)
                                .type(JOSEObjectType.JWT)
                                .keyID("k1")
                                .customParam("x", 1)
                                .build()));
    }

    @ParameterizedTest
    @MethodSource("oddHeaders")
    void tokenWithAnOddHeaderIsOfNoSession(JWSHeader header) throws Exception {
        JWTClaimsSet claims = SignedJWT.parse(tokens.issue(LOGIN)).getJWTClaimsSet();

        assertThat(tokens.isTokenOf(sign(header, claims), LOGIN)).isFalse();
    }

    private static SignedJWT sign(JWSHeader header, JWTClaimsSet claims) throws JOSEException {
        SignedJWT token = new SignedJWT(header, claims);
        token.sign(new RSASSASigner(KEYS.getPrivate()));
        return token;
    }

    private SignedJWT issued() throws ParseException {
        return SignedJWT.parse(tokens.issue(LOGIN));
    }

    @Test
    void tokenIsVerifiedUntilItsEnd() {
        String token = tokens.issue(LOGIN);
        Instant end = LOGIN.session().expiresAt();

        assertThat(tokens.verify(token, end.minusMillis(1))).isPresent();
        assertThat(tokens.verify(token, end)).isEmpty();
    }

    static Stream<Arguments> forgeries() throws JOSEException, ParseException {
        SignedJWT issued = SignedJWT.parse(ISSUER.issue(LOGIN));
        String[] parts = issued.serialize().split("\\.", -1);
        SignedJWT foreign = new SignedJWT(issued.getHeader(), issued.getJWTClaimsSet());
        foreign.sign(new RSASSASigner(keys().getPrivate()));
        SignedJWT symmetric = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), issued.getJWTClaimsSet());
        symmetric.sign(new MACSigner(KEYS.getPublic().getEncoded()));
        SignedJWT other = new SignedJWT(new JWSHeader(JWSAlgorithm.PS256), issued.getJWTClaimsSet());
        other.sign(new RSASSASigner(KEYS.getPrivate()));
        return Stream.of(
                argumentSet("another key", foreign.serialize()),
                argumentSet("the public key as a shared secret", symmetric.serialize()),
                argumentSet("another algorithm of the same key", other.serialize()),
                argumentSet("no algorithm", new PlainJWT(issued.getJWTClaimsSet()).serialize()),
                argumentSet("no signature", parts[0] + "." + parts[1] + "."),
                argumentSet("another payload", parts[0] + "." + parts[0] + "." + parts[2]),
                argumentSet("no JSON", "a.b.c"),
                argumentSet("an array", Base64URL.encode("[]") + "." + parts[1] + "." + parts[2]),
                argumentSet(
                        "no end",
                        sign(issued.getHeader(), new JWTClaimsSet.Builder().build())
                                .serialize()));
    }

    @ParameterizedTest
    @MethodSource("forgeries")
    void forgedTokenIsRefused(String forgery) {
        assertThat(tokens.verify(forgery, NOW)).isEmpty();
    }

    @Test
    void tokenIsTakenFromAuthorizationOnlyAsABearer() {
        String token = tokens.issue(LOGIN);

        assertThat(RequestCredential.bearerToken("Bearer " + token)).contains(token);
        assertThat(RequestCredential.bearerToken("Bearer jks_admin_x")).isEmpty();
        assertThat(RequestCredential.bearerToken(token)).isEmpty();
        assertThat(RequestCredential.bearerToken(null)).isEmpty();
    }

    @Test
    void onlyWhatIsWrittenLikeATokenIsTakenForOne() {
        assertThat(RequestCredential.isJwt(tokens.issue(LOGIN))).isTrue();
        assertThat(RequestCredential.isJwt("a.b.")).isTrue();
        assertThat(RequestCredential.isJwt("jks_admin_x")).isFalse();
        assertThat(RequestCredential.isJwt("*:production.abc")).isFalse();
    }

    @Test
    void secretsAreInNoText() {
        assertThat(new LoginRequest("a@example.org", "hush").toString()).doesNotContain("hush");
        assertThat(new PasswordRequest("hush", "hush").toString()).doesNotContain("hush");
        assertThat(new LoginResponse("hush", UserResponse.of(ADA)).toString()).doesNotContain("hush");
        assertThat(new UserRequest("a@example.org", "A", "hush", "admin", true, null).toString())
                .doesNotContain("hush");
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
