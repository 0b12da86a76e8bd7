package dev.jackstaff.domain.change.control;

import dev.jackstaff.domain.attribute.AttributeDetails;
import dev.jackstaff.domain.attribute.control.AttributeStore;
import dev.jackstaff.domain.change.InstructionText;
import dev.jackstaff.domain.project.entity.Project;
import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.ConditionDefinition.Comparison;
import dev.jackstaff.engine.snapshot.DefinitionReferences;
import dev.jackstaff.engine.snapshot.Operator;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The warnings about conditions that a change has written, and that compare an attribute with a value which it cannot have by
 * its definition. Such a condition is allowed: definitions may be wrong, or late.
 */
@ApplicationScoped
class AttributeWarnings {
    /** The operators that ask for whole values, and not for parts or order. */
    private static final Set<Operator> WHOLE = EnumSet.of(Operator.IN, Operator.NOT_IN, Operator.NUM_EQ);

    @Inject
    AttributeStore attributes;

    /** A condition that the change has written, and where. */
    private record Written(String place, ConditionDefinition condition) {}

    /** A sentence for each value that is not legal. */
    List<String> of(Project project, ChangeTargets targets, List<SettingsChange> settings) {
        List<Written> written = new ArrayList<>();
        targets.segments().stream()
                .filter(segment -> segment.areAnswersChanged() && segment.exists())
                .map(segment -> new Written(
                        "The segment \"" + segment.key() + "\"",
                        segment.present().condition()))
                .forEach(written::add);
        settings.forEach(change -> addRules(change, written));
        if (written.isEmpty()) {
            return List.of();
        }
        Map<String, AttributeDetails> defined = new HashMap<>();
        attributes
                .all(project)
                .forEach(attribute -> defined.put(attribute.name().value(), attribute.details()));
        List<String> warnings = new ArrayList<>();
        written.forEach(one -> DefinitionReferences.comparisonsIn(one.condition()).stream()
                .filter(comparison -> WHOLE.contains(comparison.operator()))
                .forEach(comparison -> add(one.place(), comparison, defined.get(comparison.attribute()), warnings)));
        return warnings;
    }

    private static void addRules(SettingsChange change, List<Written> written) {
        int place = 0;
        for (RuleDefinition rule : change.after().rules()) {
            place++;
            if (change.before().rules().stream()
                    .noneMatch(old -> old.condition().equals(rule.condition()))) {
                written.add(new Written(
                        InstructionText.ruleFirst(rule, place) + " of \"" + change.flag() + "\" in "
                                + change.environment(),
                        rule.condition()));
            }
        }
    }

    private static void add(
            String place, Comparison comparison, @Nullable AttributeDetails definition, List<String> warnings) {
        if (definition == null) {
            return;
        }
        comparison.values().stream()
                .filter(value -> !definition.allows(value))
                .forEach(value -> warnings.add(place + " compares \"" + comparison.attribute() + "\" with \"" + value
                        + "\", which is " + legal(definition)));
    }

    private static String legal(AttributeDetails definition) {
        return definition.values().isEmpty()
                ? "no " + definition.type().label()
                : "none of its values: " + InstructionText.shortened(String.join(", ", definition.values()));
    }
}
