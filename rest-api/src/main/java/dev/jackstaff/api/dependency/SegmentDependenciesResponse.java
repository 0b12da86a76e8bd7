package dev.jackstaff.api.dependency;

import dev.jackstaff.domain.flag.boundary.SegmentDependencies;
import java.util.List;

/**
 * The body that describes what a segment needs, and what needs it.
 *
 * @param parts the segments that it is made of, nearest first
 * @param containers the segments that it is a part of, nearest first
 * @param flags the flags that it decides about, by environment
 */
public record SegmentDependenciesResponse(
        String segment, List<SegmentAtDepth> parts, List<SegmentAtDepth> containers, List<FlagInEnvironment> flags) {
    /**
     * A segment that another one is a part of, or the other way round.
     *
     * @param depth 1 for a part, 2 for a part of a part, and so on
     */
    public record SegmentAtDepth(String segment, int depth) {
        static SegmentAtDepth of(SegmentDependencies.SegmentAtDepth reached) {
            return new SegmentAtDepth(reached.segment().value(), reached.depth());
        }
    }

    /**
     * A flag that a segment decides about in an environment.
     *
     * @param depth 1 if a rule names the segment, 2 if a rule names a segment that it is a part of, and so on
     */
    public record FlagInEnvironment(String environment, String flag, int depth, boolean archived) {
        static FlagInEnvironment of(SegmentDependencies.FlagInEnvironment use) {
            return new FlagInEnvironment(use.environment().value(), use.flag().value(), use.depth(), use.archived());
        }
    }

    static SegmentDependenciesResponse of(SegmentDependencies found) {
        return new SegmentDependenciesResponse(
                found.segment().value(),
                found.parts().stream().map(SegmentAtDepth::of).toList(),
                found.containers().stream().map(SegmentAtDepth::of).toList(),
                found.flags().stream().map(FlagInEnvironment::of).toList());
    }
}
