package dev.jackstaff.api.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.jackstaff.domain.access.boundary.SigningKeyPair;
import dev.jackstaff.domain.access.boundary.UserView;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/** The issuer of signed JSON Web Tokens (MP-JWT 2.1, section 4; RS256). */
final class JwtIssuer {
    /** The issuer named in tokens; the configuration of the verifier names the same. */
    static final String ISSUER = "https://jackstaff.dev";

    static final Duration LIFETIME = Duration.ofHours(12);

    private final SigningKeyPair keys;
    private final Clock clock;

    JwtIssuer(SigningKeyPair keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** Issues a token that authenticates a user for {@link #LIFETIME}. */
    String issue(UserView user) {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(JOSEObjectType.JWT)
                .keyID(keys.id())
                .build();
        SignedJWT token = new SignedJWT(header, claims(user));
        try {
            token.sign(new RSASSASigner(keys.privateKey()));
        } catch (JOSEException impossible) {
            throw new IllegalStateException("The signing key cannot sign.", impossible);
        }
        return token.serialize();
    }

    private JWTClaimsSet claims(UserView user) {
        Instant now = clock.instant();
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .subject(user.id().toString())
                .claim("upn", user.email())
                .claim("groups", List.of(user.role().label()))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)))
                .jwtID(UUID.randomUUID().toString())
                .build();
    }
}
