package dev.jackstaff.domain.flag.boundary;

import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.segment.SegmentKey;
import java.util.List;

/**
 * What a segment needs, and what needs it.
 *
 * @param parts the segments that it is made of, nearest first
 * @param containers the segments that it is a part of, nearest first
 * @param flags the flags that it decides about, by environment
 */
public record SegmentDependencies(
        SegmentKey segment,
        List<SegmentAtDepth> parts,
        List<SegmentAtDepth> containers,
        List<FlagInEnvironment> flags) {
    public SegmentDependencies {
        parts = List.copyOf(parts);
        containers = List.copyOf(containers);
        flags = List.copyOf(flags);
    }

    /**
     * A segment that another one is a part of, or the other way round.
     *
     * @param depth 1 for a part, 2 for a part of a part, and so on
     */
    public record SegmentAtDepth(SegmentKey segment, int depth) {}

    /**
     * A flag that a segment decides about in an environment.
     *
     * @param depth 1 if a rule names the segment, 2 if a rule names a segment that it is a part of, and so on
     */
    public record FlagInEnvironment(EnvironmentKey environment, FlagKey flag, int depth, boolean archived) {}
}
