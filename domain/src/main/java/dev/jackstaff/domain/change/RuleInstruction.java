package dev.jackstaff.domain.change;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.FlagStateDetails;
import dev.jackstaff.domain.flag.RuleIds;
import dev.jackstaff.engine.snapshot.RolloutDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
            if (present.rules().stream().anyMatch(other -> other.id().equals(rule()))) {
                throw new DomainException.Conflict("flag \"" + flag + "\" has a rule \"" + rule() + "\" already");
            }
            List<RuleDefinition> rules = new ArrayList<>(present.rules());
            rules.add(before == null ? rules.size() : InstructedRules.position(flag, rules, before), definition);
            return InstructedRules.withRules(present, rules);
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
            return InstructedRules.changed(present, this, old -> definition);
        }

        @Override
        public List<StateInstruction> inverse(FlagStateDetails present) {
            RuleDefinition old = InstructedRules.existing(present, this);
            return old.equals(definition) ? List.of() : List.of(new UpdateRule(flag, old));
        }

        @Override
        public String sentence(FlagStateDetails present) {
            return "Change the rule " + InstructionText.rule(InstructedRules.existing(present, this)) + " of \"" + flag
                    + "\"";
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
            RuleDefinition moved = InstructedRules.existing(present, this);
            if (rule.equals(before)) {
                return present;
            }
            List<RuleDefinition> rules = new ArrayList<>(present.rules());
            rules.remove(moved);
            rules.add(before == null ? rules.size() : InstructedRules.position(flag, rules, before), moved);
            return InstructedRules.withRules(present, rules);
        }

        @Override
        public List<StateInstruction> inverse(FlagStateDetails present) {
            return apply(present).equals(present)
                    ? List.of()
                    : List.of(new MoveRule(flag, rule, InstructedRules.following(present, this)));
        }

        @Override
        public String sentence(FlagStateDetails present) {
            String place = before == null
                    ? "to the end"
                    : "before "
                            + InstructionText.rule(
                                    present.rules().get(InstructedRules.position(flag, present.rules(), before)));
            return "Move the rule " + InstructionText.rule(InstructedRules.existing(present, this)) + " of \"" + flag
                    + "\" " + place;
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
            List<RuleDefinition> rules = new ArrayList<>(present.rules());
            rules.remove(InstructedRules.existing(present, this));
            return InstructedRules.withRules(present, rules);
        }

        @Override
        public List<StateInstruction> inverse(FlagStateDetails present) {
            return List.of(new AddRule(
                    flag, InstructedRules.existing(present, this), InstructedRules.following(present, this)));
        }

        @Override
        public String sentence(FlagStateDetails present) {
            return "Remove the rule " + InstructionText.rule(InstructedRules.existing(present, this)) + " from \""
                    + flag + "\"";
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
            return InstructedRules.changed(
                    present,
                    this,
                    old -> new RuleDefinition(
                            old.id(), old.name(), old.note(), enabled, old.condition(), old.rollout(), old.outcome()));
        }

        @Override
        public List<StateInstruction> inverse(FlagStateDetails present) {
            return InstructedRules.existing(present, this).enabled() == enabled
                    ? List.of()
                    : List.of(new SwitchRule(flag, rule, !enabled));
        }

        @Override
        public String sentence(FlagStateDetails present) {
            return (enabled ? "Resume" : "Pause") + " the rule "
                    + InstructionText.rule(InstructedRules.existing(present, this)) + " of \"" + flag + "\"";
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
            return InstructedRules.changed(
                    present,
                    this,
                    old -> new RuleDefinition(
                            old.id(), old.name(), old.note(), old.enabled(), old.condition(), rollout, old.outcome()));
        }

        @Override
        public List<StateInstruction> inverse(FlagStateDetails present) {
            RolloutDefinition old = InstructedRules.existing(present, this).rollout();
            return old.equals(rollout) ? List.of() : List.of(new SetRollout(flag, rule, old));
        }

        @Override
        public String sentence(FlagStateDetails present) {
            RuleDefinition old = InstructedRules.existing(present, this);
            int from = old.rollout().basisPoints();
            int to = rollout.basisPoints();
            return (to > from ? "Raise" : to < from ? "Lower" : "Choose anew for") + " the rollout of "
                    + InstructionText.rule(old) + " of \"" + flag + "\" from " + InstructionText.percent(from) + " to "
                    + InstructionText.percent(to);
        }
    }
}
