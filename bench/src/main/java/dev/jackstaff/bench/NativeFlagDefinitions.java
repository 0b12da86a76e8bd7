package dev.jackstaff.bench;

import dev.jackstaff.bench.Workload.ConstraintSpec;
import dev.jackstaff.bench.Workload.FlagSpec;
import dev.jackstaff.bench.Workload.RuleSpec;
import dev.jackstaff.bench.Workload.Subject;
import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.Value;
import dev.jackstaff.engine.ValueType;
import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.FlagDefinition;
import dev.jackstaff.engine.snapshot.Operator;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.engine.snapshot.RolloutDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import dev.jackstaff.engine.snapshot.VariantDefinition;
import java.util.List;

/** The workload as Jackstaff's flag definitions. */
final class NativeFlagDefinitions {
    private static final OutcomeDefinition ON = new OutcomeDefinition.Serve("on");
    private static final int BASIS_POINTS_IN_A_PERCENT = 100;

    private NativeFlagDefinitions() {}

    static EvaluationContext context(Subject subject) {
        return EvaluationContext.builder()
                .attribute(EvaluationContext.TARGETING_KEY, subject.id())
                .attribute("country", subject.country())
                .attribute("plan", subject.plan())
                .attribute("age", subject.age())
                .build();
    }

    static FlagDefinition definition(FlagSpec flag) {
        RuleSpec rule = flag.rule();
        return definition(flag.key(), rule == null ? List.of() : List.of(definition(rule)));
    }

    /** A flag that is on for subjects that one of its rules matches; without rules, for everybody. */
    static FlagDefinition definition(String key, List<RuleDefinition> rules) {
        return new FlagDefinition(
                key,
                ValueType.BOOLEAN,
                true,
                false,
                List.of(new VariantDefinition("on", Value.of(true)), new VariantDefinition("off", Value.of(false))),
                "off",
                rules.isEmpty() ? ON : new OutcomeDefinition.Off(),
                List.of(),
                rules,
                FlagDefinition.NATIVE_BUCKETING);
    }

    static RuleDefinition definition(RuleSpec rule) {
        ConditionDefinition condition = new ConditionDefinition.All(rule.constraints().stream()
                .map(NativeFlagDefinitions::definition)
                .toList());
        return rule(condition, rule.percent());
    }

    static RuleDefinition rule(ConditionDefinition condition, int percent) {
        RolloutDefinition rollout = new RolloutDefinition(percent * BASIS_POINTS_IN_A_PERCENT, "default", "");
        return new RuleDefinition("", "", true, condition, rollout, ON);
    }

    private static ConditionDefinition definition(ConstraintSpec constraint) {
        Operator operator =
                switch (constraint.comparison()) {
                    case ONE_OF -> Operator.IN;
                    case AT_LEAST -> Operator.NUM_GTE;
                };
        return new ConditionDefinition.Comparison(constraint.attribute(), operator, constraint.values(), false, false);
    }
}
