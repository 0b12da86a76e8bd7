package dev.jackstaff.domain.history;

import dev.jackstaff.domain.flag.FlagDetails;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A flag as it was.
 *
 * @param projectRevision the revision of the project since which it was so
 * @param change what made it so; null if that is not recorded
 */
public record FlagVersionView(
        long projectRevision, Instant at, boolean archived, FlagDetails details, @Nullable ChangeRecord change) {}
