package dev.jackstaff.domain.project;

import dev.jackstaff.domain.KeySyntax;
import dev.jackstaff.domain.permission.PermissionScope;
import dev.jackstaff.domain.permission.ScopeParameter;
import dev.jackstaff.engine.EnvironmentAddress;
import java.io.Serializable;

/** The key of an environment in URLs, documents and SDKs. It never changes. */
public record EnvironmentKey(String value) implements ScopeParameter, Serializable {
    public EnvironmentKey {
        KeySyntax.requireValid("key", value);
    }

    @Override
    public PermissionScope in(PermissionScope outer) {
        return outer.isInstallation() ? outer : new PermissionScope(outer.project(), value);
    }

    /** The address of the environment of this key in a project. */
    public EnvironmentAddress in(ProjectKey project) {
        return new EnvironmentAddress(project.value(), value);
    }

    @Override
    public String toString() {
        return value;
    }
}
