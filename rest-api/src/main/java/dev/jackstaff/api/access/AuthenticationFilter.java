package dev.jackstaff.api.access;

import com.nimbusds.jwt.SignedJWT;
import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.access.boundary.ApiKeys;
import dev.jackstaff.domain.access.boundary.TokenAuthentication;
import dev.jackstaff.domain.access.boundary.UserSessionView;
import dev.jackstaff.domain.actor.CurrentActor;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;

/**
 * The filter that authenticates a request by token or admin key and sets the current actor. It verifies the signature of
 * the token itself. The token's session and the user are read for each request, so that the end of the session, a
 * deactivation or a new role takes effect at once.
 */
@RequiresAuthentication
@Priority(Priorities.AUTHENTICATION)
@RequestScoped
public class AuthenticationFilter implements ContainerRequestFilter {
    @Inject
    CurrentActor currentActor;

    @Inject
    LoginTokens tokens;

    @Inject
    TokenAuthentication accessTokens;

    @Inject
    ApiKeys keys;

    @Override
    public void filter(ContainerRequestContext request) {
        Optional<SignedJWT> token = RequestCredential.bearerToken(
                        request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION))
                .flatMap(tokens::verify);
        if (token.isPresent()) {
            UserSessionView session = session(token.get());
            currentActor.actAs(session.actor(), session.login());
        } else {
            actByCredential(request);
        }
    }

    private void actByCredential(ContainerRequestContext request) {
        String credential = RequestCredential.find(request::getHeaderString)
                .orElseThrow(() -> new DomainException.Unauthenticated(
                        "send a token in \"Authorization: Bearer\" or an admin key in \"X-API-Key\""));
        if (RequestCredential.isJwt(credential)) {
            throw new DomainException.Unauthenticated("the token is invalid or expired; log in again");
        }
        if (accessTokens.isToken(credential)) {
            accessTokens.actBy(credential);
        } else {
            currentActor.actAs(keys.authenticate(credential));
        }
    }

    private UserSessionView session(SignedJWT token) {
        return tokens.find(token)
                .orElseThrow(() -> new DomainException.Unauthenticated(
                        "the token's session has ended, its user is deactivated, or this hub did not issue it;"
                                + " log in again"));
    }
}
