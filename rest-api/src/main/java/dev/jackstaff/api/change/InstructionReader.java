package dev.jackstaff.api.change;

import dev.jackstaff.api.flag.LinkBody;
import dev.jackstaff.api.flag.TraitBodies;
import dev.jackstaff.api.json.RequestFields;
import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.change.ChangeStep;
import dev.jackstaff.domain.change.FlagLifecycle.CreateFlag;
import dev.jackstaff.domain.change.FlagLifecycle.DeleteFlag;
import dev.jackstaff.domain.change.FlagLifecycle.RestoreFlag;
import dev.jackstaff.domain.change.Instruction;
import dev.jackstaff.domain.change.InstructionMembers;
import dev.jackstaff.domain.change.InstructionType;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.FlagKind;
import dev.jackstaff.domain.flag.FlagLink;
import dev.jackstaff.domain.flag.VariantInput;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.engine.snapshot.PrerequisiteDefinition;
import dev.jackstaff.engine.snapshot.RolloutDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The reader of one instruction of a request.
 *
 * @param place its place in the request, for messages: {@code changes[0]}
 * @param common the environment of the whole change; null if it says none
 */
record InstructionReader(InstructionBody body, String place, @Nullable EnvironmentKey common)
        implements InstructionMembers {
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
            case CREATE_FLAG ->
                new CreateFlag(flag, required("details", body.details()).toDetails(flag));
            case DELETE_FLAG -> new DeleteFlag(flag, Boolean.TRUE.equals(body.force()));
            case RESTORE_FLAG -> new RestoreFlag(flag, RequestFields.parseId(place + ".id", body.id()));
            default -> instruction(type, flag);
        };
    }

    private <T> T required(String member, @Nullable T value) {
        return RequestFields.required(place + "." + member, value);
    }

    @Override
    public String rule() {
        return required("rule", body.rule());
    }

    @Override
    public RuleDefinition changedRule() {
        RuleDefinition changed = definition();
        if (!changed.id().isEmpty()) {
            RequestFields.requireUnchanged(place + ".definition.id", changed.id(), rule());
        }
        return changed.withId(rule());
    }

    @Override
    public RuleDefinition definition() {
        return required("definition", body.definition());
    }

    @Override
    public OutcomeDefinition outcome() {
        return required("outcome", body.outcome());
    }

    @Override
    public ConditionDefinition condition() {
        return required("condition", body.condition());
    }

    @Override
    public RolloutDefinition rollout() {
        return required("rollout", body.rollout());
    }

    @Override
    public String variant() {
        return required("variant", variantOrNull());
    }

    @Override
    public @Nullable String variantOrNull() {
        return RequestFields.textOrNull(place + ".variant", required("variant", body.variant()));
    }

    @Override
    public VariantInput variantInput() {
        return new VariantInput(variant(), value(), RequestFields.text(body.description()));
    }

    @Override
    public @Nullable String before() {
        return body.before();
    }

    @Override
    public String value() {
        return required("value", body.value()).json();
    }

    @Override
    public String name() {
        return required("name", body.name());
    }

    @Override
    public String note() {
        return RequestFields.text(body.note());
    }

    @Override
    public String description() {
        return required("description", body.description());
    }

    @Override
    public String owner() {
        return required("owner", body.owner());
    }

    @Override
    public FlagKind kind() {
        return RequestFields.parseLabel(place + ".kind", required("kind", body.kind()), FlagKind.LABELS);
    }

    @Override
    public List<String> tags() {
        return RequestFields.list(place + ".tags", required("tags", body.tags()));
    }

    @Override
    public boolean serverOnly() {
        return required("serverOnly", body.serverOnly());
    }

    @Override
    public PrerequisiteDefinition needed() {
        return new PrerequisiteDefinition(prerequisite(), RequestFields.list(place + ".variants", body.variants()));
    }

    @Override
    public String prerequisite() {
        return required("prerequisite", body.prerequisite());
    }

    @Override
    public @Nullable String schema() {
        return TraitBodies.schemaOrNull(required("schema", body.schema()));
    }

    @Override
    public Map<String, String> metadata() {
        return TraitBodies.metadata(place + ".metadata", required("metadata", body.metadata()));
    }

    @Override
    public List<FlagLink> links() {
        return LinkBody.toLinks(place + ".links", required("links", body.links()));
    }
}
