package dev.jackstaff.engine.snapshot;

import com.fasterxml.jackson.core.JsonToken;
import dev.jackstaff.engine.NumberText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A reader of one comparison, whose members may come in any order. */
final class ComparisonReader {
    private boolean started;
    private String attribute = "";
    private @Nullable Operator operator;
    private List<String> values = List.of();
    private boolean inverted;
    private boolean caseInsensitive;

    /** Whether any member was read. */
    boolean isStarted() {
        return started;
    }

    /** Reads a member of the object; false where a comparison has none of this name. */
    boolean read(DocumentReader reader, String member) {
        switch (member) {
            case "attribute" -> attribute = reader.string();
            case "operator" -> operator = operator(reader);
            case "values" -> values = reader.array(() -> operand(reader));
            case "inverted" -> inverted = reader.bool();
            case "caseInsensitive" -> caseInsensitive = reader.bool();
            default -> {
                return false;
            }
        }
        started = true;
        return true;
    }

    /** The comparison of what was read. */
    ConditionDefinition build(DocumentReader reader) {
        Operator chosen = operator;
        if (chosen == null) {
            throw reader.refusal("a comparison needs an \"operator\"");
        }
        return reader.checked(
                () -> new ConditionDefinition.Comparison(attribute, chosen, values, inverted, caseInsensitive));
    }

    private static Operator operator(DocumentReader reader) {
        String name = reader.string();
        try {
            return Operator.valueOf(name);
        } catch (IllegalArgumentException unknown) {
            throw reader.refusal("unknown operator \"" + name + "\"");
        }
    }

    /** An operand as text; it may be written as a string, number or boolean. */
    private static String operand(DocumentReader reader) {
        JsonToken token = reader.token();
        if (!token.isScalarValue() || token == JsonToken.VALUE_NULL) {
            throw reader.refusal("a string, number or boolean expected");
        }
        return switch (token) {
            case VALUE_STRING -> reader.string();
            case VALUE_NUMBER_FLOAT -> numberText(reader);
            default -> reader.json().json();
        };
    }

    /** A number as the text that attributes of its value have. */
    private static String numberText(DocumentReader reader) {
        double number = reader.json().asNumber();
        if (!Double.isFinite(number)) {
            throw reader.refusal("a number must be finite");
        }
        return NumberText.of(number);
    }
}
