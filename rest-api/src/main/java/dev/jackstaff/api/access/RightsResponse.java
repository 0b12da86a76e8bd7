package dev.jackstaff.api.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.jackstaff.domain.permission.GrantedRole;
import dev.jackstaff.domain.permission.Permission;
import dev.jackstaff.domain.permission.PermissionScope;
import dev.jackstaff.domain.permission.Rights;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body that says what somebody may do.
 *
 * @param permissions those in the scope that was asked for
 * @param roles all that they have, wherever
 */
public record RightsResponse(List<String> permissions, List<RoleInScope> roles) {
    /**
     * A role in a scope.
     *
     * @param project left out for the whole installation
     * @param environment left out for all environments
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RoleInScope(
            String role, @Nullable String project, @Nullable String environment, List<String> permissions) {
        static RoleInScope of(GrantedRole granted) {
            return new RoleInScope(
                    granted.role(),
                    OptionalKey.orNull(granted.scope().project()),
                    OptionalKey.orNull(granted.scope().environment()),
                    granted.permissions().stream()
                            .sorted()
                            .map(Permission::label)
                            .toList());
        }
    }

    static RightsResponse of(Rights rights, PermissionScope scope) {
        return new RightsResponse(
                rights.in(scope).stream().map(Permission::label).toList(),
                rights.roles().stream().map(RoleInScope::of).toList());
    }
}
