package dev.jackstaff.api.flag;

import dev.jackstaff.domain.flag.boundary.FlagOverview;
import java.util.List;

/**
 * Whether a flag is on in an environment.
 *
 * @param key the key of the environment
 */
public record FlagEnvironmentResponse(String key, boolean enabled) {
    /** The environments of a flag, in the order of the project. */
    static List<FlagEnvironmentResponse> of(FlagOverview overview) {
        return overview.enabled().entrySet().stream()
                .map(state -> new FlagEnvironmentResponse(state.getKey().value(), state.getValue()))
                .toList();
    }
}
