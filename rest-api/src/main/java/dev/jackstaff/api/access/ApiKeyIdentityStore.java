package dev.jackstaff.api.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Identity store that lets requests with an API key as bearer pass the container's token check; what that key may do is
 * decided behind it. Runs before the container's own store of tokens.
 */
@ApplicationScoped
public class ApiKeyIdentityStore implements IdentityStore {
    private static final int BEFORE_TOKENS = 10;

    @Inject
    HttpServletRequest request;

    @Override
    public int priority() {
        return BEFORE_TOKENS;
    }

    @Override
    public CredentialValidationResult validate(Credential credential) {
        return BearerCredential.find(request)
                .filter(secret -> !RequestCredential.isJwt(secret))
                .map(secret -> BearerCredential.ANONYMOUS)
                .orElse(CredentialValidationResult.NOT_VALIDATED_RESULT);
    }
}
