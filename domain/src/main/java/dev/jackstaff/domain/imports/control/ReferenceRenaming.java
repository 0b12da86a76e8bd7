package dev.jackstaff.domain.imports.control;

import dev.jackstaff.domain.flag.FlagStateDetails;
import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import java.util.List;
import java.util.Map;

/**
 * A renaming of the segments that definitions refer to. Keys that are not listed stay.
 *
 * @param segments the new key of each old one
 */
record ReferenceRenaming(Map<String, String> segments) {
    ReferenceRenaming {
        segments = Map.copyOf(segments);
    }

    FlagStateDetails apply(FlagStateDetails state) {
        return state.withRules(state.rules().stream().map(this::apply).toList());
    }

    private RuleDefinition apply(RuleDefinition rule) {
        return new RuleDefinition(
                rule.id(),
                rule.name(),
                rule.note(),
                rule.enabled(),
                apply(rule.condition()),
                rule.rollout(),
                rule.outcome());
    }

    ConditionDefinition apply(ConditionDefinition condition) {
        return condition.match(new Renamed());
    }

    /** The renamed condition of each kind. */
    private final class Renamed implements ConditionDefinition.Cases<ConditionDefinition> {
        @Override
        public ConditionDefinition all(ConditionDefinition.All all) {
            return new ConditionDefinition.All(parts(all));
        }

        @Override
        public ConditionDefinition any(ConditionDefinition.Any any) {
            return new ConditionDefinition.Any(parts(any));
        }

        @Override
        public ConditionDefinition none(ConditionDefinition.None none) {
            return new ConditionDefinition.None(parts(none));
        }

        @Override
        public ConditionDefinition comparison(ConditionDefinition.Comparison comparison) {
            return comparison;
        }

        @Override
        public ConditionDefinition inSegment(ConditionDefinition.InSegment inSegment) {
            return new ConditionDefinition.InSegment(segments.getOrDefault(inSegment.segment(), inSegment.segment()));
        }

        private List<ConditionDefinition> parts(ConditionDefinition condition) {
            return condition.parts().stream().map(ReferenceRenaming.this::apply).toList();
        }
    }
}
