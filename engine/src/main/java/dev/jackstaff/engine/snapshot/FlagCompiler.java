package dev.jackstaff.engine.snapshot;

import dev.jackstaff.engine.Evaluation;
import dev.jackstaff.engine.Reason;
import dev.jackstaff.engine.Variant;
import dev.jackstaff.engine.bucketing.Bucketing;
import dev.jackstaff.engine.bucketing.Stickiness;
import dev.jackstaff.engine.condition.Condition;
import dev.jackstaff.engine.flag.Flag;
import dev.jackstaff.engine.flag.Outcome;
import dev.jackstaff.engine.flag.Prerequisite;
import dev.jackstaff.engine.flag.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The compiler of one flag. It tracks the part being compiled, so that a problem can name the place. */
final class FlagCompiler {
    /** The maximum number of rules of a flag. */
    static final int MAX_RULES = 100;

    private final FlagDefinition definition;
    private final ConditionCompiler conditions;
    private final Map<String, Variant> variants = new LinkedHashMap<>();
    private String place = "";

    FlagCompiler(FlagDefinition definition, ConditionCompiler conditions) {
        this.definition = definition;
        this.conditions = conditions;
    }

    /** The part of the flag that is being compiled. */
    String place() {
        return place;
    }

    Flag compile(List<Prerequisite> prerequisites) {
        for (VariantDefinition variant : definition.variants()) {
            variant(variant);
        }
        place = "off variant";
        Evaluation off = Evaluation.off(definition.key(), offVariant(), Reason.DISABLED);
        Bucketing bucketing = Bucketing.named(definition.bucketing())
                .orElseThrow(
                        () -> new IllegalArgumentException("unknown bucketing \"" + definition.bucketing() + "\""));
        List<Rule> rules = rules(bucketing);
        place = "fallthrough";
        Reason reason = rules.isEmpty() ? Reason.STATIC : Reason.DEFAULT;
        Outcome fallthrough = outcome(definition.fallthrough(), bucketing, reason, answer -> answer);
        place = "";
        if (!definition.enabled()) {
            return new Flag(
                    definition.key(),
                    definition.serverOnly(),
                    List.of(),
                    new Outcome.Fixed(off),
                    definition.metadata());
        }
        Outcome outcome = rules.isEmpty() ? fallthrough : new Outcome.FirstMatch(rules, fallthrough);
        return new Flag(definition.key(), definition.serverOnly(), prerequisites, outcome, definition.metadata());
    }

    Prerequisite prerequisite(PrerequisiteDefinition prerequisite, FlagDefinition definedParent, Flag parent) {
        place = "prerequisite " + prerequisite.flag();
        Variant off = definition.variants().stream()
                .filter(variant -> variant.key().equals(definition.offVariant()))
                .map(variant -> Variant.of(variant.key(), variant.value()))
                .findFirst()
                .orElse(null);
        Evaluation unmet = Evaluation.off(definition.key(), off, Reason.DISABLED);
        boolean hidden = definedParent.serverOnly() && !definition.serverOnly();
        Prerequisite.Requirement requirement = prerequisite.variants().isEmpty()
                ? new Prerequisite.Requirement.On()
                : new Prerequisite.Requirement.OneOfVariants(new HashSet<>(prerequisite.variants()));
        return new Prerequisite(
                parent, requirement, hidden ? unmet : unmet.withMetadata("prerequisite", prerequisite.flag()));
    }

    private void variant(VariantDefinition variant) {
        place = "variant " + variant.key();
        if (variant.value().type() != definition.type()) {
            throw new IllegalArgumentException(
                    "a value of type " + definition.type().label() + " expected, not "
                            + variant.value().type().label());
        }
        if (variants.put(variant.key(), Variant.of(variant.key(), variant.value())) != null) {
            throw new IllegalArgumentException("duplicate variant");
        }
    }

    private List<Rule> rules(Bucketing bucketing) {
        place = "rules";
        if (definition.rules().size() > MAX_RULES) {
            throw new IllegalArgumentException("a flag must have at most " + MAX_RULES + " rules");
        }
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < definition.rules().size(); i++) {
            RuleDefinition rule = definition.rules().get(i);
            place = "rule " + (i + 1);
            Rule compiled = rule(rule, bucketing, rule.name().isEmpty() ? place : rule.name());
            if (rule.enabled()) {
                rules.add(compiled);
            }
        }
        return rules;
    }

    private Rule rule(RuleDefinition rule, Bucketing bucketing, String name) {
        boolean everyone = rule.rollout().basisPoints() == RolloutDefinition.WHOLE;
        Reason reason = everyone ? Reason.TARGETING_MATCH : Reason.SPLIT;
        Outcome outcome = outcome(rule.outcome(), bucketing, reason, answer -> answer.withMetadata("rule", name));
        Condition condition = conditions.compile(rule.condition());
        return new Rule.Conditional(
                name,
                everyone ? condition : new Condition.All(List.of(condition, rollout(rule.rollout(), bucketing))),
                outcome);
    }

    private Condition rollout(RolloutDefinition rollout, Bucketing bucketing) {
        return new Condition.Percentage(
                bucketing.rollout(groupOf(rollout.group()), rollout.basisPoints()),
                Stickiness.named(rollout.stickiness()));
    }

    private Outcome outcome(
            OutcomeDefinition outcome, Bucketing bucketing, Reason reason, UnaryOperator<Evaluation> withDetail) {
        if (outcome instanceof OutcomeDefinition.Split split) {
            return split(split, bucketing, withDetail);
        }
        Evaluation answer = outcome instanceof OutcomeDefinition.Serve serve
                ? answer(existing(serve.variant()), reason)
                : turnedOff(reason);
        return new Outcome.Fixed(withDetail.apply(answer));
    }

    private Outcome split(OutcomeDefinition.Split split, Bucketing bucketing, UnaryOperator<Evaluation> withDetail) {
        List<Evaluation> answers = split.variants().stream()
                .map(share -> withDetail.apply(answer(existing(share.variant()), Reason.SPLIT)))
                .toList();
        List<Integer> weights = split.variants().stream()
                .map(OutcomeDefinition.WeightedVariant::weight)
                .toList();
        Evaluation fallback = withDetail.apply(turnedOff(Reason.DEFAULT));
        return new Outcome.Split(
                bucketing.split(groupOf(split.group()), weights),
                Stickiness.named(split.stickiness()),
                answers,
                fallback,
                fallback,
                true);
    }

    /** The evaluation of a context that is served a variant. */
    private Evaluation answer(Variant served, Reason reason) {
        return definition.isOn(served.key(), served.value())
                ? Evaluation.on(definition.key(), served, reason)
                : Evaluation.off(definition.key(), served, reason);
    }

    /** The evaluation of a context that the flag is turned off for; without an off variant, nothing was chosen. */
    private Evaluation turnedOff(Reason reason) {
        Variant off = offVariant();
        return Evaluation.off(definition.key(), off, off == null ? Reason.DEFAULT : reason);
    }

    private String groupOf(String group) {
        return group.isEmpty() ? definition.key() : group;
    }

    private Variant existing(String key) {
        Variant variant = variants.get(key);
        if (variant == null) {
            throw new IllegalArgumentException("unknown variant \"" + key + "\"");
        }
        return variant;
    }

    private @Nullable Variant offVariant() {
        return definition.offVariant() == null ? null : existing(definition.offVariant());
    }
}
