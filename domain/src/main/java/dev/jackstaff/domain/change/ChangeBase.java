package dev.jackstaff.domain.change;

import dev.jackstaff.domain.project.EnvironmentKey;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What the caller of a change has seen.
 *
 * @param environments the revision of each environment; whoever has seen none of an environment changes whatever is there
 * @param project the revision of the project, for what all environments share; empty likewise
 */
public record ChangeBase(Map<EnvironmentKey, Long> environments, OptionalLong project) {
    public static final ChangeBase NONE = new ChangeBase(Map.of(), OptionalLong.empty());

    public ChangeBase {
        environments = Map.copyOf(environments);
    }

    /** The revision of an environment that was seen. */
    public OptionalLong of(EnvironmentKey environment) {
        Long seen = environments.get(environment);
        return seen == null ? OptionalLong.empty() : OptionalLong.of(seen);
    }
}
