package dev.jackstaff.domain.change;

import dev.jackstaff.domain.audit.AuditJson;
import dev.jackstaff.domain.change.DetailsInstruction.SetKind;
import dev.jackstaff.domain.change.DetailsInstruction.SetServerOnly;
import dev.jackstaff.domain.change.DetailsInstruction.SetTags;
import dev.jackstaff.domain.change.DetailsInstruction.SetText;
import dev.jackstaff.domain.change.FlagLifecycle.ArchiveFlag;
import dev.jackstaff.domain.change.FlagLifecycle.CreateFlag;
import dev.jackstaff.domain.change.FlagLifecycle.DeleteFlag;
import dev.jackstaff.domain.change.FlagLifecycle.RestoreFlag;
import dev.jackstaff.domain.change.FlagLifecycle.UnarchiveFlag;
import dev.jackstaff.domain.change.PrerequisiteInstruction.AddPrerequisite;
import dev.jackstaff.domain.change.PrerequisiteInstruction.RemovePrerequisite;
import dev.jackstaff.domain.change.RuleListInstruction.AddRule;
import dev.jackstaff.domain.change.RuleListInstruction.MoveRule;
import dev.jackstaff.domain.change.RuleListInstruction.RemoveRule;
import dev.jackstaff.domain.change.RuleListInstruction.UpdateRule;
import dev.jackstaff.domain.change.RulePartInstruction.DescribeRule;
import dev.jackstaff.domain.change.RulePartInstruction.SetRollout;
import dev.jackstaff.domain.change.RulePartInstruction.SetRuleCondition;
import dev.jackstaff.domain.change.RulePartInstruction.SetRuleOutcome;
import dev.jackstaff.domain.change.RulePartInstruction.SwitchRule;
import dev.jackstaff.domain.change.SettingsInstruction.SetFallthrough;
import dev.jackstaff.domain.change.SettingsInstruction.SetOffVariant;
import dev.jackstaff.domain.change.SettingsInstruction.Switch;
import dev.jackstaff.domain.change.TraitInstruction.MarkStale;
import dev.jackstaff.domain.change.TraitInstruction.SetMetadata;
import dev.jackstaff.domain.change.TraitInstruction.SetSchema;
import dev.jackstaff.domain.change.ValueInstruction.SetValue;
import dev.jackstaff.domain.change.VariantInstruction.AddVariant;
import dev.jackstaff.domain.change.VariantInstruction.MoveVariant;
import dev.jackstaff.domain.change.VariantInstruction.RemoveVariant;
import dev.jackstaff.domain.change.VariantInstruction.UpdateVariant;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.FlagTraits;
import dev.jackstaff.domain.flag.VariantInput;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.engine.JsonText;
import dev.jackstaff.engine.snapshot.DefinitionWriter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The writer of instructions in the form in which the API takes them. */
public final class InstructionWriter {
    private final AuditJson json = new AuditJson();

    private InstructionWriter() {}

    /** A step as a JSON object. */
    public static String write(ChangeStep step) {
        InstructionWriter writer = new InstructionWriter();
        writer.add(step.instruction());
        EnvironmentKey environment = step.environment();
        if (environment != null) {
            writer.json.text("environment", environment.value());
        }
        return writer.json.toJson();
    }

    /** Steps as a JSON array. */
    public static String write(List<ChangeStep> steps) {
        return steps.stream().map(InstructionWriter::write).collect(Collectors.joining(",", "[", "]"));
    }

    private void add(Instruction instruction) {
        if (instruction instanceof SettingsInstruction one) {
            addSettings(one);
        } else if (instruction instanceof RuleInstruction one) {
            addRule(one);
        } else if (instruction instanceof ValueInstruction one) {
            addValue(one);
        } else if (instruction instanceof DetailsInstruction one) {
            addDetails(one);
        } else if (instruction instanceof VariantInstruction one) {
            addVariant(one);
        } else if (instruction instanceof PrerequisiteInstruction one) {
            addPrerequisite(one);
        } else if (instruction instanceof TraitInstruction one) {
            addTrait(one);
        } else if (instruction instanceof FlagLifecycle one) {
            addLifecycle(one);
        } else {
            new SharedWriter(json).add(instruction);
        }
    }

    private AuditJson begin(InstructionType type, FlagKey flag) {
        return json.text("type", type.label()).text("flag", flag.value());
    }

    private void addSettings(SettingsInstruction instruction) {
        FlagKey flag = instruction.flag();
        if (instruction instanceof Switch one) {
            begin(one.enabled() ? InstructionType.TURN_ON : InstructionType.TURN_OFF, flag);
        } else if (instruction instanceof SetOffVariant one) {
            String variant = one.variant();
            begin(InstructionType.SET_OFF_VARIANT, flag)
                    .json("variant", variant == null ? "null" : JsonText.quoted(variant));
        } else if (instruction instanceof SetFallthrough one) {
            begin(InstructionType.SET_FALLTHROUGH, flag).json("outcome", DefinitionWriter.outcome(one.outcome()));
        }
    }

    private void addRule(RuleInstruction instruction) {
        FlagKey flag = instruction.flag();
        if (instruction instanceof AddRule one) {
            addPlace(
                    begin(InstructionType.ADD_RULE, flag).json("definition", DefinitionWriter.rule(one.definition())),
                    one.before());
        } else if (instruction instanceof SwitchRule one) {
            begin(one.enabled() ? InstructionType.RESUME_RULE : InstructionType.PAUSE_RULE, flag)
                    .text("rule", one.rule());
        } else if (instruction instanceof UpdateRule one) {
            begin(InstructionType.UPDATE_RULE, flag)
                    .text("rule", one.rule())
                    .json("definition", DefinitionWriter.rule(one.definition()));
        } else if (instruction instanceof MoveRule one) {
            addPlace(begin(InstructionType.MOVE_RULE, flag).text("rule", one.rule()), one.before());
        } else if (instruction instanceof RemoveRule one) {
            begin(InstructionType.REMOVE_RULE, flag).text("rule", one.rule());
        } else if (instruction instanceof SetRollout one) {
            begin(InstructionType.SET_ROLLOUT, flag)
                    .text("rule", one.rule())
                    .json("rollout", DefinitionWriter.rollout(one.rollout()));
        } else if (instruction instanceof SetRuleOutcome one) {
            begin(InstructionType.SET_RULE_OUTCOME, flag)
                    .text("rule", one.rule())
                    .json("outcome", DefinitionWriter.outcome(one.outcome()));
        } else if (instruction instanceof SetRuleCondition one) {
            begin(InstructionType.SET_RULE_CONDITION, flag)
                    .text("rule", one.rule())
                    .json("condition", DefinitionWriter.condition(one.condition()));
        } else if (instruction instanceof DescribeRule one) {
            begin(InstructionType.DESCRIBE_RULE, flag)
                    .text("rule", one.rule())
                    .text("name", one.name())
                    .text("note", one.note());
        }
    }

    private void addValue(ValueInstruction instruction) {
        FlagKey flag = instruction.flag();
        if (instruction instanceof SetValue one) {
            begin(InstructionType.SET_VALUE, flag)
                    .text("variant", one.variant())
                    .json("value", one.json());
        } else {
            begin(InstructionType.RESET_VALUE, flag).text("variant", instruction.variant());
        }
    }

    private void addDetails(DetailsInstruction instruction) {
        FlagKey flag = instruction.flag();
        if (instruction instanceof SetText one) {
            switch (one.field()) {
                case NAME -> begin(InstructionType.RENAME, flag).text("name", one.text());
                case DESCRIPTION -> begin(InstructionType.DESCRIBE, flag).text("description", one.text());
                case OWNER -> begin(InstructionType.SET_OWNER, flag).text("owner", one.text());
            }
        } else if (instruction instanceof SetKind one) {
            begin(InstructionType.SET_KIND, flag).text("kind", one.kind().label());
        } else if (instruction instanceof SetTags one) {
            begin(InstructionType.SET_TAGS, flag).strings("tags", one.tags());
        } else if (instruction instanceof SetServerOnly one) {
            begin(InstructionType.SET_SERVER_ONLY, flag).bool("serverOnly", one.serverOnly());
        }
    }

    private void addVariant(VariantInstruction instruction) {
        FlagKey flag = instruction.flag();
        if (instruction instanceof AddVariant one) {
            begin(InstructionType.ADD_VARIANT, flag);
            addVariant(one.variant());
            addPlace(json, one.before());
        } else if (instruction instanceof UpdateVariant one) {
            begin(InstructionType.UPDATE_VARIANT, flag);
            addVariant(one.variant());
        } else if (instruction instanceof MoveVariant one) {
            addPlace(begin(InstructionType.MOVE_VARIANT, flag).text("variant", one.variant()), one.before());
        } else if (instruction instanceof RemoveVariant one) {
            begin(InstructionType.REMOVE_VARIANT, flag).text("variant", one.variant());
        }
    }

    private void addVariant(VariantInput variant) {
        json.text("variant", variant.key()).json("value", variant.json()).text("description", variant.description());
    }

    private void addPrerequisite(PrerequisiteInstruction instruction) {
        FlagKey flag = instruction.flag();
        if (instruction instanceof AddPrerequisite one) {
            begin(InstructionType.ADD_PREREQUISITE, flag)
                    .text("prerequisite", one.prerequisite().flag())
                    .strings("variants", one.prerequisite().variants());
            addPlace(json, one.before());
        } else if (instruction instanceof RemovePrerequisite one) {
            begin(InstructionType.REMOVE_PREREQUISITE, flag).text("prerequisite", one.prerequisite());
        }
    }

    private void addTrait(TraitInstruction instruction) {
        FlagKey flag = instruction.flag();
        FlagTraits after = instruction.changed(FlagTraits.NONE);
        if (instruction instanceof SetSchema one) {
            begin(InstructionType.SET_SCHEMA, flag).json("schema", Objects.requireNonNullElse(one.schema(), "null"));
        } else if (instruction instanceof MarkStale one) {
            begin(one.stale() ? InstructionType.MARK_STALE : InstructionType.UNMARK_STALE, flag);
        } else if (instruction instanceof SetMetadata) {
            begin(InstructionType.SET_METADATA, flag).json("metadata", after.metadataJson());
        } else {
            begin(InstructionType.SET_LINKS, flag).json("links", after.linksJson());
        }
    }

    private void addLifecycle(FlagLifecycle instruction) {
        FlagKey flag = instruction.flag();
        if (instruction instanceof CreateFlag one) {
            begin(InstructionType.CREATE_FLAG, flag).json("details", SharedWriter.details(one.details()));
        } else if (instruction instanceof ArchiveFlag) {
            begin(InstructionType.ARCHIVE_FLAG, flag);
        } else if (instruction instanceof UnarchiveFlag) {
            begin(InstructionType.UNARCHIVE_FLAG, flag);
        } else if (instruction instanceof DeleteFlag one) {
            begin(InstructionType.DELETE_FLAG, flag).bool("force", one.force());
        } else if (instruction instanceof RestoreFlag one) {
            begin(InstructionType.RESTORE_FLAG, flag).text("id", one.id().toString());
        }
    }

    private static void addPlace(AuditJson to, @Nullable String before) {
        if (before != null) {
            to.text("before", before);
        }
    }
}
