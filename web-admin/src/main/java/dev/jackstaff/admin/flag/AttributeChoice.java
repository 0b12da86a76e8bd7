package dev.jackstaff.admin.flag;

import dev.jackstaff.domain.attribute.AttributeDetails;
import dev.jackstaff.domain.attribute.AttributeType;
import dev.jackstaff.domain.attribute.boundary.AttributeView;
import dev.jackstaff.engine.snapshot.Operator;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An attribute that the form of a rule offers. */
public record AttributeChoice(String name, @Nullable AttributeDetails details) {
    static AttributeChoice of(AttributeView attribute) {
        return new AttributeChoice(attribute.name(), attribute.details());
    }

    public String getName() {
        return name;
    }

    public String getDescription() {
        return details == null ? "" : details.description();
    }

    /** Its type; empty if nobody has defined it. */
    public String getType() {
        return details == null ? "" : details.type().label();
    }

    /** The names of the comparisons that fit its type. */
    public String getOperators() {
        return details == null
                ? ""
                : operators(details.type()).stream().map(Operator::name).collect(Collectors.joining(" "));
    }

    static Set<Operator> operators(AttributeType type) {
        return switch (type) {
            case STRING ->
                EnumSet.of(
                        Operator.IN,
                        Operator.NOT_IN,
                        Operator.STR_CONTAINS,
                        Operator.STR_STARTS_WITH,
                        Operator.STR_ENDS_WITH,
                        Operator.REGEX,
                        Operator.IN_CIDR,
                        Operator.EXISTS);
            case NUMBER ->
                EnumSet.of(
                        Operator.NUM_EQ,
                        Operator.NUM_GT,
                        Operator.NUM_GTE,
                        Operator.NUM_LT,
                        Operator.NUM_LTE,
                        Operator.IN,
                        Operator.NOT_IN,
                        Operator.EXISTS);
            case BOOLEAN -> EnumSet.of(Operator.IN, Operator.NOT_IN, Operator.EXISTS);
            case DATE_TIME -> EnumSet.of(Operator.DATE_BEFORE, Operator.DATE_AFTER, Operator.EXISTS);
            case SEMVER ->
                EnumSet.of(
                        Operator.SEMVER_EQ,
                        Operator.SEMVER_GTE,
                        Operator.SEMVER_GT,
                        Operator.SEMVER_LTE,
                        Operator.SEMVER_LT,
                        Operator.EXISTS);
        };
    }

    /** The values that rules may compare with, as a JSON array; empty for any. */
    public String getLegal() {
        if (details == null) {
            return "[]";
        }
        return details.type() == AttributeType.BOOLEAN
                ? "[\"true\",\"false\"]"
                : AttributeDetails.strings(details.values());
    }
}
