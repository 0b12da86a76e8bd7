package dev.jackstaff.domain.oidc.boundary;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.access.SessionOrigin;
import dev.jackstaff.domain.oidc.IdentityProvider;
import dev.jackstaff.domain.oidc.InvalidTokenException;
import dev.jackstaff.domain.oidc.ProviderUnavailableException;
import dev.jackstaff.domain.oidc.SignInRefusedException;
import dev.jackstaff.domain.oidc.SignInRequest;
import dev.jackstaff.domain.oidc.SignInResponse;
import dev.jackstaff.domain.oidc.SignInSecrets;
import dev.jackstaff.domain.oidc.control.CodeExchange;
import dev.jackstaff.domain.oidc.control.IdentityProviders;
import dev.jackstaff.domain.oidc.entity.PendingSignIn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Sign-in at identity providers. Needs no role: adapters call it for those who sign in. It asks providers over HTTP, so it
 * holds no transaction; what it calls begins its own.
 */
@ApplicationScoped
public class SignIns {
    private static final Logger LOG = Logger.getLogger(SignIns.class.getName());

    @Inject
    IdentityProviders providers;

    @Inject
    CodeExchange exchange;

    @Inject
    PendingSignIns pending;

    @Inject
    ProviderSessions sessions;

    /** The providers that people can sign in at. */
    public List<SignInProvider> providers() {
        return providers.all().stream()
                .filter(provider -> provider.client() != null)
                .map(provider -> new SignInProvider(provider.name(), provider.label()))
                .toList();
    }

    /** Begins a sign-in. */
    public StartedSignIn begin(SignInRequest request) throws SignInRefusedException {
        IdentityProvider provider = provider(request.provider());
        SignInSecrets secrets = SignInSecrets.generate();
        try {
            URI address = exchange.authorizationAddress(provider, client(provider), request, secrets);
            return new StartedSignIn(address, secrets.browser(), pending.add(request, secrets));
        } catch (ProviderUnavailableException unavailable) {
            throw unreachable(provider, unavailable);
        } catch (DomainException throttled) {
            throw new SignInRefusedException("Too many sign-ins are under way. Try again in a minute.");
        }
    }

    /**
     * Completes a sign-in, once, at any hub.
     *
     * @param browser the secret in the cookie of the browser; empty if it has none
     */
    public CompletedSignIn complete(SignInResponse response, String browser, SessionOrigin origin)
            throws SignInRefusedException {
        PendingSignIn signIn = pending.use(response.state(), browser);
        IdentityProvider provider = provider(signIn.provider());
        try {
            exchange.checkIssuer(provider, response.issuer());
            if (!response.error().isEmpty() || response.code().isEmpty()) {
                throw new SignInRefusedException(
                        provider.label() + " refused the sign-in: " + CodeExchange.reason(response.error()) + ".");
            }
            CodeExchange.IdToken token = exchange.redeem(provider, client(provider), signIn, response.code());
            return new CompletedSignIn(sessions.begin(provider, token, origin), signIn.target());
        } catch (InvalidTokenException invalid) {
            LOG.log(Level.WARNING, "The answer of {0} is refused: {1}.", new Object[] {provider.name(), invalid.reason()
            });
            throw new SignInRefusedException(
                    "The answer of " + provider.label() + " is not accepted: " + invalid.reason() + ".");
        } catch (ProviderUnavailableException unavailable) {
            throw unreachable(provider, unavailable);
        } catch (DomainException refused) {
            throw new SignInRefusedException("You are signed in at " + provider.label()
                    + ", but cannot be signed in here: " + refused.sentence() + ".");
        }
    }

    private static SignInRefusedException unreachable(
            IdentityProvider provider, ProviderUnavailableException unavailable) {
        LOG.log(Level.WARNING, "{0} cannot be used: {1}", new Object[] {provider.name(), unavailable.getMessage()});
        return SignInRefusedException.unreachable(provider);
    }

    private IdentityProvider provider(String name) throws SignInRefusedException {
        return providers
                .find(name)
                .orElseThrow(() -> new SignInRefusedException("There is no such provider to sign in at."));
    }

    private static IdentityProvider.Client client(IdentityProvider provider) throws SignInRefusedException {
        IdentityProvider.Client client = provider.client();
        if (client == null) {
            throw new SignInRefusedException("Nobody can sign in at " + provider.label() + ".");
        }
        return client;
    }
}
