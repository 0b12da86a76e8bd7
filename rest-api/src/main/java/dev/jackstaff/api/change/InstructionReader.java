package dev.jackstaff.api.change;

import dev.jackstaff.api.json.RequestFields;
import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.change.DetailsInstruction.SetKind;
import dev.jackstaff.domain.change.DetailsInstruction.SetServerOnly;
import dev.jackstaff.domain.change.DetailsInstruction.SetTags;
import dev.jackstaff.domain.change.DetailsInstruction.SetText;
import dev.jackstaff.domain.change.DetailsInstruction.SetText.Text;
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
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.FlagKind;
import dev.jackstaff.domain.flag.VariantInput;
import dev.jackstaff.engine.snapshot.PrerequisiteDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import org.jspecify.annotations.Nullable;

/**
 * The reader of one instruction of a request.
 *
 * @param place its place in the request, for messages: {@code changes[0]}
 */
record InstructionReader(InstructionBody body, String place) {
    /** The instruction; Invalid, with the place, if a member is missing or is of another type. */
    Instruction<?> read() {
        InstructionType type =
                RequestFields.parseLabel(place + ".type", required("type", body.type()), InstructionType.LABELS);
        body.members().stream()
                .filter(member -> !type.takes(member))
                .findFirst()
                .ifPresent(member -> {
                    throw new DomainException.Invalid(place + "." + member, "is not a member of " + type.label());
                });
        return read(type, RequestFields.parse(place + ".flag", body.flag(), FlagKey::new));
    }

    private Instruction<?> read(InstructionType type, FlagKey flag) {
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
