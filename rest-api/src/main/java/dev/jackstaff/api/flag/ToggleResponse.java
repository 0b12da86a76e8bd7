package dev.jackstaff.api.flag;

import dev.jackstaff.domain.flag.boundary.FlagStateView;

/**
 * A flag that was switched.
 *
 * @param revision from which on every edge answers accordingly
 */
public record ToggleResponse(String key, String environment, boolean enabled, long revision) {
    static ToggleResponse of(FlagStateView view) {
        return new ToggleResponse(view.flag().value(), view.environment().value(), view.enabled(), view.revision());
    }
}
