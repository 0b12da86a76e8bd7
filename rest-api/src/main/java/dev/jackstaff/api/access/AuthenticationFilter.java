package dev.jackstaff.api.access;

import com.nimbusds.jwt.SignedJWT;
import dev.jackstaff.api.problem.Problem;
import dev.jackstaff.api.problem.ProblemException;
import dev.jackstaff.api.problem.ProblemType;
import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.access.boundary.ApiKeys;
import dev.jackstaff.domain.access.boundary.TokenAuthentication;
import dev.jackstaff.domain.access.boundary.UserSessionView;
import dev.jackstaff.domain.actor.CurrentActor;
import dev.jackstaff.domain.oidc.ProviderUnavailableException;
import dev.jackstaff.domain.oidc.boundary.IssuedTokens;
import dev.jackstaff.domain.oidc.boundary.ProviderUser;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The filter that authenticates a request by token or admin key and sets the current actor. It verifies the signature of
 * the token itself. The token's session and the user are read for each request, so that the end of the session, a
 * deactivation or a new role takes effect at once. The token of an identity provider acts as the user that it names.
 */
@RequiresAuthentication
@Priority(Priorities.AUTHENTICATION)
@RequestScoped
public class AuthenticationFilter implements ContainerRequestFilter {
    private static final Logger LOG = Logger.getLogger(AuthenticationFilter.class.getName());

    @Inject
    CurrentActor currentActor;

    @Inject
    LoginTokens tokens;

    @Inject
    TokenAuthentication accessTokens;

    @Inject
    IssuedTokens issuedTokens;

    @Inject
    ApiKeys keys;

    @Override
    public void filter(ContainerRequestContext request) {
        Optional<String> token =
                RequestCredential.bearerToken(request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION));
        Optional<SignedJWT> own = token.flatMap(tokens::verify);
        if (own.isPresent()) {
            UserSessionView session = session(own.get());
            currentActor.actAs(session.actor(), session.login());
            return;
        }
        Optional<ProviderUser> user = token.flatMap(this::userOfProvider);
        if (user.isPresent()) {
            currentActor.actAs(user.get().actor(), user.get().login());
        } else {
            actByCredential(request);
        }
    }

    private Optional<ProviderUser> userOfProvider(String token) {
        try {
            return issuedTokens.authenticate(token);
        } catch (ProviderUnavailableException unavailable) {
            LOG.log(Level.WARNING, "A token cannot be checked: {0}", unavailable.getMessage());
            throw new ProblemException(Problem.of(
                    ProblemType.UNAVAILABLE, "the issuer of the token does not answer, so it cannot be checked"));
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
