package dev.jackstaff.api.access;

import com.nimbusds.jwt.SignedJWT;
import dev.jackstaff.domain.access.SessionKind;
import dev.jackstaff.domain.access.SessionOrigin;
import dev.jackstaff.domain.access.boundary.Sessions;
import dev.jackstaff.domain.access.boundary.SigningKeys;
import dev.jackstaff.domain.access.boundary.UserSessionView;
import dev.jackstaff.domain.access.boundary.UserView;
import dev.jackstaff.domain.permission.Rights;
import dev.jackstaff.protocols.http.CallerResolver;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.text.ParseException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** The tokens of those who log in to the API. Each stands for a session. */
@RequestScoped
public class LoginTokens {
    @Inject
    SigningKeys keys;

    @Inject
    Sessions sessions;

    @Inject
    CallerResolver callers;

    @Inject
    Clock clock;

    /** Begins a session of a user who has just logged in, and issues its token. */
    public String issue(UserView user, HttpServletRequest request) {
        String agent = Optional.ofNullable(request.getHeader("User-Agent")).orElse("");
        SessionOrigin origin = new SessionOrigin(SessionKind.TOKEN, callers.address(request), agent);
        return issuer().issue(new UserSessionView(user, sessions.begin(user.id(), origin), Rights.NONE));
    }

    /** The token that a credential is, if this installation signed it and it has not expired. */
    Optional<SignedJWT> verify(String credential) {
        return issuer().verify(credential, clock.instant());
    }

    /** The session of a token whose signature is valid; empty if it has ended, or if the token is not as issued. */
    Optional<UserSessionView> find(SignedJWT token) {
        return id(token)
                .flatMap(sessions::find)
                .filter(session -> session.session().kind() == SessionKind.TOKEN)
                .filter(session -> issuer().isTokenOf(token, session));
    }

    private static Optional<UUID> id(SignedJWT token) {
        try {
            return Optional.ofNullable(token.getJWTClaimsSet().getJWTID()).map(UUID::fromString);
        } catch (ParseException | IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private JwtIssuer issuer() {
        return new JwtIssuer(keys.current());
    }
}
