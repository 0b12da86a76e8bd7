package dev.jackstaff.api.access;

import dev.jackstaff.api.json.RequestFields;
import dev.jackstaff.domain.access.ApiKeyKind;
import dev.jackstaff.domain.access.NewApiKey;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request that creates an API key.
 *
 * @param kind {@code server}, {@code client}, {@code edge} or {@code admin}
 * @param expiresAt ISO 8601, such as {@code 2026-11-01T00:00:00Z}
 * @param secret the secret of a server or client key that another system issued and that keeps working; left out for a
 *     generated one
 */
public record ApiKeyRequest(
        @Nullable String name,
        @Schema(implementation = ApiKeyKind.class) @Nullable String kind,
        @Nullable String project,
        @Nullable String environment,
        @Nullable String expiresAt,
        @Nullable String secret) {
    NewApiKey toNewApiKey() {
        return new NewApiKey(
                RequestFields.required("name", name),
                RequestFields.parseLabel("kind", RequestFields.required("kind", kind), ApiKeyKind.LABELS),
                RequestFields.parseOptional("project", project, ProjectKey::new),
                RequestFields.parseOptional("environment", environment, EnvironmentKey::new),
                RequestFields.parseOptional("expiresAt", expiresAt, RequestFields::parseInstant),
                secret);
    }

    @Override
    public String toString() {
        return "ApiKeyRequest[" + kind + " " + name + "]";
    }
}
