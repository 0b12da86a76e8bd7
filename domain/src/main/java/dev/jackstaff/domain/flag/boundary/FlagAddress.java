package dev.jackstaff.domain.flag.boundary;

import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.permission.PermissionScope;
import dev.jackstaff.domain.permission.ScopeParameter;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;

/** The address of a flag in one environment: project, flag and environment key. */
public record FlagAddress(ProjectKey project, FlagKey flag, EnvironmentKey environment) implements ScopeParameter {
    @Override
    public PermissionScope in(PermissionScope outer) {
        return environment.in(project.scope());
    }
}
