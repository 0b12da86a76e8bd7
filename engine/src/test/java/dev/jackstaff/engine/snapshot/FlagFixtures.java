package dev.jackstaff.engine.snapshot;

import dev.jackstaff.engine.Evaluation;
import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.Value;
import dev.jackstaff.engine.ValueType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Flags that read aloud. */
final class FlagFixtures {
    static final OutcomeDefinition ON = new OutcomeDefinition.Serve("on");
    static final OutcomeDefinition OFF = new OutcomeDefinition.Off();

    private FlagFixtures() {}

    static FlagBuilder aFlag(String key) {
        return new FlagBuilder(key);
    }

    static Evaluation evaluate(FlagBuilder flag, EvaluationContext context) {
        return SnapshotCompiler.compile(List.of(flag.build()), List.of()).evaluate(flag.key, context);
    }

    static EvaluationContext contextWith(String attribute, @Nullable Object value) {
        return EvaluationContext.builder().attribute(attribute, value).build();
    }

    static String variantOf(Evaluation evaluation) {
        var variant = evaluation.variant();
        return variant == null ? "" : variant.key();
    }

    static final class FlagBuilder {
        private final String key;
        private boolean enabled = true;
        private boolean serverOnly;
        private OutcomeDefinition fallthrough = OFF;
        private final List<RuleDefinition> rules = new ArrayList<>();
        private final List<PrerequisiteDefinition> prerequisites = new ArrayList<>();

        private FlagBuilder(String key) {
            this.key = key;
        }

        FlagBuilder off() {
            enabled = false;
            return this;
        }

        FlagBuilder serverOnly() {
            serverOnly = true;
            return this;
        }

        FlagBuilder otherwise(OutcomeDefinition outcome) {
            fallthrough = outcome;
            return this;
        }

        FlagBuilder when(ConditionDefinition condition, OutcomeDefinition outcome) {
            rules.add(RuleDefinition.of("", condition, outcome));
            return this;
        }

        FlagBuilder rule(RuleDefinition rule) {
            rules.add(rule);
            return this;
        }

        FlagBuilder needing(String parent, String... variants) {
            prerequisites.add(new PrerequisiteDefinition(parent, List.of(variants)));
            return this;
        }

        FlagDefinition build() {
            return new FlagDefinition(
                    key,
                    ValueType.BOOLEAN,
                    enabled,
                    serverOnly,
                    List.of(new VariantDefinition("on", Value.of(true)), new VariantDefinition("off", Value.of(false))),
                    "off",
                    fallthrough,
                    prerequisites,
                    rules,
                    FlagDefinition.NATIVE_BUCKETING);
        }
    }
}
