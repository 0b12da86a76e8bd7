package dev.jackstaff.domain.access.boundary;

import dev.jackstaff.domain.access.control.TokenStore.ScopedToken;
import dev.jackstaff.domain.access.entity.AccessToken;
import dev.jackstaff.domain.permission.PermissionScope;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The readable state of an access token: all but its secret.
 *
 * @param prefix the beginning of the secret, to tell tokens apart
 * @param role the key of the role to which it is limited; null for all that its owner may do
 * @param scope that to which it is limited
 * @param lastUsedAt to the minute; null if it was never used
 */
public record TokenView(
        UUID id,
        String name,
        String prefix,
        @Nullable String role,
        PermissionScope scope,
        Instant createdAt,
        String createdBy,
        Instant expiresAt,
        @Nullable Instant lastUsedAt) {
    static TokenView of(ScopedToken found) {
        AccessToken token = found.token();
        return new TokenView(
                token.id(),
                token.name(),
                token.prefix(),
                token.role().orElse(null),
                found.scope(),
                token.createdAt(),
                token.createdBy(),
                token.expiresAt(),
                token.lastUsedAt().orElse(null));
    }
}
