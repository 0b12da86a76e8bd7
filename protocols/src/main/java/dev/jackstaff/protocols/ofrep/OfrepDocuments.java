package dev.jackstaff.protocols.ofrep;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.jackstaff.engine.ErrorCode;
import dev.jackstaff.engine.Evaluation;
import dev.jackstaff.engine.Variant;
import dev.jackstaff.engine.flag.Flag;
import dev.jackstaff.engine.flag.FlagSet;
import dev.jackstaff.protocols.environment.Access;
import dev.jackstaff.protocols.environment.ServedEnvironment;
import dev.jackstaff.protocols.json.JsonBytes;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The response documents of OFREP. Every success has {@code key}, {@code reason}, {@code variant} and {@code metadata},
 * and every error {@code errorCode}, {@code errorDetails} and {@code metadata}, because some providers read them
 * unconditionally; only {@code value} is left out if the client's own default applies.
 */
final class OfrepDocuments {
    private OfrepDocuments() {}

    /** The document of one evaluation, by the flags that it is of. */
    static byte[] single(FlagSet flags, Evaluation evaluation) {
        return JsonBytes.document(generator -> evaluation(generator, flags, evaluation));
    }

    static byte[] bulk(Access.Granted granted, List<Evaluation> evaluations) {
        ServedEnvironment environment = granted.environment();
        return JsonBytes.document(generator -> {
            generator.writeStartObject();
            generator.writeArrayFieldStart("flags");
            for (Evaluation evaluation : evaluations) {
                evaluation(generator, environment.flags(), evaluation);
            }
            generator.writeEndArray();
            generator.writeObjectFieldStart("metadata");
            generator.writeStringField("project", environment.snapshot().project());
            generator.writeStringField("environment", environment.snapshot().environment());
            generator.writeNumberField("revision", environment.revision());
            generator.writeEndObject();
            generator.writeArrayFieldStart("eventStreams");
            generator.writeStartObject();
            generator.writeStringField("type", "sse");
            generator.writeObjectFieldStart("endpoint");
            generator.writeStringField("requestUri", OfrepStreamEndpoint.address(environment, granted.credential()));
            generator.writeEndObject();
            generator.writeEndObject();
            generator.writeEndArray();
            generator.writeEndObject();
        });
    }

    /**
     * The document of a failed request.
     *
     * @param flagKey the requested flag; null on a bulk request
     */
    static byte[] failure(@Nullable String flagKey, ErrorCode code, String details) {
        return JsonBytes.document(generator -> failure(generator, flagKey, code, details, Map.of()));
    }

    private static void evaluation(JsonGenerator generator, FlagSet flags, Evaluation evaluation) throws IOException {
        ErrorCode code = evaluation.errorCode();
        if (code != null) {
            failure(generator, evaluation.flagKey(), code, evaluation.errorDetails(), evaluation.metadata());
            return;
        }
        Variant variant = evaluation.variant();
        generator.writeStartObject();
        generator.writeStringField("key", evaluation.flagKey());
        generator.writeStringField("reason", evaluation.reason().name());
        generator.writeStringField("variant", variant == null ? "" : variant.key());
        if (variant != null) {
            generator.writeFieldName("value");
            generator.writeRawValue(variant.value().json());
        }
        Flag flag = flags.flag(evaluation.flagKey());
        metadata(generator, flag == null ? Map.of() : flag.metadata(), evaluation.metadata());
        generator.writeEndObject();
    }

    private static void failure(
            JsonGenerator generator,
            @Nullable String flagKey,
            ErrorCode code,
            String details,
            Map<String, String> metadata)
            throws IOException {
        generator.writeStartObject();
        if (flagKey != null) {
            generator.writeStringField("key", flagKey);
        }
        generator.writeStringField("errorCode", code.name());
        generator.writeStringField("errorDetails", details);
        metadata(generator, Map.of(), metadata);
        generator.writeEndObject();
    }

    /** Writes the flag's own metadata as JSON, and the details of the reason, which are texts and win. */
    private static void metadata(JsonGenerator generator, Map<String, String> own, Map<String, String> details)
            throws IOException {
        generator.writeObjectFieldStart("metadata");
        for (Map.Entry<String, String> entry : own.entrySet()) {
            if (!details.containsKey(entry.getKey())) {
                generator.writeFieldName(entry.getKey());
                generator.writeRawValue(entry.getValue());
            }
        }
        for (Map.Entry<String, String> entry : details.entrySet()) {
            generator.writeStringField(entry.getKey(), entry.getValue());
        }
        generator.writeEndObject();
    }
}
