package dev.jackstaff.domain.oidc.control;

import dev.jackstaff.domain.oidc.IdentityProvider;
import dev.jackstaff.domain.oidc.ProviderUnavailableException;
import java.net.URI;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a provider says about itself (OpenID Connect Discovery 1.0, section 3).
 *
 * @param issuer the issuer exactly as its tokens name it
 * @param logout where a browser is sent to end the session there; null if nowhere
 * @param postsSecret whether the client's secret is sent in the form, because a header is not accepted
 * @param namesIssuer whether its answers to a browser name the issuer (RFC 9207)
 */
record ProviderMetadata(
        String issuer,
        URI authorization,
        URI token,
        URI keys,
        @Nullable URI logout,
        boolean postsSecret,
        boolean namesIssuer) {
    private static final String PATH = "/.well-known/openid-configuration";

    /** The address of a provider's discovery document. */
    static URI address(IdentityProvider provider) {
        return URI.create(provider.issuer().toString().replaceFirst("/$", "") + PATH);
    }

    /** Reads a discovery document, which must be the provider's own. */
    static ProviderMetadata of(IdentityProvider provider, Map<String, Object> document)
            throws ProviderUnavailableException {
        String issuer = document.get("issuer") instanceof String text ? text : "";
        if (!provider.isIssuer(issuer)) {
            throw new ProviderUnavailableException(
                    "the provider calls itself \"" + issuer + "\", not " + provider.issuer());
        }
        return new ProviderMetadata(
                issuer,
                required(document, "authorization_endpoint"),
                required(document, "token_endpoint"),
                required(document, "jwks_uri"),
                find(document, "end_session_endpoint").orElse(null),
                document.get("token_endpoint_auth_methods_supported") instanceof Collection<?> methods
                        && !methods.contains("client_secret_basic"),
                Boolean.TRUE.equals(document.get("authorization_response_iss_parameter_supported")));
    }

    private static URI required(Map<String, Object> document, String member) throws ProviderUnavailableException {
        return find(document, member)
                .orElseThrow(() -> new ProviderUnavailableException(
                        "the provider's description has no usable \"" + member + "\""));
    }

    private static Optional<URI> find(Map<String, Object> document, String member) {
        try {
            return Optional.ofNullable(document.get(member))
                    .map(Object::toString)
                    .map(URI::create)
                    .filter(IdentityProvider::isSecure);
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }
}
