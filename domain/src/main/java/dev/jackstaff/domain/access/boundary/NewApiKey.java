package dev.jackstaff.domain.access.boundary;

import dev.jackstaff.domain.access.ApiKeyKind;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key to be. Server and client keys need a project and an environment; an edge key has both or neither; an admin key
 * has neither.
 */
public record NewApiKey(
        String name,
        ApiKeyKind kind,
        @Nullable ProjectKey project,
        @Nullable EnvironmentKey environment,
        @Nullable Instant expiresAt) {}
