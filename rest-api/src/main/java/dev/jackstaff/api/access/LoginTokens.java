package dev.jackstaff.api.access;

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

    /** Begins a session of a user who has just logged in, and issues its token. */
    public String issue(UserView user, HttpServletRequest request) {
        String agent = Optional.ofNullable(request.getHeader("User-Agent")).orElse("");
        SessionOrigin origin = new SessionOrigin(SessionKind.TOKEN, callers.address(request), agent);
        return issuer().issue(new UserSessionView(user, sessions.begin(user.id(), origin), Rights.NONE));
    }

    /** The session of a token whose signature is valid; empty if it has ended, or if the token is not as issued. */
    Optional<UserSessionView> find(String token, String id) {
        try {
            return sessions.find(UUID.fromString(id))
                    .filter(session -> session.session().kind() == SessionKind.TOKEN)
                    .filter(session -> issuer().isTokenOf(token, session));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private JwtIssuer issuer() {
        return new JwtIssuer(keys.current());
    }
}
