package dev.jackstaff.api.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.jackstaff.domain.access.Role;
import dev.jackstaff.domain.access.SessionKind;
import dev.jackstaff.domain.access.boundary.SessionView;
import dev.jackstaff.domain.access.boundary.SigningKeyPair;
import dev.jackstaff.domain.access.boundary.UserSessionView;
import dev.jackstaff.domain.access.boundary.UserView;
import dev.jackstaff.domain.permission.Rights;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
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

    private final JwtIssuer tokens =
            new JwtIssuer(new SigningKeyPair("k1", (RSAPrivateKey) KEYS.getPrivate(), (RSAPublicKey) KEYS.getPublic()));

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
    void tokenIsThatOfItsSession() {
        assertThat(tokens.isTokenOf(tokens.issue(LOGIN), LOGIN)).isTrue();
    }

    @Test
    void tokenStaysValidWithAnotherRole() {
        UserView promoted = new UserView(ADA.id(), ADA.email(), ADA.name(), Role.ADMIN, true, 2);

        assertThat(tokens.isTokenOf(tokens.issue(LOGIN), new UserSessionView(promoted, LOGIN.session(), Rights.NONE)))
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

    private static String sign(JWSHeader header, JWTClaimsSet claims) throws JOSEException {
        SignedJWT token = new SignedJWT(header, claims);
        token.sign(new RSASSASigner(KEYS.getPrivate()));
        return token.serialize();
    }

    @Test
    void tokenIsVerifiedByTheKeyThatIsPublished() throws Exception {
        String pem = VerificationKeyFile.pem(KEYS.getPublic());

        String base64 = pem.replaceAll("-----.*-----", "").replace("\n", "");
        var published = KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));

        assertThat(SignedJWT.parse(tokens.issue(LOGIN)).verify(new RSASSAVerifier((RSAPublicKey) published)))
                .isTrue();
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
