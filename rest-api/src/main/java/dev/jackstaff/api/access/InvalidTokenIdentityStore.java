package dev.jackstaff.api.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Identity store that lets requests with invalid tokens pass unidentified, so that {@link AuthenticationFilter} refuses
 * them with a problem document and not the container with a page. Runs after the container's own store of tokens.
 */
@ApplicationScoped
public class InvalidTokenIdentityStore implements IdentityStore {
    private static final int AFTER_TOKENS = 1_000;

    @Inject
    HttpServletRequest request;

    @Override
    public int priority() {
        return AFTER_TOKENS;
    }

    @Override
    public CredentialValidationResult validate(Credential credential) {
        return BearerCredential.find(request)
                .map(secret -> BearerCredential.ANONYMOUS)
                .orElse(CredentialValidationResult.NOT_VALIDATED_RESULT);
    }
}
