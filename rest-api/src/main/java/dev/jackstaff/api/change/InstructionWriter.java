package dev.jackstaff.api.change;

import dev.jackstaff.domain.change.DetailsInstruction.SetKind;
import dev.jackstaff.domain.change.DetailsInstruction.SetServerOnly;
import dev.jackstaff.domain.change.DetailsInstruction.SetTags;
import dev.jackstaff.domain.change.DetailsInstruction.SetText;
import dev.jackstaff.domain.change.Instruction;
import dev.jackstaff.domain.change.PrerequisiteInstruction.AddPrerequisite;
import dev.jackstaff.domain.change.PrerequisiteInstruction.RemovePrerequisite;
import dev.jackstaff.domain.change.RuleInstruction.AddRule;
import dev.jackstaff.domain.change.RuleInstruction.MoveRule;
import dev.jackstaff.domain.change.RuleInstruction.RemoveRule;
import dev.jackstaff.domain.change.RuleInstruction.SetRollout;
import dev.jackstaff.domain.change.RuleInstruction.SwitchRule;
import dev.jackstaff.domain.change.RuleInstruction.UpdateRule;
import dev.jackstaff.domain.change.SettingsInstruction.SetFallthrough;
import dev.jackstaff.domain.change.SettingsInstruction.SetOffVariant;
import dev.jackstaff.domain.change.SettingsInstruction.Switch;
import dev.jackstaff.domain.change.VariantInstruction.AddVariant;
import dev.jackstaff.domain.change.VariantInstruction.RemoveVariant;
import dev.jackstaff.domain.change.VariantInstruction.UpdateVariant;
import dev.jackstaff.domain.flag.VariantInput;
import dev.jackstaff.engine.JsonText;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The writer of instructions as requests have them. */
final class InstructionWriter {
    private final Map<String, @Nullable Object> members = new LinkedHashMap<>();

    private InstructionWriter() {}

    /** The members of an instruction, by name. */
    static Map<String, @Nullable Object> write(Instruction<?> instruction) {
        InstructionWriter writer = new InstructionWriter();
        InstructionType type = writer.add(instruction);
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("type", type.label());
        written.put("flag", instruction.flag().value());
        written.putAll(writer.members);
        return written;
    }

    private InstructionType add(Instruction<?> instruction) {
        if (instruction instanceof Switch one) {
            return one.enabled() ? InstructionType.TURN_ON : InstructionType.TURN_OFF;
        }
        if (instruction instanceof SetOffVariant one) {
            members.put("variant", one.variant());
            return InstructionType.SET_OFF_VARIANT;
        }
        if (instruction instanceof SetFallthrough one) {
            return with(InstructionType.SET_FALLTHROUGH, "outcome", one.outcome());
        }
        if (instruction instanceof AddRule one) {
            addUnlessNull("before", one.before());
            return with(InstructionType.ADD_RULE, "definition", one.definition());
        }
        if (instruction instanceof UpdateRule one) {
            members.put("rule", one.rule());
            return with(InstructionType.UPDATE_RULE, "definition", one.definition());
        }
        if (instruction instanceof MoveRule one) {
            addUnlessNull("before", one.before());
            return with(InstructionType.MOVE_RULE, "rule", one.rule());
        }
        if (instruction instanceof RemoveRule one) {
            return with(InstructionType.REMOVE_RULE, "rule", one.rule());
        }
        if (instruction instanceof SwitchRule one) {
            return with(one.enabled() ? InstructionType.RESUME_RULE : InstructionType.PAUSE_RULE, "rule", one.rule());
        }
        if (instruction instanceof SetRollout one) {
            members.put("rule", one.rule());
            return with(InstructionType.SET_ROLLOUT, "rollout", one.rollout());
        }
        return addOfDetails(instruction);
    }

    private InstructionType addOfDetails(Instruction<?> instruction) {
        if (instruction instanceof SetText one) {
            return switch (one.field()) {
                case NAME -> with(InstructionType.RENAME, "name", one.text());
                case DESCRIPTION -> with(InstructionType.DESCRIBE, "description", one.text());
                case OWNER -> with(InstructionType.SET_OWNER, "owner", one.text());
            };
        }
        if (instruction instanceof SetKind one) {
            return with(InstructionType.SET_KIND, "kind", one.kind().label());
        }
        if (instruction instanceof SetTags one) {
            return with(InstructionType.SET_TAGS, "tags", one.tags());
        }
        if (instruction instanceof SetServerOnly one) {
            return with(InstructionType.SET_SERVER_ONLY, "serverOnly", one.serverOnly());
        }
        if (instruction instanceof AddVariant one) {
            addVariant(one.variant());
            addUnlessNull("before", one.before());
            return InstructionType.ADD_VARIANT;
        }
        if (instruction instanceof UpdateVariant one) {
            addVariant(one.variant());
            return InstructionType.UPDATE_VARIANT;
        }
        if (instruction instanceof RemoveVariant one) {
            return with(InstructionType.REMOVE_VARIANT, "variant", one.variant());
        }
        if (instruction instanceof AddPrerequisite one) {
            members.put("prerequisite", one.prerequisite().flag());
            addUnlessNull("before", one.before());
            return with(
                    InstructionType.ADD_PREREQUISITE,
                    "variants",
                    one.prerequisite().variants());
        }
        if (instruction instanceof RemovePrerequisite one) {
            return with(InstructionType.REMOVE_PREREQUISITE, "prerequisite", one.prerequisite());
        }
        throw new IllegalStateException("no name for " + instruction.getClass());
    }

    private InstructionType with(InstructionType type, String member, Object value) {
        members.put(member, value);
        return type;
    }

    private void addUnlessNull(String member, @Nullable String value) {
        if (value != null) {
            members.put(member, value);
        }
    }

    private void addVariant(VariantInput variant) {
        members.put("variant", variant.key());
        members.put("value", JsonText.parse(variant.json()));
        members.put("description", variant.description());
    }
}
