package dev.jackstaff.protocols.unleash.conversion;

import dev.jackstaff.engine.PrintableText;
import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.ConditionDefinition.Comparison;
import dev.jackstaff.engine.snapshot.ConditionDefinition.InSegment;
import dev.jackstaff.engine.snapshot.Operator;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.engine.snapshot.OutcomeDefinition.Split;
import dev.jackstaff.engine.snapshot.RolloutDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import dev.jackstaff.protocols.unleash.Strategy;
import dev.jackstaff.protocols.unleash.UnleashFeature;
import java.util.ArrayList;
import java.util.List;

/**
 * The conversion of a feature's strategies to native rules, in their order, each preceded by a rule for every
 * overridden variant.
 */
final class RuleConversion {
    /** A limit far above the engine's own: the engine refuses the flag anyway, so further rules need not be made. */
    private static final int MAX_RULES = 1_000;

    private final UnleashFeature feature;
    private final ConversionContext context;
    private final VariantConversion choice;
    private final ConversionNotes notes;
    private final List<RuleDefinition> rules = new ArrayList<>();
    private OutcomeDefinition fallthrough = new OutcomeDefinition.Off();
    private boolean understood = true;

    RuleConversion(
            UnleashFeature feature, ConversionContext surroundings, VariantConversion choice, ConversionNotes notes) {
        this.feature = feature;
        this.context = surroundings;
        this.choice = choice;
        this.notes = notes;
    }

    List<RuleDefinition> rules() {
        if (feature.strategies().isEmpty()) {
            addExemptions("", ConditionDefinition.ALWAYS, RolloutDefinition.EVERYONE);
            addFallthrough(RuleDefinition.of("variants", ConditionDefinition.ALWAYS, choice.ofFeature()));
        }
        int number = 1;
        for (Strategy strategy : feature.strategies()) {
            if (rules.size() < MAX_RULES) {
                add(strategy, label(strategy) + " " + number++);
            }
        }
        return List.copyOf(rules);
    }

    /** The outcome of the enabled feature if no rule matches. */
    OutcomeDefinition fallthrough() {
        return fallthrough;
    }

    /** Whether Unleash would evaluate the feature at all; false after an element that it refuses to compile. */
    boolean isComplete() {
        return understood;
    }

    private void addFallthrough(RuleDefinition rule) {
        List<RuleDefinition> steps = byIdentifier(rule);
        int last = steps.size() - 1;
        rules.addAll(steps.subList(0, last));
        fallthrough = steps.get(last).outcome();
    }

    /**
     * The rules of a split by an identifier: if a context lacks it, Unleash splits at random, which is natively a rule
     * of its own.
     */
    private static List<RuleDefinition> byIdentifier(RuleDefinition rule) {
        if (!(rule.outcome() instanceof Split split)
                || !StrategyTargeting.isAttribute(split.stickiness())
                || split.stickiness().equals(rule.rollout().stickiness())) {
            return List.of(rule);
        }
        ConditionDefinition known = Comparison.of(split.stickiness(), Operator.EXISTS);
        return List.of(
                step(rule, rule.name(), ConditionDefinitions.both(rule.condition(), known), split),
                step(
                        rule,
                        rule.name() + ", without " + split.stickiness(),
                        rule.condition(),
                        new Split(split.variants(), "random", split.group())));
    }

    private static RuleDefinition step(
            RuleDefinition rule, String name, ConditionDefinition condition, OutcomeDefinition outcome) {
        return new RuleDefinition(name, rule.note(), rule.enabled(), condition, rule.rollout(), outcome);
    }

    private static String label(Strategy strategy) {
        String title = strategy.title();
        return PrintableText.singleLine(title == null || title.isBlank() ? strategy.name() : title.strip());
    }

    private void add(Strategy strategy, String name) {
        List<String> defects = new ArrayList<>();
        StrategyTargeting audience = StrategyTargeting.of(strategy, feature.name());
        if (!audience.defect().isEmpty()) {
            defects.add(audience.defect());
        }
        ConditionDefinition condition = condition(strategy, audience, defects);
        String note = note(defects);
        addNotes(strategy, audience, name, note);
        boolean enabled = defects.isEmpty() && !strategy.disabled();
        if (enabled && strategy.variants().isEmpty()) {
            addExemptions(name + ", ", condition, audience.rollout());
        }
        OutcomeDefinition outcome = strategy.variants().isEmpty() ? choice.ofFeature() : choice.ofStrategy(strategy);
        RuleDefinition rule = new RuleDefinition(name, note, enabled, condition, audience.rollout(), outcome);
        rules.addAll(enabled ? byIdentifier(rule) : List.of(rule));
    }

    private ConditionDefinition condition(Strategy strategy, StrategyTargeting audience, List<String> defects) {
        ConstraintConversion constraints = new ConstraintConversion(notes);
        List<ConditionDefinition> conditions = new ArrayList<>();
        conditions.add(audience.identifierCondition());
        conditions.addAll(constraints.conditions(audience.constraints()));
        conditions.addAll(constraints.conditions(strategy.constraints()));
        if (!constraints.isComplete()) {
            defects.add("has a constraint whose operator is unknown");
            understood = false;
        }
        for (int id : strategy.segments()) {
            String key = ConversionContext.segmentKey(id);
            if (context.segmentKeys().contains(key)) {
                conditions.add(new InSegment(key));
            } else {
                defects.add("needs segment " + id + ", which is not there");
                understood = false;
            }
        }
        return ConditionDefinitions.all(conditions);
    }

    private static String note(List<String> defects) {
        return defects.isEmpty() ? "" : "The Unleash strategy " + String.join(" and ", defects) + ".";
    }

    private void addNotes(Strategy strategy, StrategyTargeting audience, String name, String note) {
        if (!note.isEmpty()) {
            notes.add("Rule \"" + name + "\" is switched off. " + note);
        } else if (audience.isPartial() && "".equals(strategy.parameter("groupId"))) {
            notes.add("Rule \"" + name
                    + "\" had an empty group; the flag's key is its group now, so it may choose others.");
        }
    }

    private void addExemptions(String prefix, ConditionDefinition condition, RolloutDefinition rollout) {
        for (VariantConversion.OverrideRule exemption : choice.overrides()) {
            rules.add(new RuleDefinition(
                    prefix + "override " + exemption.variant(),
                    "",
                    true,
                    ConditionDefinitions.both(condition, exemption.condition()),
                    rollout,
                    new OutcomeDefinition.Serve(exemption.variant())));
        }
    }
}
