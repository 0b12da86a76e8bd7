package dev.jackstaff.api.access;

import dev.jackstaff.api.json.RequestFields;
import dev.jackstaff.domain.access.boundary.NewToken;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request that creates an access token.
 *
 * @param role the key of a role to which the token is limited; left out for all that its owner may do
 * @param project left out for everywhere
 * @param environment left out for all environments
 * @param expiresAt ISO 8601, such as {@code 2026-11-01T00:00:00Z}, at most 366 days from now
 */
public record TokenRequest(
        @Nullable String name,
        @Nullable String role,
        @Nullable String project,
        @Nullable String environment,
        @Nullable String expiresAt) {
    NewToken toNewToken() {
        return new NewToken(
                RequestFields.required("name", name),
                role,
                RequestFields.parseOptional("project", project, ProjectKey::new),
                RequestFields.parseOptional("environment", environment, EnvironmentKey::new),
                RequestFields.parse(
                        "expiresAt", RequestFields.required("expiresAt", expiresAt), RequestFields::parseInstant));
    }
}
