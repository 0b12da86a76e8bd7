package dev.jackstaff.domain.access;

import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The data for creating an API key. Server and client keys need a project and an environment; an edge key has both or
 * neither; an admin key may have a project, in which it may do what owners may.
 *
 * @param secret the existing secret of a key of another system; otherwise a new one is generated
 */
public record NewApiKey(
        String name,
        ApiKeyKind kind,
        @Nullable ProjectKey project,
        @Nullable EnvironmentKey environment,
        @Nullable Instant expiresAt,
        @Nullable String secret) {
    /** A key with a generated secret. */
    public NewApiKey(
            String name,
            ApiKeyKind kind,
            @Nullable ProjectKey project,
            @Nullable EnvironmentKey environment,
            @Nullable Instant expiresAt) {
        this(name, kind, project, environment, expiresAt, null);
    }

    @Override
    public String toString() {
        return "NewApiKey[" + kind.label() + " " + name + "]";
    }
}
