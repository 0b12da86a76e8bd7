package dev.jackstaff.domain.change;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.attribute.AttributeDetails;
import dev.jackstaff.domain.attribute.AttributeName;
import dev.jackstaff.domain.attribute.AttributeState;
import dev.jackstaff.domain.attribute.AttributeType;
import dev.jackstaff.domain.permission.Permission;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** An instruction about the definition of an attribute. Definitions tell people what there is; edges answer as before. */
public sealed interface AttributeInstruction extends Edit<AttributeState> {
    AttributeName attribute();

    @Override
    default String subject() {
        return "attributes/" + attribute();
    }

    @Override
    default Permission permission() {
        return Permission.ATTRIBUTE_UPDATE;
    }

    @Override
    List<AttributeInstruction> inverse(AttributeState present);

    /** Defines an attribute. */
    record CreateAttribute(AttributeName attribute, AttributeDetails details) implements AttributeInstruction {
        @Override
        public Set<AttributeField> fields() {
            return EnumSet.allOf(AttributeField.class);
        }

        @Override
        public AttributeState apply(AttributeState present) {
            if (present.definition() != null) {
                throw DomainException.Conflict.exists("attribute", attribute);
            }
            return new AttributeState(details);
        }

        @Override
        public List<AttributeInstruction> inverse(AttributeState present) {
            return List.of(new DeleteAttribute(attribute));
        }

        @Override
        public String sentence(AttributeState present) {
            return "Define the attribute \"" + attribute + "\"";
        }
    }

    /** Sets the type of an attribute's values. */
    record SetAttributeType(AttributeName attribute, AttributeType type) implements AttributeInstruction {
        @Override
        public Set<AttributeField> fields() {
            return EnumSet.of(AttributeField.TYPE);
        }

        @Override
        public AttributeState apply(AttributeState present) {
            return new AttributeState(present.existing(attribute).withType(type));
        }

        @Override
        public List<AttributeInstruction> inverse(AttributeState present) {
            AttributeType old = present.existing(attribute).type();
            return old == type ? List.of() : List.of(new SetAttributeType(attribute, old));
        }

        @Override
        public String sentence(AttributeState present) {
            return "Make \"" + attribute + "\" an attribute of type " + type.label();
        }
    }

    /** Sets the description of an attribute. */
    record DescribeAttribute(AttributeName attribute, String description) implements AttributeInstruction {
        @Override
        public Set<AttributeField> fields() {
            return EnumSet.of(AttributeField.DESCRIPTION);
        }

        @Override
        public AttributeState apply(AttributeState present) {
            return new AttributeState(present.existing(attribute).withDescription(description));
        }

        @Override
        public List<AttributeInstruction> inverse(AttributeState present) {
            String old = present.existing(attribute).description();
            return old.equals(description) ? List.of() : List.of(new DescribeAttribute(attribute, old));
        }

        @Override
        public String sentence(AttributeState present) {
            return "Change the description of the attribute \"" + attribute + "\"";
        }
    }

    /**
     * Sets the legal values of an attribute.
     *
     * @param values empty if every value is legal
     */
    record SetAttributeValues(AttributeName attribute, List<String> values) implements AttributeInstruction {
        public SetAttributeValues {
            values = List.copyOf(values);
        }

        @Override
        public Set<AttributeField> fields() {
            return EnumSet.of(AttributeField.VALUES);
        }

        @Override
        public AttributeState apply(AttributeState present) {
            return new AttributeState(present.existing(attribute).withValues(values));
        }

        @Override
        public List<AttributeInstruction> inverse(AttributeState present) {
            List<String> old = present.existing(attribute).values();
            return old.equals(values) ? List.of() : List.of(new SetAttributeValues(attribute, old));
        }

        @Override
        public String sentence(AttributeState present) {
            return values.isEmpty()
                    ? "Let the attribute \"" + attribute + "\" have any value"
                    : "Let the attribute \"" + attribute + "\" have the values "
                            + InstructionText.shortened(String.join(", ", values));
        }
    }

    /** Removes the definition of an attribute. Rules may go on using it. */
    record DeleteAttribute(AttributeName attribute) implements AttributeInstruction {
        @Override
        public Set<AttributeField> fields() {
            return EnumSet.allOf(AttributeField.class);
        }

        @Override
        public AttributeState apply(AttributeState present) {
            present.existing(attribute);
            return AttributeState.UNDEFINED;
        }

        @Override
        public List<AttributeInstruction> inverse(AttributeState present) {
            return List.of(new CreateAttribute(attribute, present.existing(attribute)));
        }

        @Override
        public String sentence(AttributeState present) {
            return "Remove the definition of the attribute \"" + attribute + "\"";
        }
    }
}
