package dev.jackstaff.domain.permission;

import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody wants to do something.
 *
 * @param environment null for what all environments of the project share
 */
public record PermissionScope(ProjectKey project, @Nullable EnvironmentKey environment) {}
