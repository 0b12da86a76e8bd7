package dev.jackstaff.domain.history;

import dev.jackstaff.domain.project.ProjectDetails;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The details of a project as they were.
 *
 * @param projectRevision the revision of the project since which they were so
 * @param change what made them so; null if that is not recorded
 */
public record ProjectVersionView(
        long projectRevision, Instant at, ProjectDetails details, @Nullable ChangeRecord change) {}
