package dev.jackstaff.protocols.unleash.export;

import dev.jackstaff.engine.Value;
import dev.jackstaff.engine.bucketing.Murmur3Bucketing;
import dev.jackstaff.engine.snapshot.FlagDefinition;
import dev.jackstaff.engine.snapshot.RolloutDefinition;
import dev.jackstaff.engine.snapshot.VariantDefinition;
import dev.jackstaff.protocols.unleash.Payload;
import dev.jackstaff.protocols.unleash.Strategy;
import dev.jackstaff.protocols.unleash.StrategyVariant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The export of one flag's steps as strategies: one for each conjunction under which a step's condition holds and no
 * step before it turns the flag off.
 */
final class StrategyExport {
    private static final String WHOLE_PERCENT = "100";

    private final FlagDefinition flag;
    private final UnleashConditionExport conditions;
    private final UnleashExportNotes notes;
    private final Map<String, Value> values = new HashMap<>();
    private final List<Strategy> strategies = new ArrayList<>();
    /** The number of constraints and segments in the strategies so far. */
    private int literals;

    /** The condition that no step so far has turned the flag off. */
    private DisjunctiveNormalForm undecided = DisjunctiveNormalForm.ALWAYS;

    private StrategyExport(FlagDefinition flag, UnleashConditionExport conditions, UnleashExportNotes notes) {
        this.flag = flag;
        this.conditions = conditions;
        this.notes = notes;
        for (VariantDefinition variant : flag.variants()) {
            values.put(variant.key(), variant.value());
        }
    }

    /** The strategies of a flag; none if it is always off. */
    static List<Strategy> of(FlagDefinition flag, UnleashConditionExport conditions, UnleashExportNotes notes) {
        StrategyExport export = new StrategyExport(flag, conditions, notes);
        for (DecisionStep step : relevant(DecisionPlan.of(flag, notes), conditions)) {
            export.add(step);
        }
        return List.copyOf(export.strategies);
    }

    /** The steps up to one that decides for everybody, without final steps that turn off what is off anyway. */
    private static List<DecisionStep> relevant(List<DecisionStep> steps, UnleashConditionExport conditions) {
        List<DecisionStep> relevant = new ArrayList<>();
        for (DecisionStep step : steps) {
            relevant.add(step);
            if (step.appliesToAll() && conditions.normalForm(step.condition()).isAlways()) {
                break;
            }
        }
        while (!relevant.isEmpty() && relevant.get(relevant.size() - 1).turnsOff()) {
            relevant.remove(relevant.size() - 1);
        }
        return relevant;
    }

    private void add(DecisionStep step) {
        if (step.turnsOff()) {
            turnOff(step);
            return;
        }
        DisjunctiveNormalForm ways = undecided.and(conditions.normalForm(step.condition()));
        if (ways.tooLarge() || (literals > 0 && literals + ways.literalCount() > DisjunctiveNormalForm.MAX_LITERALS)) {
            notes.addApproximation(
                    "\"" + step.name() + "\" is left out: its condition, and those before it that turn the"
                            + " flag off, come to more than " + DisjunctiveNormalForm.MAX_CONJUNCTIONS
                            + " strategies or " + DisjunctiveNormalForm.MAX_LITERALS
                            + " constraints.");
            return;
        }
        literals += ways.literalCount();
        if (ways.isNever()) {
            return;
        }
        noteBucketing(step);
        SortedMap<String, String> parameters = parameters(step);
        List<StrategyVariant> variants = DecisionPlan.isBoolean(flag) ? List.of() : variants(step, parameters);
        for (Set<Literal> conjunction : ways.conjunctions()) {
            strategies.add(strategy(step, conjunction, parameters, variants));
        }
    }

    /** Adds a note if the step's bucketing differs from Unleash's only one. */
    private void noteBucketing(DecisionStep step) {
        boolean decides = !step.appliesToAll() || choosesVisibly(step);
        if (decides && !flag.bucketing().equals(Murmur3Bucketing.NAME)) {
            notes.addApproximation("Rollouts and splits are decided by \"" + flag.bucketing()
                    + "\" natively; Unleash's, by another hash, choose others.");
        }
    }

    /** Whether a client can see which of several variants a step chooses. */
    private boolean choosesVisibly(DecisionStep step) {
        return step.splits() && !DecisionPlan.isBoolean(flag);
    }

    private void turnOff(DecisionStep step) {
        if (!step.appliesToAll()) {
            notes.addApproximation(
                    "\"" + step.name() + "\" turns off for a part of the subjects, which cannot be said; it"
                            + " does so for all of them.");
        }
        undecided = undecided.and(conditions.negatedNormalForm(step.condition()));
    }

    private Strategy strategy(
            DecisionStep step,
            Set<Literal> conjunction,
            SortedMap<String, String> parameters,
            List<StrategyVariant> variants) {
        List<Integer> segments = new ArrayList<>();
        for (Literal literal : conjunction) {
            if (literal instanceof Literal.SegmentLiteral segment) {
                segments.add(conditions.id(segment));
            }
        }
        return new Strategy(
                "flexibleRollout",
                step.name(),
                false,
                strategies.size(),
                segments,
                UnleashConditionExport.constraints(conjunction),
                parameters,
                variants);
    }

    /**
     * The parameters of a strategy, which has one group and one stickiness for its rollout and its variants together.
     */
    private SortedMap<String, String> parameters(DecisionStep step) {
        SortedMap<String, String> parameters = new TreeMap<>();
        RolloutDefinition rollout = step.rollout();
        boolean chosen = choosesVisibly(step);
        if (step.appliesToAll()) {
            parameters.put("rollout", WHOLE_PERCENT);
            parameters.put("stickiness", chosen ? step.stickiness() : "default");
            parameters.put("groupId", chosen ? step.group() : flag.key());
            return parameters;
        }
        String group = rollout.group().isEmpty() ? flag.key() : rollout.group();
        if (chosen && (!group.equals(step.group()) || !rollout.stickiness().equals(step.stickiness()))) {
            notes.addApproximation("The rollout and the split of \"" + step.name() + "\" have groups or attributes of"
                    + " their own; those of the rollout stand for both, and others get each variant.");
        }
        parameters.put("rollout", Integer.toString(percent(step)));
        parameters.put("stickiness", rollout.stickiness());
        parameters.put("groupId", group);
        return parameters;
    }

    private int percent(DecisionStep step) {
        int basisPoints = step.rollout().basisPoints();
        int percent = DecisionPlan.percent(basisPoints);
        if (percent * 100 != basisPoints) {
            notes.addApproximation("The rollout of \"" + step.name() + "\" is rounded to " + percent + " %.");
        }
        return percent;
    }

    private List<StrategyVariant> variants(DecisionStep step, SortedMap<String, String> parameters) {
        return step.shares().stream()
                .map(share -> new StrategyVariant(
                        share.variant(), share.weight(), parameters.get("stickiness"), payload(share.variant())))
                .toList();
    }

    private Payload payload(String variant) {
        Value value = values.getOrDefault(variant, Value.of(variant));
        String type =
                switch (value.type()) {
                    case BOOLEAN, STRING -> "string";
                    case INTEGER, NUMBER -> "number";
                    case JSON -> "json";
                };
        return new Payload(type, value.text());
    }
}
