package dev.jackstaff.protocols.unleash.export;

import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.ConditionDefinition.Comparison;
import dev.jackstaff.engine.snapshot.DefinitionReferences;
import dev.jackstaff.engine.snapshot.FlagDefinition;
import dev.jackstaff.engine.snapshot.Operator;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.engine.snapshot.RolloutDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import dev.jackstaff.engine.snapshot.SegmentDefinition;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The parts of an environment's flags that Unleash's SDKs understand differently. Each segment is inspected once. */
final class SemanticDifferences {
    private static final String SIGMAS = "\u03a3\u03c3\u03c2";

    private final Map<String, ConditionDefinition> segments;
    private final Map<String, Set<SemanticDifference>> known = new HashMap<>();

    SemanticDifferences(List<SegmentDefinition> definitions) {
        segments = new HashMap<>();
        definitions.forEach(definition -> segments.put(definition.key(), definition.condition()));
    }

    /** Adds the notes on a flag that compiles. */
    void addNotes(FlagDefinition flag, UnleashExportNotes notes) {
        Set<SemanticDifference> found = EnumSet.noneOf(SemanticDifference.class);
        for (RuleDefinition rule : flag.rules()) {
            if (rule.enabled()) {
                found.addAll(of(rule.condition()));
                addRollout(rule.rollout(), found);
                addOutcome(rule.outcome(), found);
            }
        }
        addOutcome(flag.fallthrough(), found);
        addNotes(found, notes);
    }

    private static void addNotes(Set<SemanticDifference> found, UnleashExportNotes notes) {
        if (found.contains(SemanticDifference.TARGETING_KEY)) {
            if (found.contains(SemanticDifference.USER_ID)) {
                notes.addApproximation(
                        "It asks for the targeting key and for \"userId\", which are one to Unleash's SDKs:"
                                + " both are \"userId\".");
            } else {
                notes.addRemark("The targeting key is \"userId\", which is where Unleash's SDKs have the subject.");
            }
        }
        if (found.contains(SemanticDifference.INSTANT)) {
            notes.addApproximation("Instants are written with milliseconds at most, and within the years 0 to 9999, as"
                    + " Unleash's SDKs read no others.");
        }
        if (found.contains(SemanticDifference.SIGMA)) {
            notes.addApproximation("Without regard to case all forms of sigma are one natively; Unleash's SDKs tell the"
                    + " one at the end of a word from the others.");
        }
        if (found.contains(SemanticDifference.SMALL_NUMBER)) {
            notes.addRemark("NUM_EQ is exact natively, and Unleash's own engine takes numbers within 2⁻⁵² for equal.");
        }
    }

    /**
     * The differences of a condition. Nested segments come first: the stack is never deeper than one condition and one
     * chain of segments.
     */
    private Set<SemanticDifference> of(ConditionDefinition condition) {
        Set<SemanticDifference> found = EnumSet.noneOf(SemanticDifference.class);
        for (String key : DefinitionReferences.segmentsOf(condition)) {
            found.addAll(ofSegment(key));
        }
        addComparisons(condition, found);
        return found;
    }

    private Set<SemanticDifference> ofSegment(String key) {
        Set<SemanticDifference> found = known.get(key);
        if (found == null) {
            found = of(Objects.requireNonNull(segments.get(key), key));
            known.put(key, found);
        }
        return found;
    }

    private static void addComparisons(ConditionDefinition condition, Set<SemanticDifference> found) {
        if (condition instanceof Comparison compare) {
            addComparison(compare, found);
        }
        condition.parts().forEach(part -> addComparisons(part, found));
    }

    private static void addComparison(Comparison compare, Set<SemanticDifference> found) {
        addName(compare.attribute(), found);
        Operator operator = compare.operator();
        boolean date = operator == Operator.DATE_AFTER || operator == Operator.DATE_BEFORE;
        if (date && !UnleashInstant.of(compare.values().get(0)).exact()) {
            found.add(SemanticDifference.INSTANT);
        }
        if (compare.caseInsensitive()
                && operator != Operator.REGEX
                && compare.values().stream().anyMatch(SemanticDifferences::hasSigma)) {
            found.add(SemanticDifference.SIGMA);
        }
        if (operator == Operator.NUM_EQ
                && Math.abs(Double.parseDouble(compare.values().get(0))) <= 1.0) {
            found.add(SemanticDifference.SMALL_NUMBER);
        }
    }

    private static boolean hasSigma(String text) {
        return text.chars().anyMatch(c -> SIGMAS.indexOf(c) >= 0);
    }

    private static void addRollout(RolloutDefinition rollout, Set<SemanticDifference> found) {
        if (rollout.basisPoints() < RolloutDefinition.WHOLE) {
            addName(rollout.stickiness(), found);
        }
    }

    private static void addOutcome(OutcomeDefinition outcome, Set<SemanticDifference> found) {
        if (outcome instanceof OutcomeDefinition.Split split) {
            addName(split.stickiness(), found);
        }
    }

    private static void addName(String name, Set<SemanticDifference> found) {
        if (name.equals(EvaluationContext.TARGETING_KEY)) {
            found.add(SemanticDifference.TARGETING_KEY);
        } else if (name.equals(EvaluationContext.USER_ID)) {
            found.add(SemanticDifference.USER_ID);
        }
    }
}
