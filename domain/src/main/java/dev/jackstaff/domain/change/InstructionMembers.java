package dev.jackstaff.domain.change;

import dev.jackstaff.domain.change.DetailsInstruction.SetKind;
import dev.jackstaff.domain.change.DetailsInstruction.SetServerOnly;
import dev.jackstaff.domain.change.DetailsInstruction.SetTags;
import dev.jackstaff.domain.change.DetailsInstruction.SetText;
import dev.jackstaff.domain.change.DetailsInstruction.SetText.Text;
import dev.jackstaff.domain.change.FlagLifecycle.ArchiveFlag;
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
import dev.jackstaff.domain.change.TraitInstruction.SetLinks;
import dev.jackstaff.domain.change.TraitInstruction.SetMetadata;
import dev.jackstaff.domain.change.TraitInstruction.SetSchema;
import dev.jackstaff.domain.change.ValueInstruction.ResetValue;
import dev.jackstaff.domain.change.ValueInstruction.SetValue;
import dev.jackstaff.domain.change.VariantInstruction.AddVariant;
import dev.jackstaff.domain.change.VariantInstruction.MoveVariant;
import dev.jackstaff.domain.change.VariantInstruction.RemoveVariant;
import dev.jackstaff.domain.change.VariantInstruction.UpdateVariant;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.FlagKind;
import dev.jackstaff.domain.flag.FlagLink;
import dev.jackstaff.domain.flag.VariantInput;
import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.engine.snapshot.PrerequisiteDefinition;
import dev.jackstaff.engine.snapshot.RolloutDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The members of an instruction that edits a flag or its settings, or archives it, as a request or a stored document has them.
 * Each is asked for only by the types that have it, and refused in the form of the source if it is missing.
 */
public interface InstructionMembers {
    String rule();

    /** The rule in place of the one that {@link #rule()} or its id names. */
    RuleDefinition changedRule();

    RuleDefinition definition();

    OutcomeDefinition outcome();

    ConditionDefinition condition();

    RolloutDefinition rollout();

    String variant();

    /** The variant, which may be null. */
    @Nullable
    String variantOrNull();

    VariantInput variantInput();

    /** What something is placed before; null for the end. */
    @Nullable
    String before();

    /** The value, as JSON. */
    String value();

    String name();

    String note();

    String description();

    String owner();

    FlagKind kind();

    List<String> tags();

    boolean serverOnly();

    /** The flag that is needed, with its variants. */
    PrerequisiteDefinition needed();

    /** The key of a flag that is needed. */
    String prerequisite();

    /** The schema, which may be null, as JSON. */
    @Nullable
    String schema();

    Map<String, String> metadata();

    List<FlagLink> links();

    /** The instruction of a type about a flag that has these members. */
    default Instruction instruction(InstructionType type, FlagKey flag) {
        return switch (type) {
            case TURN_ON -> new Switch(flag, true);
            case TURN_OFF -> new Switch(flag, false);
            case SET_OFF_VARIANT -> new SetOffVariant(flag, variantOrNull());
            case SET_FALLTHROUGH -> new SetFallthrough(flag, outcome());
            case ADD_RULE -> new AddRule(flag, definition(), before());
            case UPDATE_RULE -> new UpdateRule(flag, changedRule());
            case MOVE_RULE -> new MoveRule(flag, rule(), before());
            case REMOVE_RULE -> new RemoveRule(flag, rule());
            case PAUSE_RULE -> new SwitchRule(flag, rule(), false);
            case RESUME_RULE -> new SwitchRule(flag, rule(), true);
            case SET_ROLLOUT -> new SetRollout(flag, rule(), rollout());
            case SET_RULE_OUTCOME -> new SetRuleOutcome(flag, rule(), outcome());
            case SET_RULE_CONDITION -> new SetRuleCondition(flag, rule(), condition());
            case DESCRIBE_RULE -> new DescribeRule(flag, rule(), name(), note());
            case SET_VALUE -> new SetValue(flag, variant(), value());
            case RESET_VALUE -> new ResetValue(flag, variant());
            case RENAME -> new SetText(flag, Text.NAME, name());
            case DESCRIBE -> new SetText(flag, Text.DESCRIPTION, description());
            case SET_OWNER -> new SetText(flag, Text.OWNER, owner());
            case SET_KIND -> new SetKind(flag, kind());
            case SET_TAGS -> new SetTags(flag, tags());
            case SET_SERVER_ONLY -> new SetServerOnly(flag, serverOnly());
            case ADD_VARIANT -> new AddVariant(flag, variantInput(), before());
            case UPDATE_VARIANT -> new UpdateVariant(flag, variantInput());
            case MOVE_VARIANT -> new MoveVariant(flag, variant(), before());
            case REMOVE_VARIANT -> new RemoveVariant(flag, variant());
            case ADD_PREREQUISITE -> new AddPrerequisite(flag, needed(), before());
            case REMOVE_PREREQUISITE -> new RemovePrerequisite(flag, prerequisite());
            case SET_SCHEMA -> new SetSchema(flag, schema());
            case SET_METADATA -> new SetMetadata(flag, metadata());
            case MARK_STALE -> new MarkStale(flag, true);
            case UNMARK_STALE -> new MarkStale(flag, false);
            case SET_LINKS -> new SetLinks(flag, links());
            case ARCHIVE_FLAG -> new ArchiveFlag(flag);
            case UNARCHIVE_FLAG -> new UnarchiveFlag(flag);
            default -> throw new IllegalArgumentException(type.label() + " edits no flag");
        };
    }
}
