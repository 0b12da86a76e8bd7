package dev.jackstaff.domain.oidc.control;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.jackstaff.domain.oidc.IdentityProvider;
import dev.jackstaff.domain.oidc.InvalidTokenException;
import dev.jackstaff.domain.oidc.ProviderUnavailableException;
import dev.jackstaff.domain.oidc.SignInRequest;
import dev.jackstaff.domain.oidc.SignInSecrets;
import dev.jackstaff.domain.oidc.entity.PendingSignIn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The code flow with PKCE (OpenID Connect Core 1.0, section 3.1; RFC 7636), as the client. */
@ApplicationScoped
public class CodeExchange {
    private static final String NONCE = "nonce";

    @Inject
    ProviderClient http;

    @Inject
    ProviderDocuments documents;

    @Inject
    TokenVerifier verifier;

    /** An ID token that was verified, with its text, which names the sign-in when it ends at the provider. */
    public record IdToken(JWTClaimsSet claims, String text) {
        @Override
        public String toString() {
            return "IdToken[]";
        }
    }

    /** The address that the browser is sent to. The provider has answered within the last seconds. */
    public URI authorizationAddress(
            IdentityProvider provider, IdentityProvider.Client client, SignInRequest request, SignInSecrets secrets)
            throws ProviderUnavailableException {
        URI endpoint = documents.currentMetadata(provider).authorization();
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("client_id", client.id());
        query.put("redirect_uri", request.redirectUri());
        query.put("scope", String.join(" ", client.scopes()));
        query.put("state", secrets.state());
        query.put(NONCE, secrets.nonce());
        query.put("code_challenge", secrets.codeChallenge());
        query.put("code_challenge_method", "S256");
        return withQuery(endpoint, query);
    }

    /** Checks that an answer comes from the provider that was asked (RFC 9207). */
    public void checkIssuer(IdentityProvider provider, String issuer)
            throws InvalidTokenException, ProviderUnavailableException {
        ProviderMetadata metadata = documents.metadata(provider);
        if (issuer.isEmpty() ? metadata.namesIssuer() : !issuer.equals(metadata.issuer())) {
            throw new InvalidTokenException("it comes from another issuer");
        }
    }

    /** Redeems a code for an ID token of the sign-in. */
    public IdToken redeem(IdentityProvider provider, IdentityProvider.Client client, PendingSignIn signIn, String code)
            throws InvalidTokenException, ProviderUnavailableException {
        ProviderMetadata metadata = documents.metadata(provider);
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", signIn.redirectUri());
        form.put("code_verifier", signIn.codeVerifier());
        String authorization = null;
        if (client.secret().isEmpty()) {
            form.put("client_id", client.id());
        } else if (metadata.postsSecret()) {
            form.put("client_id", client.id());
            form.put("client_secret", client.secret());
        } else {
            authorization = basic(client);
        }
        ProviderClient.Answer answer = http.post(metadata.token(), form, authorization);
        if (answer.status() >= 500) {
            throw new ProviderUnavailableException(metadata.token() + " answered " + answer.status());
        }
        if (!answer.isOk()) {
            throw new InvalidTokenException("the code was not accepted: " + reason(answer.text("error")));
        }
        String text = answer.text("id_token");
        JWTClaimsSet claims = verifier.verify(provider, text, TokenVerifier.Kind.ID, Set.of(client.id()));
        checkSignIn(claims, client, signIn);
        return new IdToken(claims, text);
    }

    private static void checkSignIn(JWTClaimsSet claims, IdentityProvider.Client client, PendingSignIn signIn)
            throws InvalidTokenException {
        if (!signIn.nonce().equals(claims.getClaim(NONCE))) {
            throw new InvalidTokenException("its nonce is of another sign-in");
        }
        Object party = claims.getClaim("azp");
        if (party == null ? claims.getAudience().size() > 1 : !party.equals(client.id())) {
            throw new InvalidTokenException("it was issued to another client");
        }
    }

    /** Where a browser is sent to end its session at a provider (RP-Initiated Logout 1.0); empty if there is no such place. */
    public Optional<URI> logoutAddress(IdentityProvider provider, String idToken, String returnUri)
            throws ProviderUnavailableException {
        URI endpoint = documents.metadata(provider).logout();
        return Optional.ofNullable(endpoint)
                .map(address ->
                        withQuery(address, Map.of("id_token_hint", idToken, "post_logout_redirect_uri", returnUri)));
    }

    private static URI withQuery(URI address, Map<String, String> query) {
        return URI.create(address
                + (address.getRawQuery() == null ? "?" : "&")
                + query.entrySet().stream()
                        .map(parameter -> parameter.getKey() + "=" + ProviderClient.encode(parameter.getValue()))
                        .collect(Collectors.joining("&")));
    }

    /** The reason that a provider gives, if it is one of the short names that the specification has. */
    public static String reason(@Nullable String error) {
        return error != null && error.matches("[a-z_]{1,40}") ? error : "unknown";
    }

    private static String basic(IdentityProvider.Client client) {
        String pair = ProviderClient.encode(client.id()) + ":" + ProviderClient.encode(client.secret());
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
