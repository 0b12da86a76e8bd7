package dev.jackstaff.domain.change;

import dev.jackstaff.domain.attribute.AttributeName;
import dev.jackstaff.domain.audit.AuditJson;
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
import dev.jackstaff.domain.change.ProjectInstruction.DescribeProject;
import dev.jackstaff.domain.change.ProjectInstruction.RenameProject;
import dev.jackstaff.domain.change.SegmentInstruction.DescribeSegment;
import dev.jackstaff.domain.change.SegmentInstruction.RenameSegment;
import dev.jackstaff.domain.change.SegmentInstruction.SetCondition;
import dev.jackstaff.domain.change.SegmentLifecycle.CreateSegment;
import dev.jackstaff.domain.change.SegmentLifecycle.DeleteSegment;
import dev.jackstaff.domain.change.SegmentLifecycle.RestoreSegment;
import dev.jackstaff.domain.flag.FlagDetails;
import dev.jackstaff.domain.flag.FlagTraitsDocument;
import dev.jackstaff.domain.flag.VariantInput;
import dev.jackstaff.domain.project.EnvironmentColour;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.segment.SegmentKey;
import dev.jackstaff.engine.JsonText;
import dev.jackstaff.engine.snapshot.DefinitionWriter;
import java.util.stream.Collectors;

/** The writer of instructions about segments, attributes, environments and projects. */
record SharedWriter(AuditJson json) {
    void add(Instruction instruction) {
        if (instruction instanceof SegmentInstruction one) {
            addSegment(one);
        } else if (instruction instanceof SegmentLifecycle one) {
            addLifecycle(one);
        } else if (instruction instanceof AttributeInstruction one) {
            addAttribute(one);
        } else if (instruction instanceof EnvironmentInstruction one) {
            addEnvironment(one);
        } else if (instruction instanceof EnvironmentLifecycle one) {
            addLifecycle(one);
        } else if (instruction instanceof RenameProject one) {
            json.text("type", InstructionType.RENAME_PROJECT.label()).text("name", one.name());
        } else if (instruction instanceof DescribeProject one) {
            json.text("type", InstructionType.DESCRIBE_PROJECT.label()).text("description", one.description());
        } else {
            throw new IllegalArgumentException(instruction + " stands alone");
        }
    }

    private AuditJson begin(InstructionType type, SegmentKey segment) {
        return json.text("type", type.label()).text("segment", segment.value());
    }

    private AuditJson begin(InstructionType type, EnvironmentKey environment) {
        return json.text("type", type.label()).text("environment", environment.value());
    }

    private void addSegment(SegmentInstruction instruction) {
        SegmentKey segment = instruction.segment();
        if (instruction instanceof RenameSegment one) {
            begin(InstructionType.RENAME_SEGMENT, segment).text("name", one.name());
        } else if (instruction instanceof DescribeSegment one) {
            begin(InstructionType.DESCRIBE_SEGMENT, segment).text("description", one.description());
        } else if (instruction instanceof SetCondition one) {
            begin(InstructionType.SET_CONDITION, segment)
                    .json("condition", DefinitionWriter.condition(one.condition()));
        }
    }

    private void addLifecycle(SegmentLifecycle instruction) {
        SegmentKey segment = instruction.segment();
        if (instruction instanceof CreateSegment one) {
            begin(InstructionType.CREATE_SEGMENT, segment)
                    .text("name", one.details().name())
                    .text("description", one.details().description())
                    .json("condition", DefinitionWriter.condition(one.details().condition()));
        } else if (instruction instanceof DeleteSegment) {
            begin(InstructionType.DELETE_SEGMENT, segment);
        } else if (instruction instanceof RestoreSegment one) {
            begin(InstructionType.RESTORE_SEGMENT, segment).text("id", one.id().toString());
        }
    }

    private AuditJson begin(InstructionType type, AttributeName attribute) {
        return json.text("type", type.label()).text("attribute", attribute.value());
    }

    private void addAttribute(AttributeInstruction instruction) {
        AttributeName attribute = instruction.attribute();
        if (instruction instanceof CreateAttribute one) {
            begin(InstructionType.CREATE_ATTRIBUTE, attribute)
                    .text("valueType", one.details().type().label())
                    .text("description", one.details().description())
                    .strings("values", one.details().values());
        } else if (instruction instanceof SetAttributeType one) {
            begin(InstructionType.SET_ATTRIBUTE_TYPE, attribute)
                    .text("valueType", one.type().label());
        } else if (instruction instanceof DescribeAttribute one) {
            begin(InstructionType.DESCRIBE_ATTRIBUTE, attribute).text("description", one.description());
        } else if (instruction instanceof SetAttributeValues one) {
            begin(InstructionType.SET_ATTRIBUTE_VALUES, attribute).strings("values", one.values());
        } else if (instruction instanceof DeleteAttribute) {
            begin(InstructionType.DELETE_ATTRIBUTE, attribute);
        }
    }

    private void addEnvironment(EnvironmentInstruction instruction) {
        EnvironmentKey environment = instruction.environment();
        if (instruction instanceof RenameEnvironment one) {
            begin(InstructionType.RENAME_ENVIRONMENT, environment).text("name", one.name());
        } else if (instruction instanceof SetProduction one) {
            begin(InstructionType.SET_PRODUCTION, environment).bool("production", one.production());
        } else if (instruction instanceof SetSortOrder one) {
            begin(InstructionType.SET_SORT_ORDER, environment).number("sortOrder", one.sortOrder());
        } else if (instruction instanceof SetColour one) {
            begin(InstructionType.SET_COLOUR, environment)
                    .text("colour", one.colour().label());
        }
    }

    private void addLifecycle(EnvironmentLifecycle instruction) {
        EnvironmentKey environment = instruction.environment();
        if (instruction instanceof CreateEnvironment one) {
            begin(InstructionType.CREATE_ENVIRONMENT, environment)
                    .text("name", one.name())
                    .bool("production", one.production());
            Integer sortOrder = one.sortOrder();
            if (sortOrder != null) {
                json.number("sortOrder", sortOrder);
            }
            EnvironmentColour colour = one.colour();
            if (colour != null) {
                json.text("colour", colour.label());
            }
        } else if (instruction instanceof DeleteEnvironment one) {
            begin(InstructionType.DELETE_ENVIRONMENT, environment).bool("force", one.force());
        }
    }

    /** The details of a flag, as the API takes them. */
    static String details(FlagDetails details) {
        AuditJson json = new AuditJson()
                .text("name", details.name())
                .text("description", details.description())
                .text("type", details.type().label())
                .text("kind", details.kind().label())
                .text("owner", details.owner())
                .strings("tags", details.tags())
                .bool("serverOnly", details.serverOnly())
                .json(
                        "variants",
                        details.variants().stream()
                                .map(SharedWriter::variant)
                                .collect(Collectors.joining(",", "[", "]")))
                .json("prerequisites", DefinitionWriter.prerequisites(details.prerequisites()));
        FlagTraitsDocument.addTo(json, details.traits());
        return json.toJson();
    }

    private static String variant(VariantInput variant) {
        return "{\"key\":" + JsonText.quoted(variant.key()) + ",\"value\":" + variant.json() + ",\"description\":"
                + JsonText.quoted(variant.description()) + "}";
    }
}
