package dev.jackstaff.domain.history;

import dev.jackstaff.domain.project.EnvironmentDetails;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The details of an environment as they were.
 *
 * @param projectRevision the revision of the project since which they were so
 * @param change what made them so; null if that is not recorded
 */
public record EnvironmentVersionView(
        long projectRevision, Instant at, EnvironmentDetails details, @Nullable ChangeRecord change) {}
