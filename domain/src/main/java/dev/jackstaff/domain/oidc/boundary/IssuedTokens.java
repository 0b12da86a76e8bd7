package dev.jackstaff.domain.oidc.boundary;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.oidc.IdentityProvider;
import dev.jackstaff.domain.oidc.InvalidTokenException;
import dev.jackstaff.domain.oidc.ProviderProfile;
import dev.jackstaff.domain.oidc.ProviderUnavailableException;
import dev.jackstaff.domain.oidc.control.IdentityProviders;
import dev.jackstaff.domain.oidc.control.TokenVerifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The access tokens of identity providers, by which programs act as the user that a token names, with the rights that the user
 * has now. Needs no role: adapters call it for those who ask. It may ask providers over HTTP, so it holds no transaction.
 */
@ApplicationScoped
public class IssuedTokens {
    private static final Logger LOG = Logger.getLogger(IssuedTokens.class.getName());

    @Inject
    IdentityProviders providers;

    @Inject
    TokenVerifier verifier;

    @Inject
    ProviderAccounts accounts;

    /**
     * The user that a token names; empty if none of the providers that the API accepts calls itself its issuer.
     *
     * @throws DomainException.Unauthenticated if the token is not valid, with the reason
     * @throws DomainException.Forbidden if it names nobody who has an active account
     * @throws ProviderUnavailableException if it cannot be checked now
     */
    public Optional<ProviderUser> authenticate(String token) throws ProviderUnavailableException {
        Optional<IdentityProvider> issuer = issuer(token);
        return issuer.isEmpty() ? Optional.empty() : Optional.of(user(issuer.get(), token));
    }

    private ProviderUser user(IdentityProvider provider, String token) throws ProviderUnavailableException {
        try {
            JWTClaimsSet claims = verifier.verify(provider, token, TokenVerifier.Kind.ACCESS, provider.audiences());
            return accounts.user(provider, ProviderProfile.of(provider, claims));
        } catch (InvalidTokenException invalid) {
            LOG.log(Level.FINE, "A token of {0} is refused: {1}.", new Object[] {provider.name(), invalid.reason()});
            throw new DomainException.Unauthenticated(
                    "the token of " + provider.label() + " is not accepted: " + invalid.reason());
        }
    }

    private Optional<IdentityProvider> issuer(String token) {
        try {
            String issuer = SignedJWT.parse(token).getJWTClaimsSet().getIssuer();
            return issuer == null
                    ? Optional.empty()
                    : providers.all().stream()
                            .filter(provider -> !provider.audiences().isEmpty() && provider.isIssuer(issuer))
                            .findFirst();
        } catch (ParseException | IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
