package dev.jackstaff.api.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.jackstaff.domain.access.Role;
import dev.jackstaff.domain.access.boundary.SigningKeyPair;
import dev.jackstaff.domain.access.boundary.UserSessionView;
import dev.jackstaff.domain.access.boundary.UserView;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/** The issuer of signed JSON Web Tokens (MP-JWT 2.1, section 4; RS256). A token names a session and lasts as long. */
final class JwtIssuer {
    /** The issuer named in tokens. */
    static final String ISSUER = "https://jackstaff.dev";

    /** The audience named in tokens. */
    static final String AUDIENCE = "https://jackstaff.dev/hub";

    private static final String GROUPS = "groups";

    private final SigningKeyPair keys;

    JwtIssuer(SigningKeyPair keys) {
        this.keys = keys;
    }

    /** Issues the token of a session. */
    String issue(UserSessionView session) {
        SignedJWT token = new SignedJWT(header(), claims(session, session.user().role()));
        try {
            token.sign(new RSASSASigner(keys.privateKey()));
        } catch (JOSEException impossible) {
            throw new IllegalStateException("The signing key cannot sign.", impossible);
        }
        return token.serialize();
    }

    /** The token that a credential is, if this issuer signed it and it has not expired. What else it says is not checked. */
    Optional<SignedJWT> verify(String credential, Instant now) {
        try {
            SignedJWT token = SignedJWT.parse(credential);
            if (!JWSAlgorithm.RS256.equals(token.getHeader().getAlgorithm())
                    || !token.verify(new RSASSAVerifier(keys.publicKey()))) {
                return Optional.empty();
            }
            Date end = token.getJWTClaimsSet().getExpirationTime();
            return end != null && end.toInstant().isAfter(now) ? Optional.of(token) : Optional.empty();
        } catch (ParseException | JOSEException | IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /**
     * Whether a token whose signature is valid says what {@link #issue} says for this session, and nothing else. The
     * role alone may be another, since it may have changed.
     */
    boolean isTokenOf(SignedJWT token, UserSessionView session) {
        try {
            JWTClaimsSet claims = token.getJWTClaimsSet();
            List<String> groups = claims.getStringListClaim(GROUPS);
            return token.getHeader().toJSONObject().equals(header().toJSONObject())
                    && groups != null
                    && groups.size() == 1
                    && Role.LABELS
                            .find(groups.get(0))
                            .filter(role -> claims.equals(claims(session, role)))
                            .isPresent();
        } catch (ParseException malformed) {
            return false;
        }
    }

    private JWSHeader header() {
        return new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(JOSEObjectType.JWT)
                .keyID(keys.id())
                .build();
    }

    private static JWTClaimsSet claims(UserSessionView login, Role role) {
        UserView user = login.user();
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(user.id().toString())
                .claim("upn", user.email())
                .claim(GROUPS, List.of(role.label()))
                .issueTime(Date.from(login.session().createdAt()))
                .expirationTime(Date.from(login.session().expiresAt()))
                .jwtID(login.session().id().toString())
                .build();
    }
}
