package dev.jackstaff.api.flag;

import dev.jackstaff.domain.flag.boundary.StalePolicyView;
import java.util.List;

/**
 * When the flags of a project become potentially stale.
 *
 * @param lifetimes of all kinds
 * @param usageDays so many days without an evaluation, or with one answer only, are a reason
 * @param version counts the changes; 0 if there was none
 */
public record StalePolicyResponse(List<LifetimeBody> lifetimes, int usageDays, long version) {
    public StalePolicyResponse {
        lifetimes = List.copyOf(lifetimes);
    }

    static StalePolicyResponse of(StalePolicyView view) {
        return new StalePolicyResponse(
                view.policy().lifetimes().entrySet().stream()
                        .map(lifetime -> new LifetimeBody(lifetime.getKey().label(), lifetime.getValue()))
                        .toList(),
                view.policy().usageDays(),
                view.version());
    }
}
