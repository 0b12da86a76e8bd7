package dev.jackstaff.admin.flag;

import dev.jackstaff.admin.frame.EnvironmentMark;
import dev.jackstaff.domain.flag.boundary.FlagStateView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The state of a flag in one environment, as the head of its page shows it.
 *
 * @param heldOff what holds the flag off though it is on; null if nothing does
 * @param returnsAt when the flag, which was killed, turns on again; null if it does not
 */
public record EnvironmentCard(
        EnvironmentMark mark, FlagStateView state, @Nullable HeldOff heldOff, @Nullable Instant returnsAt) {
    public EnvironmentMark getMark() {
        return mark;
    }

    public boolean isOn() {
        return state.enabled();
    }

    public StateSummary getSummary() {
        if (heldOff != null) {
            return StateSummary.ofHeldOff(heldOff);
        }
        return returnsAt == null ? StateSummary.of(state.details()) : StateSummary.ofKilled(returnsAt);
    }

    public FlagStateView getState() {
        return state;
    }

    public @Nullable HeldOff getHeldOff() {
        return heldOff;
    }

    /** The class of the summary. */
    public String getLook() {
        if (returnsAt != null) {
            return "say-danger";
        }
        return heldOff == null ? "" : "say-warn";
    }
}
