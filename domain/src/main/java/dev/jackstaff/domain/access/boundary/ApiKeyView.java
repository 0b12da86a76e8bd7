package dev.jackstaff.domain.access.boundary;

import dev.jackstaff.domain.access.ApiKeyKind;
import dev.jackstaff.domain.access.control.AccessStore.ScopedKey;
import dev.jackstaff.domain.access.entity.ApiKey;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.entity.Environment;
import dev.jackstaff.domain.project.entity.Project;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The readable state of an API key: all but its secret.
 *
 * @param project the only project it opens, if it is limited to one
 * @param environment the only environment it opens, if it is limited to one
 * @param prefix the beginning of the secret, to tell keys apart
 * @param expiresAt the instant from which the key is invalid
 */
public record ApiKeyView(
        UUID id,
        String name,
        ApiKeyKind kind,
        @Nullable ProjectKey project,
        @Nullable EnvironmentKey environment,
        String prefix,
        Instant createdAt,
        String createdBy,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable Instant lastUsedAt)
        implements Serializable {
    static ApiKeyView of(ScopedKey scoped) {
        ApiKey key = scoped.key();
        return new ApiKeyView(
                key.id(),
                key.name(),
                key.kind(),
                scoped.project().map(Project::key).orElse(null),
                scoped.environment().map(Environment::key).orElse(null),
                key.prefix(),
                key.createdAt(),
                key.createdBy(),
                key.expiresAt(),
                key.revokedAt(),
                key.lastUsedAt());
    }
}
