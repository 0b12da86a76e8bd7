package dev.jackstaff.domain.change;

import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.FlagStateDetails;
import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.engine.snapshot.RolloutDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import java.util.List;
import java.util.Set;

/** An instruction about one part of a rule. Two people can change different parts of a rule at once. */
public sealed interface RulePartInstruction extends RuleInstruction {
    /** The rule with its part changed. */
    RuleDefinition changed(RuleDefinition old);

    @Override
    default FlagStateDetails apply(FlagStateDetails present) {
        return changed(present, this::changed);
    }

    /**
     * Pauses a rule, or resumes it.
     *
     * @param enabled false to pause it
     */
    record SwitchRule(FlagKey flag, String rule, boolean enabled) implements RulePartInstruction {
        @Override
        public Set<SettingsField> fields() {
            return Set.of(SettingsField.ruleEnabled(rule));
        }

        @Override
        public RuleDefinition changed(RuleDefinition old) {
            return new RuleDefinition(
                    old.id(), old.name(), old.note(), enabled, old.condition(), old.rollout(), old.outcome());
        }

        @Override
        public List<StateInstruction> inverse(FlagStateDetails present) {
            return existing(present).enabled() == enabled ? List.of() : List.of(new SwitchRule(flag, rule, !enabled));
        }

        @Override
        public String sentence(FlagStateDetails present, FlagStateDetails start) {
            return (enabled ? "Resume" : "Pause") + " " + called(rule, present, start) + " of \"" + flag + "\"";
        }
    }

    /** Sets the share of subjects that a rule is rolled out to, and by what they are chosen. */
    record SetRollout(FlagKey flag, String rule, RolloutDefinition rollout) implements RulePartInstruction {
        @Override
        public Set<SettingsField> fields() {
            return Set.of(SettingsField.rollout(rule));
        }

        @Override
        public RuleDefinition changed(RuleDefinition old) {
            return new RuleDefinition(
                    old.id(), old.name(), old.note(), old.enabled(), old.condition(), rollout, old.outcome());
        }

        @Override
        public List<StateInstruction> inverse(FlagStateDetails present) {
            RolloutDefinition old = existing(present).rollout();
            return old.equals(rollout) ? List.of() : List.of(new SetRollout(flag, rule, old));
        }

        @Override
        public String sentence(FlagStateDetails present, FlagStateDetails start) {
            RuleDefinition old = existing(present);
            int from = old.rollout().basisPoints();
            int to = rollout.basisPoints();
            return (to > from ? "Raise" : to < from ? "Lower" : "Choose anew for") + " the rollout of "
                    + called(rule, present, start) + " of \"" + flag + "\" from " + InstructionText.percent(from)
                    + " to "
                    + InstructionText.percent(to);
        }
    }

    /** Sets what a rule serves: a variant, or several with their weights. */
    record SetRuleOutcome(FlagKey flag, String rule, OutcomeDefinition outcome) implements RulePartInstruction {
        @Override
        public Set<SettingsField> fields() {
            return Set.of(SettingsField.ruleOutcome(rule));
        }

        @Override
        public RuleDefinition changed(RuleDefinition old) {
            return new RuleDefinition(
                    old.id(), old.name(), old.note(), old.enabled(), old.condition(), old.rollout(), outcome);
        }

        @Override
        public List<StateInstruction> inverse(FlagStateDetails present) {
            OutcomeDefinition old = existing(present).outcome();
            return old.equals(outcome) ? List.of() : List.of(new SetRuleOutcome(flag, rule, old));
        }

        @Override
        public String sentence(FlagStateDetails present, FlagStateDetails start) {
            return "Serve " + InstructionText.outcome(outcome) + " to whom " + called(rule, present, start) + " of \""
                    + flag + "\" matches";
        }
    }

    /** Sets whom a rule matches. */
    record SetRuleCondition(FlagKey flag, String rule, ConditionDefinition condition) implements RulePartInstruction {
        @Override
        public Set<SettingsField> fields() {
            return Set.of(SettingsField.ruleCondition(rule));
        }

        @Override
        public RuleDefinition changed(RuleDefinition old) {
            return new RuleDefinition(
                    old.id(), old.name(), old.note(), old.enabled(), condition, old.rollout(), old.outcome());
        }

        @Override
        public List<StateInstruction> inverse(FlagStateDetails present) {
            ConditionDefinition old = existing(present).condition();
            return old.equals(condition) ? List.of() : List.of(new SetRuleCondition(flag, rule, old));
        }

        @Override
        public String sentence(FlagStateDetails present, FlagStateDetails start) {
            return "Change whom " + called(rule, present, start) + " of \"" + flag + "\" matches";
        }
    }

    /** Sets what people are told of a rule. */
    record DescribeRule(FlagKey flag, String rule, String name, String note) implements RulePartInstruction {
        @Override
        public Set<SettingsField> fields() {
            return Set.of(SettingsField.ruleText(rule));
        }

        @Override
        public RuleDefinition changed(RuleDefinition old) {
            return new RuleDefinition(
                    old.id(), name, note, old.enabled(), old.condition(), old.rollout(), old.outcome());
        }

        @Override
        public List<StateInstruction> inverse(FlagStateDetails present) {
            RuleDefinition old = existing(present);
            return changed(old).equals(old) ? List.of() : List.of(new DescribeRule(flag, rule, old.name(), old.note()));
        }

        @Override
        public String sentence(FlagStateDetails present, FlagStateDetails start) {
            return "Change the name or the note of " + called(rule, present, start) + " of \"" + flag + "\"";
        }
    }
}
