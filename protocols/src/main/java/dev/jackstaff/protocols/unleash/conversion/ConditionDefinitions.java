package dev.jackstaff.protocols.unleash.conversion;

import dev.jackstaff.engine.snapshot.ConditionDefinition;
import java.util.ArrayList;
import java.util.List;

/** Factories of conditions in their shortest form. */
final class ConditionDefinitions {
    static final ConditionDefinition NEVER = new ConditionDefinition.Any(List.of());

    private ConditionDefinitions() {}

    /** The conjunction of conditions, without those that always hold. */
    static ConditionDefinition all(List<ConditionDefinition> parts) {
        List<ConditionDefinition> deciding = new ArrayList<>(parts);
        deciding.removeIf(ConditionDefinition.ALWAYS::equals);
        return deciding.size() == 1 ? deciding.get(0) : new ConditionDefinition.All(deciding);
    }

    static ConditionDefinition both(ConditionDefinition one, ConditionDefinition other) {
        List<ConditionDefinition> parts = new ArrayList<>();
        for (ConditionDefinition condition : List.of(one, other)) {
            if (condition instanceof ConditionDefinition.All all) {
                parts.addAll(all.parts());
            } else {
                parts.add(condition);
            }
        }
        return all(parts);
    }

    static ConditionDefinition any(List<ConditionDefinition> parts) {
        return parts.size() == 1 ? parts.get(0) : new ConditionDefinition.Any(parts);
    }
}
