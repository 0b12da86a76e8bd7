package dev.jackstaff.domain.change.control;

import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.FlagStateDetails;
import dev.jackstaff.domain.project.EnvironmentKey;

/** The settings of a flag in an environment, before and after a change. */
public record SettingsChange(
        FlagKey flag, EnvironmentKey environment, FlagStateDetails before, FlagStateDetails after) {
    /** Whether the flag was off, and is on. */
    boolean isTurnedOn() {
        return !before.enabled() && after.enabled();
    }
}
