package dev.jackstaff.domain.change;

import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.FlagStateDetails;
import dev.jackstaff.domain.flag.RuleIds;
import dev.jackstaff.engine.snapshot.RolloutDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** An instruction about one rule of a flag. Rules are named by their ids. */
public sealed interface RuleInstruction extends StateInstruction {
    /** The id of the rule. */
    String rule();

    /**
     * Adds a rule.
     *
     * @param definition gets an id if it has none
     * @param before the id of the rule that it comes before; null for the end
     */
    record AddRule(FlagKey flag, RuleDefinition definition, @Nullable String before) implements RuleInstruction {
        public AddRule {
            definition = definition.id().isEmpty() ? definition.withId(RuleIds.newId()) : definition;
        }

        @Override
        public String rule() {
            return definition.id();
        }

        @Override
        public Set<SettingsField> fields() {
            return Set.of(SettingsField.rule(rule()));
        }

        @Override
        public FlagStateDetails apply(FlagStateDetails present) {
            return withRules(present, rules(this, present).with(definition, before));
        }

        @Override
        public List<StateInstruction> inverse(FlagStateDetails present) {
            return List.of(new RemoveRule(flag, rule()));
        }

        @Override
        public String sentence(FlagStateDetails present) {
            return "Add the rule " + InstructionText.rule(definition) + " to \"" + flag + "\"";
        }
    }

    /**
     * Replaces a rule; its id and place stay.
     *
     * @param definition has the id of the rule
     */
    record UpdateRule(FlagKey flag, RuleDefinition definition) implements RuleInstruction {
        @Override
        public String rule() {
            return definition.id();
        }

        @Override
        public Set<SettingsField> fields() {
            return Set.of(SettingsField.rule(rule()));
        }

        @Override
        public FlagStateDetails apply(FlagStateDetails present) {
            return changed(this, present, old -> definition);
        }

        @Override
        public List<StateInstruction> inverse(FlagStateDetails present) {
            RuleDefinition old = existing(this, present);
            return old.equals(definition) ? List.of() : List.of(new UpdateRule(flag, old));
        }

        @Override
        public String sentence(FlagStateDetails present) {
            return "Change the rule " + InstructionText.rule(existing(this, present)) + " of \"" + flag + "\"";
        }
    }

    /**
     * Moves a rule.
     *
     * @param before the id of the rule that it comes before; null for the end
     */
    record MoveRule(FlagKey flag, String rule, @Nullable String before) implements RuleInstruction {
        @Override
        public Set<SettingsField> fields() {
            return Set.of(SettingsField.RULE_ORDER);
        }

        @Override
        public FlagStateDetails apply(FlagStateDetails present) {
            if (rule.equals(before)) {
                return present;
            }
            RuleDefinition moved = existing(this, present);
            FlagStateDetails without = withRules(present, rules(this, present).without(rule));
            return withRules(present, rules(this, without).with(moved, before));
        }

        @Override
        public List<StateInstruction> inverse(FlagStateDetails present) {
            return apply(present).equals(present)
                    ? List.of()
                    : List.of(new MoveRule(flag, rule, rules(this, present).following(rule)));
        }

        @Override
        public String sentence(FlagStateDetails present) {
            String place = before == null
                    ? "to the end"
                    : "before " + InstructionText.rule(rules(this, present).get(before));
            return "Move the rule " + InstructionText.rule(existing(this, present)) + " of \"" + flag + "\" " + place;
        }
    }

    /** Removes a rule. */
    record RemoveRule(FlagKey flag, String rule) implements RuleInstruction {
        @Override
        public Set<SettingsField> fields() {
            return Set.of(SettingsField.rule(rule));
        }

        @Override
        public FlagStateDetails apply(FlagStateDetails present) {
            return withRules(present, rules(this, present).without(rule));
        }

        @Override
        public List<StateInstruction> inverse(FlagStateDetails present) {
            return List.of(new AddRule(
                    flag, existing(this, present), rules(this, present).following(rule)));
        }

        @Override
        public String sentence(FlagStateDetails present) {
            return "Remove the rule " + InstructionText.rule(existing(this, present)) + " from \"" + flag + "\"";
        }
    }

    /**
     * Pauses a rule, or resumes it.
     *
     * @param enabled false to pause it
     */
    record SwitchRule(FlagKey flag, String rule, boolean enabled) implements RuleInstruction {
        @Override
        public Set<SettingsField> fields() {
            return Set.of(SettingsField.ruleEnabled(rule));
        }

        @Override
        public FlagStateDetails apply(FlagStateDetails present) {
            return changed(
                    this,
                    present,
                    old -> new RuleDefinition(
                            old.id(), old.name(), old.note(), enabled, old.condition(), old.rollout(), old.outcome()));
        }

        @Override
        public List<StateInstruction> inverse(FlagStateDetails present) {
            return existing(this, present).enabled() == enabled
                    ? List.of()
                    : List.of(new SwitchRule(flag, rule, !enabled));
        }

        @Override
        public String sentence(FlagStateDetails present) {
            return (enabled ? "Resume" : "Pause") + " the rule " + InstructionText.rule(existing(this, present))
                    + " of \"" + flag + "\"";
        }
    }

    /** Sets the share of subjects that a rule is rolled out to, and by what they are chosen. */
    record SetRollout(FlagKey flag, String rule, RolloutDefinition rollout) implements RuleInstruction {
        @Override
        public Set<SettingsField> fields() {
            return Set.of(SettingsField.rollout(rule));
        }

        @Override
        public FlagStateDetails apply(FlagStateDetails present) {
            return changed(
                    this,
                    present,
                    old -> new RuleDefinition(
                            old.id(), old.name(), old.note(), old.enabled(), old.condition(), rollout, old.outcome()));
        }

        @Override
        public List<StateInstruction> inverse(FlagStateDetails present) {
            RolloutDefinition old = existing(this, present).rollout();
            return old.equals(rollout) ? List.of() : List.of(new SetRollout(flag, rule, old));
        }

        @Override
        public String sentence(FlagStateDetails present) {
            RuleDefinition old = existing(this, present);
            int from = old.rollout().basisPoints();
            int to = rollout.basisPoints();
            return (to > from ? "Raise" : to < from ? "Lower" : "Choose anew for") + " the rollout of "
                    + InstructionText.rule(old) + " of \"" + flag + "\" from " + InstructionText.percent(from) + " to "
                    + InstructionText.percent(to);
        }
    }

    private static KeyedList<RuleDefinition> rules(RuleInstruction instruction, FlagStateDetails present) {
        return new KeyedList<>(instruction.flag(), "rule", present.rules(), RuleDefinition::id);
    }

    private static RuleDefinition existing(RuleInstruction instruction, FlagStateDetails present) {
        return rules(instruction, present).get(instruction.rule());
    }

    private static FlagStateDetails changed(
            RuleInstruction instruction, FlagStateDetails present, UnaryOperator<RuleDefinition> change) {
        return withRules(present, rules(instruction, present).changed(instruction.rule(), change));
    }

    private static FlagStateDetails withRules(FlagStateDetails present, List<RuleDefinition> rules) {
        return new FlagStateDetails(present.enabled(), present.offVariant(), present.fallthrough(), rules);
    }
}
