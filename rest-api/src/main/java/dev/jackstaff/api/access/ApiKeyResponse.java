package dev.jackstaff.api.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.jackstaff.domain.access.ApiKeyKind;
import dev.jackstaff.domain.access.boundary.ApiKeyView;
import dev.jackstaff.domain.access.boundary.CreatedApiKey;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body that describes an API key in a response.
 *
 * @param secret the whole key, only in the answer to its creation
 */
public record ApiKeyResponse(
        UUID id,
        String name,
        @Schema(implementation = ApiKeyKind.class) String kind,
        @Nullable String project,
        @Nullable String environment,
        String prefix,
        String createdAt,
        String createdBy,
        @Nullable String expiresAt,
        @Nullable String lastUsedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String secret) {
    static ApiKeyResponse of(ApiKeyView view) {
        return of(view, null);
    }

    static ApiKeyResponse of(CreatedApiKey created) {
        return of(created.key(), created.secret());
    }

    private static ApiKeyResponse of(ApiKeyView view, @Nullable String secret) {
        return new ApiKeyResponse(
                view.id(),
                view.name(),
                view.kind().label(),
                text(view.project()),
                text(view.environment()),
                view.prefix(),
                view.createdAt().toString(),
                view.createdBy(),
                text(view.expiresAt()),
                text(view.lastUsedAt()),
                secret);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : Objects.toString(value);
    }

    @Override
    public String toString() {
        return "ApiKeyResponse[" + prefix + "]";
    }
}
