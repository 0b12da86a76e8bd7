package dev.jackstaff.domain.history;

import dev.jackstaff.domain.flag.FlagStateDetails;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a flag in an environment as they were.
 *
 * @param revision the revision of the environment since which they were so
 * @param change what made them so; null if that is not recorded
 */
public record SettingsVersionView(
        long revision, Instant at, FlagStateDetails settings, @Nullable ChangeRecord change) {}
