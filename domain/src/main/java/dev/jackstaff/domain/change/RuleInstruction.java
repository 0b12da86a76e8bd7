package dev.jackstaff.domain.change;

import dev.jackstaff.domain.flag.FlagStateDetails;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import java.util.function.UnaryOperator;

/** An instruction about one rule of a flag. Rules are named by their ids. */
public sealed interface RuleInstruction extends StateInstruction permits RuleListInstruction, RulePartInstruction {
    /** The id of the rule. */
    String rule();

    /** The rules of the flag. */
    default KeyedList<RuleDefinition> rules(FlagStateDetails present) {
        return new KeyedList<>(flag(), "rule", present.rules(), RuleDefinition::id);
    }

    /** The rule as it is now. */
    default RuleDefinition existing(FlagStateDetails present) {
        return rules(present).get(rule());
    }

    /** A rule of the flag, for people. One that is new among several steps is called by the place that it has now. */
    default String called(String rule, FlagStateDetails present, FlagStateDetails start) {
        RuleDefinition known = rules(present).get(rule);
        int placeAtStart = placeOf(rule, start);
        return InstructionText.rule(known, placeAtStart == 0 ? placeOf(rule, present) : placeAtStart);
    }

    /** The place of a rule, from 1; 0 if it is not there. */
    static int placeOf(String rule, FlagStateDetails settings) {
        return 1 + settings.rules().stream().map(RuleDefinition::id).toList().indexOf(rule);
    }

    @Override
    default String sentence(FlagStateDetails present) {
        return sentence(present, present);
    }

    @Override
    String sentence(FlagStateDetails present, FlagStateDetails start);

    /** The settings with the rule changed. */
    default FlagStateDetails changed(FlagStateDetails present, UnaryOperator<RuleDefinition> change) {
        return present.withRules(rules(present).changed(rule(), change));
    }
}
