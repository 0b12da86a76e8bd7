package dev.jackstaff.protocols.flexflag;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.jackstaff.engine.Evaluation;
import dev.jackstaff.engine.Reason;
import dev.jackstaff.engine.ValueType;
import dev.jackstaff.engine.Variant;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * An evaluation in FlexFlag's terms.
 *
 * @param type the type of the flag's values; null if it is unknown
 * @param rule the rule that matched; null if none did, or if the key may not see rules
 */
record FlexflagEvaluation(Evaluation evaluation, @Nullable ValueType type, @Nullable String rule) {
    /** Writes the members that are common to single and batch responses. */
    void write(JsonGenerator generator) throws IOException {
        Variant variant = evaluation.variant();
        generator.writeStringField("flag_key", evaluation.flagKey());
        generator.writeFieldName("value");
        generator.writeRawValue(value());
        if (variant != null && !variant.key().isEmpty()) {
            generator.writeStringField("variation", variant.key());
        }
        generator.writeStringField("reason", reason());
        if (rule != null) {
            generator.writeStringField("rule_id", rule);
        }
        generator.writeBooleanField("default", !isMatched());
        generator.writeBooleanField("matched", isMatched());
    }

    /** The value as text. Without a value it is {@code false} for a boolean flag, else empty. */
    String value() {
        Variant variant = evaluation.variant();
        if (variant == null) {
            return type == null || type == ValueType.BOOLEAN ? Boolean.toString(evaluation.enabled()) : "null";
        }
        return Variant.NO_PAYLOAD.equals(variant.payloadType())
                ? Boolean.toString(evaluation.enabled())
                : variant.value().json();
    }

    private boolean isMatched() {
        return evaluation.reason() == Reason.TARGETING_MATCH || evaluation.reason() == Reason.SPLIT;
    }

    private String reason() {
        return switch (evaluation.reason()) {
            case DISABLED -> "flag_disabled";
            case TARGETING_MATCH -> "rule_match";
            case SPLIT -> "rollout";
            case STATIC, DEFAULT -> "default";
            case ERROR -> "error";
        };
    }
}
