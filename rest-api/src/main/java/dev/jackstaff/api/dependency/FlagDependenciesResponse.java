package dev.jackstaff.api.dependency;

import dev.jackstaff.domain.flag.boundary.FlagDependencies;
import java.util.List;

/**
 * The body that describes what a flag needs, and what needs it.
 *
 * @param prerequisites the flags that it needs, nearest first
 * @param dependents the flags that need it, nearest first
 * @param segments the segments that decide about it, by environment
 */
public record FlagDependenciesResponse(
        String flag, List<FlagAtDepth> prerequisites, List<FlagAtDepth> dependents, List<SegmentInUse> segments) {
    /**
     * A flag that another one needs, or that needs it.
     *
     * @param depth 1 for a prerequisite, 2 for a prerequisite of a prerequisite, and so on
     */
    public record FlagAtDepth(String flag, int depth, boolean archived) {
        static FlagAtDepth of(FlagDependencies.FlagAtDepth reached) {
            return new FlagAtDepth(reached.flag().value(), reached.depth(), reached.archived());
        }
    }

    /**
     * A segment that decides about a flag in an environment.
     *
     * @param depth 1 if a rule names it, 2 if it is a part of such a segment, and so on
     */
    public record SegmentInUse(String environment, String segment, int depth) {
        static SegmentInUse of(FlagDependencies.SegmentInUse use) {
            return new SegmentInUse(use.environment().value(), use.segment().value(), use.depth());
        }
    }

    static FlagDependenciesResponse of(FlagDependencies found) {
        return new FlagDependenciesResponse(
                found.flag().value(),
                found.prerequisites().stream().map(FlagAtDepth::of).toList(),
                found.dependents().stream().map(FlagAtDepth::of).toList(),
                found.segments().stream().map(SegmentInUse::of).toList());
    }
}
