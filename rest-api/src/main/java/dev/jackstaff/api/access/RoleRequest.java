package dev.jackstaff.api.access;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.jackstaff.api.json.RequestFields;
import dev.jackstaff.domain.access.RoleDetails;
import dev.jackstaff.domain.permission.Permission;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request that creates or changes a role. In a change, members that are left out stay as they are.
 *
 * @param key required for a new role, and read-only afterwards
 * @param name left out in a new role, it is the key
 * @param permissions such as {@code flag:switch}; {@code GET /api/v1/permissions} lists them
 */
@JsonIgnoreProperties({"builtIn"})
public record RoleRequest(
        @Nullable String key,
        @Nullable String name,
        @Nullable String description,
        @Nullable List<@Nullable String> permissions,
        @Nullable Long version) {
    RoleDetails toDetails() {
        return new RoleDetails(
                RequestFields.textOr(name, RequestFields.required("key", key)),
                RequestFields.text(description),
                parsePermissions());
    }

    RoleDetails change(RoleDetails before) {
        return new RoleDetails(
                RequestFields.textOr(name, before.name()),
                RequestFields.textOr(description, before.description()),
                permissions == null ? before.permissions() : parsePermissions());
    }

    private Set<Permission> parsePermissions() {
        List<Permission> parsed = RequestFields.list("permissions", permissions).stream()
                .map(label -> RequestFields.parseLabel("permissions", label, Permission.LABELS))
                .toList();
        return Set.copyOf(parsed);
    }
}
