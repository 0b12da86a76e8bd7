package dev.jackstaff.domain.oidc.control;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.jackstaff.domain.oidc.IdentityProvider;
import dev.jackstaff.domain.oidc.InvalidTokenException;
import dev.jackstaff.domain.oidc.ProviderUnavailableException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The checks of logout tokens (OpenID Connect Back-Channel Logout 1.0, section 2.6). */
@ApplicationScoped
public class LogoutTokens {
    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

    /** The age up to which a token without an end is accepted. */
    private static final Duration MAX_AGE = Duration.ofMinutes(5);

    @Inject
    TokenVerifier verifier;

    @Inject
    Clock clock;

    /**
     * A logout that a provider demands.
     *
     * @param id names the token, so that it is accepted once
     * @param sid the provider's session; empty for all of the subject
     * @param subject empty if only the session is named
     * @param until the time until which the token would be accepted
     */
    public record Logout(String issuer, String id, String sid, String subject, Instant until) {}

    public Logout verify(IdentityProvider provider, IdentityProvider.Client client, String token)
            throws InvalidTokenException, ProviderUnavailableException {
        JWTClaimsSet claims = verifier.verify(provider, token, TokenVerifier.Kind.LOGOUT, Set.of(client.id()));
        require(
                claims.getClaim("events") instanceof Map<?, ?> events && events.get(EVENT) instanceof Map,
                "it demands no logout");
        require(claims.getClaim("nonce") == null, "it has a nonce");
        String sid = claims.getClaim("sid") instanceof String text ? text : "";
        String subject = Optional.ofNullable(claims.getSubject()).orElse("");
        require(!sid.isEmpty() || !subject.isEmpty(), "it names no session and no subject");
        String id = Optional.ofNullable(claims.getJWTID()).orElse("");
        require(!id.isEmpty(), "it has no id");
        Instant end = end(claims);
        require(clock.instant().isBefore(end), "it has expired");
        return new Logout(claims.getIssuer(), id, sid, subject, end);
    }

    private static Instant end(JWTClaimsSet claims) {
        Date end = claims.getExpirationTime();
        Instant from = end == null ? claims.getIssueTime().toInstant().plus(MAX_AGE) : end.toInstant();
        return from.plus(TokenVerifier.SKEW);
    }

    private static void require(boolean holds, String otherwise) throws InvalidTokenException {
        if (!holds) {
            throw new InvalidTokenException(otherwise);
        }
    }
}
