package dev.jackstaff.api.access;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.access.boundary.ApiKeys;
import dev.jackstaff.domain.access.boundary.UserView;
import dev.jackstaff.domain.access.boundary.Users;
import dev.jackstaff.domain.actor.Actor;
import dev.jackstaff.domain.actor.CurrentActor;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * The filter that authenticates a request by token or admin key and sets the current actor. The container has verified
 * the token; the user is read for each request, so that a deactivation or a new role takes effect at once.
 */
@RequiresAuthentication
@Priority(Priorities.AUTHENTICATION)
@RequestScoped
public class AuthenticationFilter implements ContainerRequestFilter {
    @Inject
    CurrentActor currentActor;

    @Inject
    Users users;

    @Inject
    ApiKeys keys;

    @Override
    public void filter(ContainerRequestContext request) {
        currentActor.actAs(actor(request));
    }

    private Actor actor(ContainerRequestContext request) {
        if (request.getSecurityContext().getUserPrincipal() instanceof JsonWebToken token) {
            return bearer(token);
        }
        String credential = RequestCredential.find(request::getHeaderString)
                .orElseThrow(() -> new DomainException.Unauthenticated(
                        "send a token in \"Authorization: Bearer\" or an admin key in \"X-API-Key\""));
        if (RequestCredential.isJwt(credential)) {
            throw new DomainException.Unauthenticated("the token is invalid or expired; log in again");
        }
        return keys.authenticate(credential);
    }

    private Actor bearer(JsonWebToken token) {
        try {
            UserView user = users.get(UUID.fromString(token.getSubject()));
            if (user.active()) {
                return user.actor();
            }
        } catch (DomainException.NotFound | IllegalArgumentException unknown) {
            throw new DomainException.Unauthenticated("the token's user no longer exists");
        }
        throw new DomainException.Unauthenticated("the token's user is deactivated");
    }
}
