package dev.jackstaff.api.access;

import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** The credential of an {@code Authorization: Bearer} header. */
final class BearerCredential {
    /** A caller whom the container lets pass unidentified, in no group. */
    static final CredentialValidationResult ANONYMOUS = new CredentialValidationResult("unknown");

    private static final String SCHEME = "Bearer ";

    private BearerCredential() {}

    static Optional<String> find(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization"))
                .filter(value -> value.startsWith(SCHEME))
                .map(value -> value.substring(SCHEME.length()).strip());
    }
}
