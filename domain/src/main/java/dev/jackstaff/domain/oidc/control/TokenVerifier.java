package dev.jackstaff.domain.oidc.control;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.jackstaff.domain.oidc.IdentityProvider;
import dev.jackstaff.domain.oidc.InvalidTokenException;
import dev.jackstaff.domain.oidc.ProviderUnavailableException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The verifier of what a provider signs: signature, algorithm, type, issuer, audience and times (RFC 7519, section 7.2; RFC 8725;
 * OpenID Connect Core 1.0, section 3.1.3.7).
 */
@ApplicationScoped
public class TokenVerifier {
    /** The difference of clocks that is allowed for. */
    static final Duration SKEW = Duration.ofSeconds(60);

    @Inject
    ProviderDocuments documents;

    @Inject
    Clock clock;

    /** The kinds of tokens, by the types that their headers may name. */
    @SuppressWarnings("ImmutableEnumChecker") // the sets are immutable
    public enum Kind {
        ID(Set.of("JWT")),
        ACCESS(Set.of("JWT", "AT+JWT", "APPLICATION/AT+JWT")),
        LOGOUT(Set.of("JWT", "LOGOUT+JWT"));

        private final Set<String> types;

        Kind(Set<String> types) {
            this.types = types;
        }

        private boolean has(@Nullable JOSEObjectType type) {
            return type == null || types.contains(type.getType().toUpperCase(java.util.Locale.ROOT));
        }
    }

    /** The claims of a token that is signed by the provider, for one of the audiences, and valid now. */
    public JWTClaimsSet verify(IdentityProvider provider, String text, Kind kind, Set<String> audiences)
            throws InvalidTokenException, ProviderUnavailableException {
        try {
            SignedJWT token = SignedJWT.parse(text);
            require(
                    provider.algorithms()
                            .contains(token.getHeader().getAlgorithm().getName()),
                    "its algorithm " + token.getHeader().getAlgorithm() + " is not accepted");
            require(kind.has(token.getHeader().getType()), "it is of another type");
            require(isSigned(provider, token), "its signature is wrong");
            JWTClaimsSet claims = token.getJWTClaimsSet();
            String issuer = documents.metadata(provider).issuer();
            require(issuer.equals(claims.getIssuer()), "another issuer issued it");
            require(claims.getAudience().stream().anyMatch(audiences::contains), "it is for another audience");
            checkTimes(claims, kind);
            return claims;
        } catch (ParseException | IllegalArgumentException malformed) {
            throw new InvalidTokenException("it is malformed");
        }
    }

    private void checkTimes(JWTClaimsSet claims, Kind kind) throws InvalidTokenException {
        Instant now = clock.instant();
        Date end = claims.getExpirationTime();
        require(end != null || kind == Kind.LOGOUT, "it has no end");
        require(end == null || now.minus(SKEW).isBefore(end.toInstant()), "it has expired");
        Date begin = claims.getNotBeforeTime();
        require(begin == null || !now.plus(SKEW).isBefore(begin.toInstant()), "it is not valid yet");
        Date issued = claims.getIssueTime();
        require(issued != null, "it does not say when it was issued");
        require(issued == null || !now.plus(SKEW).isBefore(issued.toInstant()), "it was issued in the future");
    }

    private boolean isSigned(IdentityProvider provider, SignedJWT token) throws ProviderUnavailableException {
        List<JWK> known = matching(documents.keys(provider), token);
        if (known.isEmpty()) {
            known = matching(documents.currentKeys(provider), token);
        }
        return known.stream().anyMatch(key -> isSignedBy(key, token));
    }

    private static List<JWK> matching(JWKSet keys, SignedJWT token) {
        JWKMatcher matcher = JWKMatcher.forJWSHeader(token.getHeader());
        return matcher == null ? List.of() : new JWKSelector(matcher).select(keys);
    }

    private static boolean isSignedBy(JWK key, SignedJWT token) {
        try {
            return key instanceof AsymmetricJWK pair
                    && token.verify(
                            new DefaultJWSVerifierFactory().createJWSVerifier(token.getHeader(), pair.toPublicKey()));
        } catch (JOSEException unusable) {
            return false;
        }
    }

    private static void require(boolean holds, String otherwise) throws InvalidTokenException {
        if (!holds) {
            throw new InvalidTokenException(otherwise);
        }
    }
}
