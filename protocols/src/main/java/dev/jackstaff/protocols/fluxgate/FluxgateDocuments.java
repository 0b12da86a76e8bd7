package dev.jackstaff.protocols.fluxgate;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.jackstaff.engine.ErrorCode;
import dev.jackstaff.engine.Evaluation;
import dev.jackstaff.engine.Reason;
import dev.jackstaff.engine.Variant;
import dev.jackstaff.protocols.json.JsonBytes;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The response documents of FluxGate. A flag that cannot be found is answered with {@code false} and an error code.
 * {@code STATIC} is FluxGate's reason for a flag that is off for everybody; a flag that is on without rules is a match.
 */
final class FluxgateDocuments {
    private static final String METADATA = "metadata";

    private FluxgateDocuments() {}

    /**
     * The evaluation of one flag.
     *
     * @param metadata whether rules may be named
     */
    static byte[] single(FluxgateRequest.Format form, Evaluation evaluation, boolean metadata) {
        return JsonBytes.object(generator -> {
            generator.writeStringField("flagKey", evaluation.flagKey());
            generator.writeFieldName("value");
            generator.writeRawValue(value(evaluation));
            generator.writeStringField("variant", variant(evaluation));
            generator.writeStringField("reason", reason(evaluation));
            if (form == FluxgateRequest.Format.LEGACY) {
                generator.writeBooleanField("enabled", evaluation.enabled());
            }
            errorCode(generator, evaluation.errorCode());
            if (metadata && !evaluation.metadata().isEmpty()) {
                generator.writeObjectFieldStart(METADATA);
                for (var entry : evaluation.metadata().entrySet()) {
                    generator.writeStringField(entry.getKey(), entry.getValue());
                }
                generator.writeEndObject();
            }
        });
    }

    /** The evaluations of several flags, by key. */
    static byte[] map(List<Evaluation> evaluations) {
        return JsonBytes.object(generator -> {
            for (Evaluation evaluation : evaluations) {
                boolean matched = evaluation.enabled() && evaluation.reason() != Reason.DEFAULT;
                generator.writeObjectFieldStart(evaluation.flagKey());
                generator.writeBooleanField("enabled", evaluation.enabled());
                generator.writeStringField("variant", variant(evaluation));
                generator.writeStringField("reason", matched ? "RULE_MATCH" : "DEFAULT");
                errorCode(generator, evaluation.errorCode());
                generator.writeEndObject();
            }
        });
    }

    /** The response for a flag of an environment that the key does not open. */
    static byte[] unknownEnvironment(FluxgateRequest.Format form, String flagKey) {
        return JsonBytes.object(generator -> {
            generator.writeStringField("flagKey", flagKey);
            generator.writeBooleanField("value", false);
            generator.writeNullField("variant");
            generator.writeStringField("reason", "DEFAULT");
            if (form == FluxgateRequest.Format.LEGACY) {
                generator.writeBooleanField("enabled", false);
            }
            generator.writeStringField("errorCode", "ENVIRONMENT_NOT_FOUND");
        });
    }

    /** An error response: without a value, so that no client reads it as "off". */
    static byte[] failure(String code, String details) {
        return JsonBytes.object(generator -> {
            generator.writeNullField("value");
            generator.writeNullField("variant");
            generator.writeStringField("reason", "ERROR");
            generator.writeStringField("errorCode", code);
            generator.writeObjectFieldStart(METADATA);
            generator.writeStringField("message", details);
            generator.writeEndObject();
        });
    }

    private static void errorCode(JsonGenerator generator, @Nullable ErrorCode code) throws IOException {
        if (code != null) {
            generator.writeStringField("errorCode", code.name());
        }
    }

    /** The value as text; for dialects that know only on and off, whether the flag is on. */
    private static String value(Evaluation evaluation) {
        Variant variant = evaluation.variant();
        return variant == null || Variant.NO_PAYLOAD.equals(variant.payloadType())
                ? Boolean.toString(evaluation.enabled())
                : variant.value().json();
    }

    private static @Nullable String variant(Evaluation evaluation) {
        Variant variant = evaluation.variant();
        return variant == null || variant.key().isEmpty() ? null : variant.key();
    }

    private static String reason(Evaluation evaluation) {
        return switch (evaluation.reason()) {
            case TARGETING_MATCH, SPLIT -> "TARGETED_MATCH";
            case STATIC -> evaluation.enabled() ? "TARGETED_MATCH" : "STATIC";
            case DISABLED -> "DISABLED";
            case DEFAULT -> "DEFAULT";
            case ERROR -> evaluation.errorCode() == ErrorCode.FLAG_NOT_FOUND ? "DEFAULT" : "ERROR";
        };
    }
}
