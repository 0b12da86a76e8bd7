package dev.jackstaff.domain.flag.boundary;

import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.segment.SegmentKey;
import java.util.List;

/**
 * What a flag needs, and what needs it.
 *
 * @param prerequisites the flags that it needs, nearest first
 * @param dependents the flags that need it, nearest first
 * @param segments the segments that decide about it, by environment
 */
public record FlagDependencies(
        FlagKey flag, List<FlagAtDepth> prerequisites, List<FlagAtDepth> dependents, List<SegmentInUse> segments) {
    public FlagDependencies {
        prerequisites = List.copyOf(prerequisites);
        dependents = List.copyOf(dependents);
        segments = List.copyOf(segments);
    }

    /**
     * A flag that another one needs, or that needs it.
     *
     * @param depth 1 for a prerequisite, 2 for a prerequisite of a prerequisite, and so on
     */
    public record FlagAtDepth(FlagKey flag, int depth, boolean archived) {}

    /**
     * A segment that decides about a flag in an environment.
     *
     * @param depth 1 if a rule names it, 2 if it is a part of such a segment, and so on
     */
    public record SegmentInUse(EnvironmentKey environment, SegmentKey segment, int depth) {}
}
