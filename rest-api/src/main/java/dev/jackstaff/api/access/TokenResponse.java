package dev.jackstaff.api.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.jackstaff.api.http.SecretAnswer;
import dev.jackstaff.domain.access.boundary.CreatedToken;
import dev.jackstaff.domain.access.boundary.TokenView;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The body that describes an access token. Members that do not apply are left out.
 *
 * @param prefix the beginning of the secret, to tell tokens apart
 * @param role the key of the role to which it is limited
 * @param lastUsedAt to the minute
 * @param secret the whole token, only in the answer to the request that created it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TokenResponse(
        UUID id,
        String name,
        String prefix,
        @Nullable String role,
        @Nullable String project,
        @Nullable String environment,
        String createdAt,
        String createdBy,
        String expiresAt,
        @Nullable String lastUsedAt,
        @Nullable String secret)
        implements SecretAnswer {
    static TokenResponse of(TokenView view) {
        return of(view, null);
    }

    static TokenResponse of(CreatedToken created) {
        return of(created.token(), created.secret());
    }

    private static TokenResponse of(TokenView view, @Nullable String secret) {
        return new TokenResponse(
                view.id(),
                view.name(),
                view.prefix(),
                view.role(),
                OptionalKey.orNull(view.scope().project()),
                OptionalKey.orNull(view.scope().environment()),
                view.createdAt().toString(),
                view.createdBy(),
                view.expiresAt().toString(),
                Optional.ofNullable(view.lastUsedAt()).map(Instant::toString).orElse(null),
                secret);
    }

    @Override
    public TokenResponse withoutSecret() {
        return new TokenResponse(
                id, name, prefix, role, project, environment, createdAt, createdBy, expiresAt, lastUsedAt, null);
    }

    @Override
    public String toString() {
        return "TokenResponse[" + prefix + "]";
    }
}
