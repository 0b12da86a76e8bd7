package dev.jackstaff.admin.flag;

import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.Operator;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.engine.snapshot.RolloutDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/** The form of a rule: one comparison, a share of subjects, a variant. */
public class RuleForm implements Serializable {
    private static final int BASIS_POINTS_PER_PERCENT = 100;
    private static final String DEFAULT_STICKINESS = "default";

    private String name = "";
    private String attribute = "";
    private Operator operator = Operator.IN;
    private String values = "";
    private int percent = 100;
    private String variant = "";

    RuleDefinition rule() {
        return new RuleDefinition(
                name.strip(),
                "",
                true,
                condition(),
                new RolloutDefinition(percent * BASIS_POINTS_PER_PERCENT, DEFAULT_STICKINESS, ""),
                new OutcomeDefinition.Serve(variant));
    }

    private ConditionDefinition condition() {
        if (attribute.isBlank()) {
            return ConditionDefinition.ALWAYS;
        }
        return new ConditionDefinition.Comparison(attribute.strip(), operator, valueList(), false, false);
    }

    /** The values of the comparison; a regular expression is a single value, even with commas. */
    private List<String> valueList() {
        if (operator == Operator.REGEX) {
            return List.of(values.strip());
        }
        return Arrays.stream(values.split("[,\\n]"))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    public Operator[] getOperators() {
        return Operator.values();
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getAttribute() {
        return attribute;
    }

    public void setAttribute(String attribute) {
        this.attribute = attribute;
    }

    public Operator getOperator() {
        return operator;
    }

    public void setOperator(Operator operator) {
        this.operator = operator;
    }

    public String getValues() {
        return values;
    }

    public void setValues(String values) {
        this.values = values;
    }

    public int getPercent() {
        return percent;
    }

    public void setPercent(int percent) {
        this.percent = percent;
    }

    public String getVariant() {
        return variant;
    }

    public void setVariant(String variant) {
        this.variant = variant;
    }
}
