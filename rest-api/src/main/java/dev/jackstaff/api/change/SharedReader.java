package dev.jackstaff.api.change;

import dev.jackstaff.api.attribute.AttributeValues;
import dev.jackstaff.api.json.RequestFields;
import dev.jackstaff.domain.attribute.AttributeDetails;
import dev.jackstaff.domain.attribute.AttributeName;
import dev.jackstaff.domain.attribute.AttributeType;
import dev.jackstaff.domain.change.AttributeInstruction.CreateAttribute;
import dev.jackstaff.domain.change.AttributeInstruction.DeleteAttribute;
import dev.jackstaff.domain.change.AttributeInstruction.DescribeAttribute;
import dev.jackstaff.domain.change.AttributeInstruction.SetAttributeType;
import dev.jackstaff.domain.change.AttributeInstruction.SetAttributeValues;
import dev.jackstaff.domain.change.EnvironmentInstruction.RenameEnvironment;
import dev.jackstaff.domain.change.EnvironmentInstruction.SetColour;
import dev.jackstaff.domain.change.EnvironmentInstruction.SetProduction;
import dev.jackstaff.domain.change.EnvironmentInstruction.SetSortOrder;
import dev.jackstaff.domain.change.EnvironmentLifecycle.CreateEnvironment;
import dev.jackstaff.domain.change.EnvironmentLifecycle.DeleteEnvironment;
import dev.jackstaff.domain.change.Instruction;
import dev.jackstaff.domain.change.InstructionType;
import dev.jackstaff.domain.change.ProjectInstruction.DescribeProject;
import dev.jackstaff.domain.change.ProjectInstruction.RenameProject;
import dev.jackstaff.domain.change.SegmentInstruction.DescribeSegment;
import dev.jackstaff.domain.change.SegmentInstruction.RenameSegment;
import dev.jackstaff.domain.change.SegmentInstruction.SetCondition;
import dev.jackstaff.domain.change.SegmentLifecycle.CreateSegment;
import dev.jackstaff.domain.change.SegmentLifecycle.DeleteSegment;
import dev.jackstaff.domain.change.SegmentLifecycle.RestoreSegment;
import dev.jackstaff.domain.project.EnvironmentColour;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.segment.SegmentDetails;
import dev.jackstaff.domain.segment.SegmentKey;
import org.jspecify.annotations.Nullable;

/**
 * The reader of an instruction about a segment, an attribute, an environment or the project.
 *
 * @param place its place in the request, for messages: {@code changes[0]}
 */
record SharedReader(InstructionBody body, String place) {
    Instruction read(InstructionType type) {
        return switch (type.subject()) {
            case SEGMENT -> ofSegment(type, RequestFields.parse(place + ".segment", body.segment(), SegmentKey::new));
            case ATTRIBUTE ->
                ofAttribute(type, RequestFields.parse(place + ".attribute", body.attribute(), AttributeName::new));
            case ENVIRONMENT ->
                ofEnvironment(
                        type, RequestFields.parse(place + ".environment", body.environment(), EnvironmentKey::new));
            default -> ofProject(type);
        };
    }

    private Instruction ofSegment(InstructionType type, SegmentKey segment) {
        return switch (type) {
            case CREATE_SEGMENT ->
                new CreateSegment(
                        segment,
                        new SegmentDetails(
                                RequestFields.text(body.name()),
                                RequestFields.text(body.description()),
                                required("condition", body.condition())));
            case RENAME_SEGMENT -> new RenameSegment(segment, required("name", body.name()));
            case DESCRIBE_SEGMENT -> new DescribeSegment(segment, required("description", body.description()));
            case SET_CONDITION -> new SetCondition(segment, required("condition", body.condition()));
            case DELETE_SEGMENT -> new DeleteSegment(segment);
            case RESTORE_SEGMENT -> new RestoreSegment(segment, RequestFields.parseId(place + ".id", body.id()));
            default -> throw new IllegalArgumentException(type.label() + " is not about a segment");
        };
    }

    private Instruction ofAttribute(InstructionType type, AttributeName attribute) {
        return switch (type) {
            case CREATE_ATTRIBUTE ->
                new CreateAttribute(
                        attribute,
                        new AttributeDetails(
                                valueType(),
                                RequestFields.text(body.description()),
                                AttributeValues.read(place + ".values", body.values())));
            case SET_ATTRIBUTE_TYPE -> new SetAttributeType(attribute, valueType());
            case DESCRIBE_ATTRIBUTE -> new DescribeAttribute(attribute, required("description", body.description()));
            case SET_ATTRIBUTE_VALUES ->
                new SetAttributeValues(
                        attribute, AttributeValues.read(place + ".values", required("values", body.values())));
            case DELETE_ATTRIBUTE -> new DeleteAttribute(attribute);
            default -> throw new IllegalArgumentException(type.label() + " is not about an attribute");
        };
    }

    private AttributeType valueType() {
        return RequestFields.parseLabel(
                place + ".valueType", required("valueType", body.valueType()), AttributeType.LABELS);
    }

    private Instruction ofEnvironment(InstructionType type, EnvironmentKey environment) {
        return switch (type) {
            case CREATE_ENVIRONMENT ->
                new CreateEnvironment(
                        environment,
                        RequestFields.text(body.name()),
                        Boolean.TRUE.equals(body.production()),
                        body.sortOrder(),
                        colour());
            case RENAME_ENVIRONMENT -> new RenameEnvironment(environment, required("name", body.name()));
            case SET_PRODUCTION -> new SetProduction(environment, required("production", body.production()));
            case SET_SORT_ORDER -> new SetSortOrder(environment, required("sortOrder", body.sortOrder()));
            case SET_COLOUR -> new SetColour(environment, required("colour", colour()));
            case DELETE_ENVIRONMENT -> new DeleteEnvironment(environment, Boolean.TRUE.equals(body.force()));
            default -> throw new IllegalArgumentException(type.label() + " is not about an environment");
        };
    }

    private Instruction ofProject(InstructionType type) {
        return switch (type) {
            case RENAME_PROJECT -> new RenameProject(required("name", body.name()));
            case DESCRIBE_PROJECT -> new DescribeProject(required("description", body.description()));
            default -> throw new IllegalArgumentException(type.label() + " is not about a project");
        };
    }

    private @Nullable EnvironmentColour colour() {
        String colour = body.colour();
        return colour == null ? null : RequestFields.parseLabel(place + ".colour", colour, EnvironmentColour.LABELS);
    }

    private <T> T required(String member, @Nullable T value) {
        return RequestFields.required(place + "." + member, value);
    }
}
