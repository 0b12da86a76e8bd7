package dev.jackstaff.engine.snapshot;

import dev.jackstaff.engine.Evaluation;
import dev.jackstaff.engine.Reason;
import dev.jackstaff.engine.Variant;
import dev.jackstaff.engine.bucketing.Bucketing;
import dev.jackstaff.engine.bucketing.Stickiness;
import dev.jackstaff.engine.flag.Flag;
import dev.jackstaff.engine.flag.Outcome;
import dev.jackstaff.engine.flag.Prerequisite;
import dev.jackstaff.engine.flag.Rollout;
import dev.jackstaff.engine.flag.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Makes one flag of its definition. Says where it stands, so that a refusal can name the place. */
final class FlagCompiler {
    /** How many rules a flag may have. */
    static final int MOST_RULES = 100;

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
        Evaluation off = Evaluation.of(definition.key(), offVariant(), Reason.DISABLED);
        Bucketing bucketing = Bucketing.named(definition.bucketing())
                .orElseThrow(
                        () -> new IllegalArgumentException("unknown bucketing \"" + definition.bucketing() + "\""));
        List<Rule> rules = rules(bucketing);
        place = "fallthrough";
        Reason reason = rules.isEmpty() ? Reason.STATIC : Reason.DEFAULT;
        Outcome fallthrough = outcome(definition.fallthrough(), bucketing, reason, answer -> answer);
        place = "";
        Flag.Decision decision =
                definition.enabled() ? new Flag.Ruled(prerequisites, rules, fallthrough) : new Flag.Settled(off);
        return new Flag(definition.key(), definition.serverOnly(), decision);
    }

    Prerequisite prerequisite(PrerequisiteDefinition prerequisite, FlagDefinition definedParent, Flag parent) {
        place = "prerequisite " + prerequisite.flag();
        Variant off = definition.variants().stream()
                .filter(variant -> variant.key().equals(definition.offVariant()))
                .map(variant -> new Variant(variant.key(), variant.value()))
                .findFirst()
                .orElse(null);
        Evaluation unmet = Evaluation.of(definition.key(), off, Reason.DISABLED);
        boolean hidden = definedParent.serverOnly() && !definition.serverOnly();
        return new Prerequisite(
                parent,
                definedParent.offVariant(),
                new HashSet<>(prerequisite.variants()),
                hidden ? unmet : unmet.with("prerequisite", prerequisite.flag()));
    }

    private void variant(VariantDefinition variant) {
        place = "variant " + variant.key();
        if (variant.value().type() != definition.type()) {
            throw new IllegalArgumentException(
                    "a value of type " + definition.type().label() + " expected, not "
                            + variant.value().type().label());
        }
        if (variants.put(variant.key(), new Variant(variant.key(), variant.value())) != null) {
            throw new IllegalArgumentException("the variant is there twice");
        }
    }

    private List<Rule> rules(Bucketing bucketing) {
        if (definition.rules().size() > MOST_RULES) {
            throw new IllegalArgumentException("a flag has at most " + MOST_RULES + " rules");
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
        Rollout rollout = rollout(rule.rollout(), bucketing);
        Reason reason = rollout instanceof Rollout.Everyone ? Reason.TARGETING_MATCH : Reason.SPLIT;
        Outcome outcome = outcome(rule.outcome(), bucketing, reason, answer -> answer.with("rule", name));
        return new Rule(conditions.compile(rule.condition()), rollout, outcome);
    }

    private Rollout rollout(RolloutDefinition rollout, Bucketing bucketing) {
        if (rollout.basisPoints() == RolloutDefinition.WHOLE) {
            return new Rollout.Everyone();
        }
        return new Rollout.Partial(
                rollout.basisPoints(),
                bucketing.salted(groupOf(rollout.group())),
                Stickiness.named(rollout.stickiness()));
    }

    private Outcome outcome(
            OutcomeDefinition outcome, Bucketing bucketing, Reason reason, UnaryOperator<Evaluation> detail) {
        if (outcome instanceof OutcomeDefinition.Split split) {
            return split(split, bucketing, detail);
        }
        Variant served = outcome instanceof OutcomeDefinition.Serve serve ? existing(serve.variant()) : offVariant();
        return new Outcome.Fixed(detail.apply(Evaluation.of(definition.key(), served, reason)));
    }

    private Outcome split(OutcomeDefinition.Split split, Bucketing bucketing, UnaryOperator<Evaluation> detail) {
        List<Evaluation> answers = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        int total = 0;
        for (OutcomeDefinition.Share share : split.shares()) {
            total += share.weight();
            answers.add(detail.apply(Evaluation.of(definition.key(), existing(share.variant()), Reason.SPLIT)));
            ends.add(total);
        }
        if (total == 0) {
            throw new IllegalArgumentException("the weights of a split must add up to more than zero");
        }
        Evaluation unidentified = detail.apply(Evaluation.of(definition.key(), offVariant(), Reason.DEFAULT));
        return new Outcome.Split(
                answers,
                ends,
                bucketing.salted(groupOf(split.group())),
                Stickiness.named(split.stickiness()),
                unidentified);
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
