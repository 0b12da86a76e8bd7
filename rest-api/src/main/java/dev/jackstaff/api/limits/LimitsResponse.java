package dev.jackstaff.api.limits;

import dev.jackstaff.domain.project.boundary.LimitsView;
import java.util.List;

/**
 * The body that describes the limits of content, in bytes.
 *
 * @param environmentBytes the most bytes of one environment
 * @param installationBytes the most bytes of all environments together
 * @param usedBytes the size of all environments together
 * @param largest the largest environments, the largest first
 */
public record LimitsResponse(
        long environmentBytes, long installationBytes, long usedBytes, List<EnvironmentSizeResponse> largest) {
    public LimitsResponse {
        largest = List.copyOf(largest);
    }

    /** The size of an environment. */
    public record EnvironmentSizeResponse(String project, String environment, long bytes) {}

    static LimitsResponse of(LimitsView view) {
        return new LimitsResponse(
                view.environmentBytes(),
                view.installationBytes(),
                view.usedBytes(),
                view.largest().stream()
                        .map(size -> new EnvironmentSizeResponse(size.project(), size.environment(), size.bytes()))
                        .toList());
    }
}
