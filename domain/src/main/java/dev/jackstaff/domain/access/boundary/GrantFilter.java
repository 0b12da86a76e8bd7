package dev.jackstaff.domain.access.boundary;

import dev.jackstaff.domain.access.GrantSubject;
import dev.jackstaff.domain.project.ProjectKey;
import org.jspecify.annotations.Nullable;

/**
 * Which grants to list.
 *
 * @param subject null for everybody
 * @param project null for all; otherwise those in the project and its environments
 */
public record GrantFilter(@Nullable GrantSubject subject, @Nullable ProjectKey project) {}
