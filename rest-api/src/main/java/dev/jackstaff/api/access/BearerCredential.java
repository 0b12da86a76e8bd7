package dev.jackstaff.api.access;

import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Whoever sends a bearer secret. */
final class BearerCredential {
    /** Somebody whom the container lets pass without knowing, and who is in no group. */
    static final CredentialValidationResult ANONYMOUS = new CredentialValidationResult("unknown");

    private static final String SCHEME = "Bearer ";

    private BearerCredential() {}

    static Optional<String> find(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization"))
                .filter(value -> value.startsWith(SCHEME))
                .map(value -> value.substring(SCHEME.length()).strip());
    }
}
