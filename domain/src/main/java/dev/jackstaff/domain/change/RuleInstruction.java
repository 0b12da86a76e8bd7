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

    /** The settings with the rule changed. */
    default FlagStateDetails changed(FlagStateDetails present, UnaryOperator<RuleDefinition> change) {
        return present.withRules(rules(present).changed(rule(), change));
    }
}
