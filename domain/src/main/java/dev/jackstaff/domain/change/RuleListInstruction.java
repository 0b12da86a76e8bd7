package dev.jackstaff.domain.change;

import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.FlagStateDetails;
import dev.jackstaff.domain.flag.RuleIds;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An instruction about which rules a flag has, and in what order. */
public sealed interface RuleListInstruction extends RuleInstruction {
    /**
     * Adds a rule.
     *
     * @param definition gets an id if it has none
     * @param before the id of the rule that it comes before; null for the end
     */
    record AddRule(FlagKey flag, RuleDefinition definition, @Nullable String before) implements RuleListInstruction {
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
            return present.withRules(rules(present).with(definition, before));
        }

        @Override
        public List<StateInstruction> inverse(FlagStateDetails present) {
            return List.of(new RemoveRule(flag, rule()));
        }

        @Override
        public String sentence(FlagStateDetails present, FlagStateDetails start) {
            int place = before == null ? present.rules().size() + 1 : RuleInstruction.placeOf(before, present);
            return "Add " + InstructionText.rule(definition, place) + " to \"" + flag + "\"";
        }
    }

    /**
     * Replaces a rule; its id and place stay.
     *
     * @param definition has the id of the rule
     */
    record UpdateRule(FlagKey flag, RuleDefinition definition) implements RuleListInstruction {
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
            return changed(present, old -> definition);
        }

        @Override
        public List<StateInstruction> inverse(FlagStateDetails present) {
            RuleDefinition old = existing(present);
            return old.equals(definition) ? List.of() : List.of(new UpdateRule(flag, old));
        }

        @Override
        public String sentence(FlagStateDetails present, FlagStateDetails start) {
            return "Change " + called(rule(), present, start) + " of \"" + flag + "\"";
        }
    }

    /**
     * Moves a rule.
     *
     * @param before the id of the rule that it comes before; null for the end
     */
    record MoveRule(FlagKey flag, String rule, @Nullable String before) implements RuleListInstruction {
        @Override
        public Set<SettingsField> fields() {
            return Set.of(SettingsField.RULE_ORDER);
        }

        @Override
        public FlagStateDetails apply(FlagStateDetails present) {
            return present.withRules(rules(present).moved(rule, before));
        }

        @Override
        public List<StateInstruction> inverse(FlagStateDetails present) {
            return apply(present).equals(present)
                    ? List.of()
                    : List.of(new MoveRule(flag, rule, rules(present).following(rule)));
        }

        @Override
        public String sentence(FlagStateDetails present, FlagStateDetails start) {
            String place = before == null ? "to the end" : "before " + called(before, present, start);
            return "Move " + called(rule, present, start) + " of \"" + flag + "\" " + place;
        }
    }

    /** Removes a rule. */
    record RemoveRule(FlagKey flag, String rule) implements RuleListInstruction {
        @Override
        public Set<SettingsField> fields() {
            return Set.of(SettingsField.rule(rule));
        }

        @Override
        public FlagStateDetails apply(FlagStateDetails present) {
            return present.withRules(rules(present).without(rule));
        }

        @Override
        public List<StateInstruction> inverse(FlagStateDetails present) {
            return List.of(new AddRule(flag, existing(present), rules(present).following(rule)));
        }

        @Override
        public String sentence(FlagStateDetails present, FlagStateDetails start) {
            return "Remove " + called(rule, present, start) + " from \"" + flag + "\"";
        }
    }
}
