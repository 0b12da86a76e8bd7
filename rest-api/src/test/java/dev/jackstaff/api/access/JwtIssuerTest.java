package dev.jackstaff.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import dev.jackstaff.domain.access.boundary.SigningKeyPair;
import dev.jackstaff.domain.access.boundary.UserView;
import dev.jackstaff.domain.actor.Role;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Date;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class JwtIssuerTest {
    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");
    private static final KeyPair KEYS = keys();
    private static final UserView ADA = new UserView(UUID.randomUUID(), "ada@example.org", "Ada", Role.EDITOR, true, 1);

    private final JwtIssuer tokens = new JwtIssuer(
            new SigningKeyPair("k1", (RSAPrivateKey) KEYS.getPrivate(), (RSAPublicKey) KEYS.getPublic()),
            Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void tokenHasTheClaimsOfMicroProfile() throws Exception {
        SignedJWT token = SignedJWT.parse(tokens.issue(ADA));

        assertThat(token.getHeader().toString())
                .contains("\"RS256\"")
                .contains("\"JWT\"")
                .contains("\"k1\"");
        var claims = token.getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo("https://jackstaff.dev");
        assertThat(claims.getSubject()).isEqualTo(ADA.id().toString());
        assertThat(claims.getStringClaim("upn")).isEqualTo("ada@example.org");
        assertThat(claims.getStringListClaim("groups")).containsExactly("editor");
        assertThat(claims.getIssueTime()).isEqualTo(Date.from(NOW));
        assertThat(claims.getExpirationTime()).isEqualTo(Date.from(Instant.parse("2026-11-01T22:00:00Z")));
        assertThat(claims.getJWTID()).isNotEmpty();
    }

    @Test
    void tokenIsVerifiedByTheKeyThatIsPublished() throws Exception {
        String pem = VerificationKeyFile.pem(KEYS.getPublic());

        String base64 = pem.replaceAll("-----.*-----", "").replace("\n", "");
        var published = KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));

        assertThat(SignedJWT.parse(tokens.issue(ADA)).verify(new RSASSAVerifier((RSAPublicKey) published)))
                .isTrue();
    }

    @Test
    void onlyWhatIsWrittenLikeATokenIsTakenForOne() {
        assertThat(RequestCredential.isJwt(tokens.issue(ADA))).isTrue();
        assertThat(RequestCredential.isJwt("a.b.")).isTrue();
        assertThat(RequestCredential.isJwt("jks_admin_x")).isFalse();
        assertThat(RequestCredential.isJwt("*:production.abc")).isFalse();
    }

    @Test
    void secretsAreInNoText() {
        assertThat(new LoginRequest("a@example.org", "hush").toString()).doesNotContain("hush");
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
