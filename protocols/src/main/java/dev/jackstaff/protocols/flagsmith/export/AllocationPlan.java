package dev.jackstaff.protocols.flagsmith.export;

import dev.jackstaff.engine.snapshot.FlagDefinition;
import dev.jackstaff.engine.snapshot.Snapshot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The division of subjects by the percentages of an environment's native flags, under Flagsmith's hash. The exported
 * document and Flagsmith's routes both follow it, so that SDKs that evaluate locally and SDKs that ask choose the same
 * subjects.
 */
public final class AllocationPlan {
    private final Map<String, FlagAllocation> flags = new HashMap<>();

    private AllocationPlan(Snapshot snapshot, IdAllocator segmentIds) {
        for (FlagDefinition flag : snapshot.flags()) {
            PercentageAllocator allocator =
                    new PercentageAllocator(flag, snapshot.key() + "/" + flag.key(), segmentIds);
            flags.put(
                    flag.key(),
                    new FlagAllocation(
                            flag.rules().stream().map(allocator::allocate).toList(),
                            allocator.allocate(flag.fallthrough())));
        }
    }

    /** The allocations of one flag: one for each rule, enabled or not, and that of the fallthrough. */
    public record FlagAllocation(List<RuleAllocation> rules, RuleAllocation fallthrough) {}

    /** The plan of a snapshot. Equal flags in equal order always have equal plans. */
    public static AllocationPlan of(Snapshot snapshot) {
        return of(snapshot, new IdAllocator());
    }

    /** The plan of a snapshot, which takes the ids of its segments from an allocator. */
    static AllocationPlan of(Snapshot snapshot, IdAllocator segmentIds) {
        return new AllocationPlan(snapshot, segmentIds);
    }

    /**
     * The allocations of a flag.
     *
     * @throws IllegalArgumentException if the snapshot has no such flag
     */
    public FlagAllocation of(String flag) {
        FlagAllocation allocation = flags.get(flag);
        if (allocation == null) {
            throw new IllegalArgumentException("no flag \"" + flag + "\"");
        }
        return allocation;
    }
}
