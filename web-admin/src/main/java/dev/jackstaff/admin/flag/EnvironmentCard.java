package dev.jackstaff.admin.flag;

import dev.jackstaff.admin.frame.EnvironmentMark;
import dev.jackstaff.domain.flag.boundary.FlagStateView;

/** The state of a flag in one environment, as the head of its page shows it. */
public record EnvironmentCard(EnvironmentMark mark, FlagStateView state) {
    public EnvironmentMark getMark() {
        return mark;
    }

    public boolean isOn() {
        return state.enabled();
    }

    public StateSummary getSummary() {
        return StateSummary.of(state.details());
    }

    public FlagStateView getState() {
        return state;
    }
}
