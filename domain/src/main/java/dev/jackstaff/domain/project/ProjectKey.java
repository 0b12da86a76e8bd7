package dev.jackstaff.domain.project;

import dev.jackstaff.domain.KeySyntax;
import dev.jackstaff.domain.permission.PermissionScope;
import dev.jackstaff.domain.permission.ScopeParameter;
import java.io.Serializable;

/** The key of a project in URLs, documents and SDKs. It never changes. */
public record ProjectKey(String value) implements ScopeParameter, Serializable {
    public ProjectKey {
        KeySyntax.requireValid("key", value);
    }

    /** The project as a scope. */
    public PermissionScope scope() {
        return PermissionScope.project(value);
    }

    @Override
    public PermissionScope in(PermissionScope outer) {
        return scope();
    }

    @Override
    public String toString() {
        return value;
    }
}
