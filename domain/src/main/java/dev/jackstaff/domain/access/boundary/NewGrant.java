package dev.jackstaff.domain.access.boundary;

import dev.jackstaff.domain.access.GrantSubject;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import org.jspecify.annotations.Nullable;

/**
 * A role to give.
 *
 * @param subject the id of whom it is given to; a user may be named by e-mail address instead
 * @param project null for the whole installation
 * @param environment null for all environments
 */
public record NewGrant(
        GrantSubject.Kind kind,
        String subject,
        String role,
        @Nullable ProjectKey project,
        @Nullable EnvironmentKey environment) {}
