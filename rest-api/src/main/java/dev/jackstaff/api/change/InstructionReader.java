package dev.jackstaff.api.change;

import dev.jackstaff.api.flag.LinkBody;
import dev.jackstaff.api.flag.TraitBodies;
import dev.jackstaff.api.json.RequestFields;
import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.change.ChangeStep;
import dev.jackstaff.domain.change.DetailsInstruction.SetKind;
import dev.jackstaff.domain.change.DetailsInstruction.SetServerOnly;
import dev.jackstaff.domain.change.DetailsInstruction.SetTags;
import dev.jackstaff.domain.change.DetailsInstruction.SetText;
import dev.jackstaff.domain.change.DetailsInstruction.SetText.Text;
import dev.jackstaff.domain.change.FlagLifecycle.ArchiveFlag;
import dev.jackstaff.domain.change.FlagLifecycle.CreateFlag;
import dev.jackstaff.domain.change.FlagLifecycle.DeleteFlag;
import dev.jackstaff.domain.change.FlagLifecycle.RestoreFlag;
import dev.jackstaff.domain.change.FlagLifecycle.UnarchiveFlag;
import dev.jackstaff.domain.change.Instruction;
import dev.jackstaff.domain.change.InstructionType;
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
import dev.jackstaff.domain.flag.VariantInput;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.engine.snapshot.PrerequisiteDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import org.jspecify.annotations.Nullable;

/**
 * The reader of one instruction of a request.
 *
 * @param place its place in the request, for messages: {@code changes[0]}
 * @param common the environment of the whole change; null if it says none
 */
record InstructionReader(InstructionBody body, String place, @Nullable EnvironmentKey common) {
    /** The instruction; Invalid, with the place, if a member is missing or is of another type. */
    ChangeStep read() {
        InstructionType type = type();
        return switch (type.subject()) {
            case STATE -> new ChangeStep(read(type, flag()), environmentOfSettings());
            case FLAG -> new ChangeStep(read(type, flag()), null);
            default -> new ChangeStep(new SharedReader(body, place).read(type), null);
        };
    }

    /** As above, of a flag that the instruction does not name; Invalid if it is not about a flag. */
    ChangeStep readOf(FlagKey flag) {
        InstructionType type = type();
        RequestFields.requireUnchanged(place + ".flag", body.flag(), flag);
        return switch (type.subject()) {
            case STATE -> new ChangeStep(read(type, flag), environmentOfSettings());
            case FLAG -> new ChangeStep(read(type, flag), null);
            default -> throw new DomainException.Invalid(place + ".type", "must be about a flag");
        };
    }

    private InstructionType type() {
        InstructionType type =
                RequestFields.parseLabel(place + ".type", required("type", body.type()), InstructionType.LABELS);
        body.members().stream()
                .filter(member -> !type.takes(member))
                .findFirst()
                .ifPresent(member -> {
                    throw new DomainException.Invalid(place + "." + member, "is not a member of " + type.label());
                });
        return type;
    }

    private FlagKey flag() {
        return RequestFields.parse(place + ".flag", body.flag(), FlagKey::new);
    }

    private EnvironmentKey environmentOfSettings() {
        EnvironmentKey own =
                RequestFields.parseOptional(place + ".environment", body.environment(), EnvironmentKey::new);
        return RequestFields.required("environment", own == null ? common : own);
    }

    private Instruction read(InstructionType type, FlagKey flag) {
        return switch (type) {
            case TURN_ON -> new Switch(flag, true);
            case TURN_OFF -> new Switch(flag, false);
            case SET_OFF_VARIANT -> new SetOffVariant(flag, variantOrNull());
            case SET_FALLTHROUGH -> new SetFallthrough(flag, required("outcome", body.outcome()));
            case ADD_RULE -> new AddRule(flag, required("definition", body.definition()), body.before());
            case UPDATE_RULE -> new UpdateRule(flag, changedRule());
            case MOVE_RULE -> new MoveRule(flag, rule(), body.before());
            case REMOVE_RULE -> new RemoveRule(flag, rule());
            case PAUSE_RULE -> new SwitchRule(flag, rule(), false);
            case RESUME_RULE -> new SwitchRule(flag, rule(), true);
            case SET_ROLLOUT -> new SetRollout(flag, rule(), required("rollout", body.rollout()));
            case SET_VALUE ->
                new SetValue(flag, variant(), required("value", body.value()).json());
            case RESET_VALUE -> new ResetValue(flag, variant());
            case RENAME -> new SetText(flag, Text.NAME, required("name", body.name()));
            case DESCRIBE -> new SetText(flag, Text.DESCRIPTION, required("description", body.description()));
            case SET_OWNER -> new SetText(flag, Text.OWNER, required("owner", body.owner()));
            case SET_KIND ->
                new SetKind(
                        flag,
                        RequestFields.parseLabel(place + ".kind", required("kind", body.kind()), FlagKind.LABELS));
            case SET_TAGS -> new SetTags(flag, RequestFields.list(place + ".tags", required("tags", body.tags())));
            case SET_SERVER_ONLY -> new SetServerOnly(flag, required("serverOnly", body.serverOnly()));
            case ADD_VARIANT -> new AddVariant(flag, variantInput(), body.before());
            case UPDATE_VARIANT -> new UpdateVariant(flag, variantInput());
            case REMOVE_VARIANT -> new RemoveVariant(flag, variant());
            case ADD_PREREQUISITE -> new AddPrerequisite(flag, prerequisite(), body.before());
            case REMOVE_PREREQUISITE -> new RemovePrerequisite(flag, required("prerequisite", body.prerequisite()));
            case SET_RULE_OUTCOME -> new SetRuleOutcome(flag, rule(), required("outcome", body.outcome()));
            case SET_RULE_CONDITION -> new SetRuleCondition(flag, rule(), required("condition", body.condition()));
            case DESCRIBE_RULE ->
                new DescribeRule(flag, rule(), required("name", body.name()), RequestFields.text(body.note()));
            case MOVE_VARIANT -> new MoveVariant(flag, variant(), body.before());
            case SET_SCHEMA -> new SetSchema(flag, TraitBodies.schemaOrNull(required("schema", body.schema())));
            case SET_METADATA ->
                new SetMetadata(flag, TraitBodies.metadata(place + ".metadata", required("metadata", body.metadata())));
            case SET_LINKS -> new SetLinks(flag, LinkBody.toLinks(place + ".links", required("links", body.links())));
            case MARK_STALE -> new MarkStale(flag, true);
            case UNMARK_STALE -> new MarkStale(flag, false);
            case CREATE_FLAG ->
                new CreateFlag(flag, required("details", body.details()).toDetails(flag));
            case ARCHIVE_FLAG -> new ArchiveFlag(flag);
            case UNARCHIVE_FLAG -> new UnarchiveFlag(flag);
            case DELETE_FLAG -> new DeleteFlag(flag, Boolean.TRUE.equals(body.force()));
            case RESTORE_FLAG -> new RestoreFlag(flag, RequestFields.parseId(place + ".id", body.id()));
            default -> throw new IllegalArgumentException(type.label() + " is not about a flag");
        };
    }

    private <T> T required(String member, @Nullable T value) {
        return RequestFields.required(place + "." + member, value);
    }

    private String rule() {
        return required("rule", body.rule());
    }

    private RuleDefinition changedRule() {
        RuleDefinition changed = required("definition", body.definition());
        if (!changed.id().isEmpty()) {
            RequestFields.requireUnchanged(place + ".definition.id", changed.id(), rule());
        }
        return changed.withId(rule());
    }

    private @Nullable String variantOrNull() {
        return RequestFields.textOrNull(place + ".variant", required("variant", body.variant()));
    }

    private String variant() {
        return required("variant", variantOrNull());
    }

    private VariantInput variantInput() {
        return new VariantInput(
                variant(), required("value", body.value()).json(), RequestFields.text(body.description()));
    }

    private PrerequisiteDefinition prerequisite() {
        return new PrerequisiteDefinition(
                required("prerequisite", body.prerequisite()),
                RequestFields.list(place + ".variants", body.variants()));
    }
}
