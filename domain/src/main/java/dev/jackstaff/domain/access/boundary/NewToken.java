package dev.jackstaff.domain.access.boundary;

import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The data for creating an access token.
 *
 * @param role the key of the role to which it is limited; null for all that its owner may do
 * @param project null for everywhere
 * @param environment null for all environments
 * @param expiresAt at most a year from now
 */
public record NewToken(
        String name,
        @Nullable String role,
        @Nullable ProjectKey project,
        @Nullable EnvironmentKey environment,
        Instant expiresAt) {}
