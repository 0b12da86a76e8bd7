package dev.jackstaff.domain.change;

import dev.jackstaff.domain.ExpectedVersion;
import dev.jackstaff.domain.project.EnvironmentKey;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What the caller of a change has seen.
 *
 * @param environments the revision of each environment; whoever has seen none of an environment changes whatever is there
 * @param project the revision of the project, for what all environments share; empty likewise
 * @param latestChange the number of the project's latest change: whatever was changed since is a conflict
 */
public record ChangeBase(Map<EnvironmentKey, Long> environments, OptionalLong project, ExpectedVersion latestChange) {
    public static final ChangeBase NONE = new ChangeBase(Map.of(), OptionalLong.empty());

    public ChangeBase {
        environments = Map.copyOf(environments);
    }

    /** Revisions that the caller has seen. */
    public ChangeBase(Map<EnvironmentKey, Long> environments, OptionalLong project) {
        this(environments, project, ExpectedVersion.any());
    }

    /** This base, on condition that nothing was changed since a change. */
    public ChangeBase withLatestChange(ExpectedVersion expected) {
        return new ChangeBase(environments, project, expected);
    }

    /** The revision of an environment that was seen. */
    public OptionalLong of(EnvironmentKey environment) {
        Long seen = environments.get(environment);
        return seen == null ? OptionalLong.empty() : OptionalLong.of(seen);
    }
}
