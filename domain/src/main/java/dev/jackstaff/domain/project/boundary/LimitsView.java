package dev.jackstaff.domain.project.boundary;

import java.util.List;

/**
 * The limits of content, in bytes, and how much of them is used.
 *
 * @param environmentBytes the most bytes of one environment
 * @param installationBytes the most bytes of all environments together
 * @param usedBytes the size of all environments together
 * @param largest the largest environments, the largest first
 */
public record LimitsView(long environmentBytes, long installationBytes, long usedBytes, List<EnvironmentSize> largest) {
    public LimitsView {
        largest = List.copyOf(largest);
    }

    /** The size of an environment. */
    public record EnvironmentSize(String project, String environment, long bytes) {}
}
