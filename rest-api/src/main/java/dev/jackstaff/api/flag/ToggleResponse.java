package dev.jackstaff.api.flag;

import dev.jackstaff.domain.flag.boundary.FlagStateView;

/**
 * The answer to a toggle.
 *
 * @param revision the first revision with the new state
 */
public record ToggleResponse(String key, String environment, boolean enabled, long revision) {
    static ToggleResponse of(FlagStateView view) {
        return new ToggleResponse(view.flag().value(), view.environment().value(), view.enabled(), view.revision());
    }
}
