package dev.jackstaff.domain.oidc.boundary;

import com.nimbusds.jwt.SignedJWT;
import dev.jackstaff.domain.access.SessionCookie;
import dev.jackstaff.domain.oidc.IdentityProvider;
import dev.jackstaff.domain.oidc.InvalidTokenException;
import dev.jackstaff.domain.oidc.ProviderUnavailableException;
import dev.jackstaff.domain.oidc.control.CodeExchange;
import dev.jackstaff.domain.oidc.control.IdentityProviders;
import dev.jackstaff.domain.oidc.control.LogoutTokens;
import dev.jackstaff.domain.oidc.entity.ProviderSession;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.text.ParseException;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The end of sessions that began at identity providers, whoever ends them. Needs no role. It asks providers over HTTP, so it
 * holds no transaction.
 */
@ApplicationScoped
public class SignOuts {
    private static final Logger LOG = Logger.getLogger(SignOuts.class.getName());

    @Inject
    IdentityProviders providers;

    @Inject
    CodeExchange exchange;

    @Inject
    LogoutTokens tokens;

    @Inject
    ProviderSessions sessions;

    /**
     * Ends the session of a cookie. If it began at a provider that can end its own session too, returns where the browser is sent
     * for that.
     *
     * @param returnUri where the provider sends the browser afterwards
     */
    public Optional<URI> end(SessionCookie cookie, String returnUri) {
        Optional<ProviderSession> ended = sessions.end(cookie);
        Optional<IdentityProvider> provider =
                ended.map(ProviderSession::provider).flatMap(providers::find);
        if (ended.isEmpty() || provider.isEmpty()) {
            return Optional.empty();
        }
        try {
            return exchange.logoutAddress(provider.get(), ended.get().idToken(), returnUri);
        } catch (ProviderUnavailableException unavailable) {
            LOG.log(Level.WARNING, "{0} cannot be used: {1}", new Object[] {
                provider.get().name(), unavailable.getMessage()
            });
            return Optional.empty();
        }
    }

    /**
     * Ends the sessions that a provider's logout token names.
     *
     * @throws InvalidTokenException if it is not valid, or was accepted before
     */
    public void endByProvider(String token) throws InvalidTokenException, ProviderUnavailableException {
        IdentityProvider provider = issuer(token);
        IdentityProvider.Client client = provider.client();
        if (client == null) {
            throw new InvalidTokenException("nobody can sign in at its issuer");
        }
        LogoutTokens.Logout logout = tokens.verify(provider, client, token);
        int ended = sessions.end(logout);
        LOG.log(Level.INFO, "{0} has ended {1} sessions.", new Object[] {provider.name(), ended});
    }

    private IdentityProvider issuer(String token) throws InvalidTokenException {
        try {
            String issuer =
                    String.valueOf(SignedJWT.parse(token).getJWTClaimsSet().getIssuer());
            return providers.all().stream()
                    .filter(provider -> provider.isIssuer(issuer))
                    .findFirst()
                    .orElseThrow(() -> new InvalidTokenException("its issuer is unknown"));
        } catch (ParseException | IllegalArgumentException malformed) {
            throw new InvalidTokenException("it is malformed");
        }
    }
}
