package dev.jackstaff.protocols.flagsmith.export;

import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.FlagDefinition;
import dev.jackstaff.engine.snapshot.Operator;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.engine.snapshot.OutcomeDefinition.WeightedVariant;
import dev.jackstaff.engine.snapshot.RolloutDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import dev.jackstaff.protocols.flagsmith.FeatureState;
import dev.jackstaff.protocols.flagsmith.FlagsmithSegment;
import dev.jackstaff.protocols.flagsmith.SegmentRule;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The export of one flag as a feature state and segments that override it, one or two for each rule, the first the
 * strongest. A rule that cannot be expressed is left out if it turns the flag on; if it turns the flag off, the flag is
 * off for everybody from that rule on.
 */
final class FlagExport {
    private static final int MAX_PERCENT = 100;
    private static final int PERCENT_DIGITS = 6;

    private final FlagDefinition flag;
    private final FeatureStateFactory states;
    private final FlagsmithConditionExport conditions;
    private final RolloutExport rollouts;
    private final IdAllocator segmentIds;
    private final FlagsmithExportNotes notes;
    private final List<FlagsmithSegment> segments = new ArrayList<>();

    FlagExport(
            FlagDefinition flag,
            FeatureStateFactory states,
            FlagsmithConditionExport conditions,
            IdAllocator segmentIds,
            FlagsmithExportNotes notes) {
        this.flag = flag;
        this.states = states;
        this.conditions = conditions;
        this.rollouts = new RolloutExport(flag, segmentIds, notes);
        this.segmentIds = segmentIds;
        this.notes = notes;
    }

    /** A feature state and the segments that override it. */
    record ExportedFeature(FeatureState state, List<FlagsmithSegment> segments) {}

    ExportedFeature export() {
        for (int i = 0; i < flag.rules().size(); i++) {
            RuleDefinition rule = flag.rules().get(i);
            boolean asked = rule.enabled() && rule.rollout().basisPoints() > 0;
            if (asked && !add(rule, rule.name().isEmpty() ? "rule " + (i + 1) : rule.name())) {
                return new ExportedFeature(states.off(null), segments);
            }
        }
        return new ExportedFeature(fallthrough(), segments);
    }

    private FeatureState fallthrough() {
        OutcomeDefinition outcome = flag.fallthrough();
        if (!(outcome instanceof OutcomeDefinition.Split split)) {
            return state(outcome, null);
        }
        if (!isNamed(split)) {
            return split(split, List.of(), "otherwise");
        }
        serve(split, List.of(conditions.rule(identified(split), notes)), "otherwise", 0);
        return states.off(null);
    }

    /** Adds the segments of a rule; false if the rules after it do not count. */
    private boolean add(RuleDefinition rule, String name) {
        SegmentRule condition;
        try {
            condition = condition(rule);
        } catch (UnsupportedConditionException unsupported) {
            return noteUnsupported(rule, name, unsupported);
        }
        if (rule.rollout().basisPoints() == RolloutDefinition.WHOLE) {
            serve(rule.outcome(), List.of(condition), name, 0);
        } else {
            RolloutDefinition rollout = rule.rollout();
            BigDecimal percent = plain(BigDecimal.valueOf(rollout.basisPoints()).movePointLeft(2));
            RolloutExport.RolloutCondition share = rollouts.export(percent, rollout.stickiness(), rollout.group());
            serve(rule.outcome(), List.of(condition, share.rule()), name, share.id());
        }
        return true;
    }

    /** The condition of a rule; a split by an attribute is for those that have it, and others go on. */
    private SegmentRule condition(RuleDefinition rule) {
        ConditionDefinition own = rule.condition();
        if (rule.outcome() instanceof OutcomeDefinition.Split split && isNamed(split)) {
            return conditions.rule(new ConditionDefinition.All(List.of(own, identified(split))), notes);
        }
        return own.equals(ConditionDefinition.ALWAYS) ? SegmentRules.ALWAYS : conditions.rule(own, notes);
    }

    private static boolean isNamed(OutcomeDefinition.Split split) {
        return !split.stickiness().equals("default") && !split.stickiness().equals("random");
    }

    private static ConditionDefinition identified(OutcomeDefinition.Split split) {
        return ConditionDefinition.Comparison.of(split.stickiness(), Operator.EXISTS);
    }

    private boolean noteUnsupported(RuleDefinition rule, String name, UnsupportedConditionException unsupported) {
        boolean turnsOn = rule.outcome() instanceof OutcomeDefinition.Serve serve && states.isOn(serve.variant());
        notes.addApproximation("\"" + name + "\" asks for what Flagsmith cannot ask, " + unsupported.getMessage() + ": "
                + (turnsOn ? "it is left out." : "the flag is off for all whom it would come to."));
        return turnsOn;
    }

    private void serve(OutcomeDefinition outcome, List<SegmentRule> rules, String name, int id) {
        if (outcome instanceof OutcomeDefinition.Split split) {
            FeatureState rest = split(split, rules, name);
            segment(id, name, rules, rest);
        } else {
            segment(id, name, rules, state(outcome, priority()));
        }
    }

    /**
     * Adds a segment for the subjects that a split turns on, unless it turns on all; returns the state of the others.
     */
    private FeatureState split(OutcomeDefinition.Split split, List<SegmentRule> rules, String name) {
        List<WeightedVariant> shares =
                split.variants().stream().filter(share -> share.weight() > 0).toList();
        boolean decided =
                shares.stream().map(WeightedVariant::variant).distinct().count() == 1;
        if (decided) {
            return states.serve(shares.get(0).variant(), priorityOf(rules));
        }
        List<WeightedVariant> on =
                shares.stream().filter(share -> states.isOn(share.variant())).toList();
        if (on.isEmpty()) {
            return splitOff(shares, rules);
        }
        notes.addApproximation("The split of \"" + name
                + "\" has the same weights, and others get each variant: Flagsmith's hash" + " is another.");
        if (on.size() == shares.size()) {
            return states.split(on, priorityOf(rules));
        }
        long total = shares.stream().mapToLong(WeightedVariant::weight).sum();
        long enabled = on.stream().mapToLong(WeightedVariant::weight).sum();
        BigDecimal percent = plain(BigDecimal.valueOf(enabled * MAX_PERCENT)
                .divide(BigDecimal.valueOf(total), new MathContext(PERCENT_DIGITS)));
        RolloutExport.RolloutCondition share = rollouts.export(percent, split.stickiness(), split.group());
        List<SegmentRule> shared = new ArrayList<>(rules);
        shared.add(share.rule());
        segment(share.id(), name + ", on", shared, states.split(on, priority()));
        return states.off(priorityOf(rules));
    }

    private FeatureState splitOff(List<WeightedVariant> shares, List<SegmentRule> rules) {
        boolean one = shares.stream().allMatch(share -> share.variant().equals(flag.offVariant()));
        if (!one) {
            notes.addApproximation("Where all of a split is off, the off variant is served.");
        }
        return states.off(priorityOf(rules));
    }

    /** The priority of the next override; null for the environment's own state, which belongs to no segment. */
    private @Nullable Long priorityOf(List<SegmentRule> rules) {
        return rules.isEmpty() ? null : (Long) priority();
    }

    private long priority() {
        return segments.size();
    }

    private void segment(int id, String name, List<SegmentRule> rules, FeatureState state) {
        int own = id > 0 ? id : segmentIds.allocate(flag.key() + "/" + segments.size());
        segments.add(
                new FlagsmithSegment(own, flag.key() + ": " + name, List.of(SegmentRules.all(rules)), List.of(state)));
    }

    /** The state of an outcome that is no split. */
    private FeatureState state(OutcomeDefinition outcome, @Nullable Long priority) {
        return outcome instanceof OutcomeDefinition.Serve serve
                ? states.serve(serve.variant(), priority)
                : states.off(priority);
    }

    private static BigDecimal plain(BigDecimal percent) {
        BigDecimal stripped = percent.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
