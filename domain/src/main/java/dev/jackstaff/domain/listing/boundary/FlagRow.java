package dev.jackstaff.domain.listing.boundary;

import dev.jackstaff.domain.flag.boundary.FlagView;
import dev.jackstaff.domain.listing.EnvironmentSummary;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A flag in a list.
 *
 * @param flag with its owner and whether it is potentially stale
 * @param favourite whether the person who asks has marked it
 * @param environments one for each environment of the project, in their order
 * @param hourly the evaluations in all environments in each of the last 24 hours, the present one last
 * @param evaluations their sum
 * @param changedAt when the flag or its settings were last changed
 * @param changedBy who did; null if that is not recorded
 */
public record FlagRow(
        FlagView flag,
        boolean favourite,
        List<EnvironmentSummary> environments,
        List<Long> hourly,
        long evaluations,
        Instant changedAt,
        @Nullable String changedBy) {
    public FlagRow {
        environments = List.copyOf(environments);
        hourly = List.copyOf(hourly);
    }
}
