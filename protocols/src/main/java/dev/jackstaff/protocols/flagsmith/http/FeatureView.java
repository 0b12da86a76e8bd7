package dev.jackstaff.protocols.flagsmith.http;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.jackstaff.engine.Evaluation;
import dev.jackstaff.engine.JsonText;
import dev.jackstaff.engine.Reason;
import dev.jackstaff.engine.Value;
import dev.jackstaff.engine.ValueType;
import dev.jackstaff.engine.Variant;
import dev.jackstaff.engine.flag.Flag;
import dev.jackstaff.protocols.flagsmith.FlagsmithFeature;
import dev.jackstaff.protocols.flagsmith.compiler.FlagsmithReason;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/** A flag and the written bytes of its evaluations, each of which is written once. Thread-safe. */
final class FeatureView {
    /** The maximum number of cached evaluations of one flag; a split has some hundred at most. */
    private static final int MAX_CACHED_EVALUATIONS = 1_000;

    private static final String MATCH = "TARGETING_MATCH";

    private final Flag flag;
    private final FlagsmithFeature feature;
    private final boolean booleanValues;
    private volatile IdentityHashMap<Evaluation, byte[]> forServers = new IdentityHashMap<>();
    private volatile IdentityHashMap<Evaluation, byte[]> forClients = new IdentityHashMap<>();

    /**
     * A view of a flag.
     *
     * @param booleanValues whether booleans are values, as in Flagsmith's own documents; elsewhere a boolean flag has no
     *     value, it is enabled or disabled
     */
    FeatureView(Flag flag, FlagsmithFeature feature, boolean booleanValues) {
        this.flag = flag;
        this.feature = feature;
        this.booleanValues = booleanValues;
    }

    Flag flag() {
        return flag;
    }

    /**
     * An evaluation of this flag as Flagsmith's flag object. Only servers see the names of rules.
     *
     * @return not to be changed
     */
    byte[] json(Evaluation answer, boolean forServer) {
        byte[] known = (forServer ? forServers : forClients).get(answer);
        return known != null ? known : cache(answer, forServer, write(answer, forServer));
    }

    private synchronized byte[] cache(Evaluation answer, boolean forServer, byte[] bytes) {
        IdentityHashMap<Evaluation, byte[]> kept = forServer ? forServers : forClients;
        if (kept.size() < MAX_CACHED_EVALUATIONS) {
            IdentityHashMap<Evaluation, byte[]> more = new IdentityHashMap<>(kept);
            more.put(answer, bytes);
            if (forServer) {
                forServers = more;
            } else {
                forClients = more;
            }
        }
        return bytes;
    }

    private byte[] write(Evaluation answer, boolean forServer) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = JsonText.FACTORY.createGenerator(text)) {
            generator.writeStartObject();
            generator.writeObjectFieldStart("feature");
            generator.writeNumberField("id", feature.id());
            generator.writeStringField("name", feature.name());
            generator.writeStringField("type", feature.type());
            generator.writeEndObject();
            generator.writeBooleanField("enabled", answer.enabled());
            generator.writeFieldName("feature_state_value");
            generator.writeRawValue(value(answer.variant()));
            generator.writeStringField("variant", variant(answer.variant()));
            generator.writeStringField("reason", reason(answer, forServer));
            generator.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The value as Flagsmith has it: a string, an integer or a boolean; anything else as a string. */
    private String value(@Nullable Variant variant) {
        if (variant == null || Variant.NO_PAYLOAD.equals(variant.payloadType()) || isExpressedByEnabled(variant)) {
            return "null";
        }
        Value value = variant.value();
        return switch (value.type()) {
            case NUMBER, JSON -> JsonText.quoted(value.json());
            default -> value.json();
        };
    }

    private @Nullable String variant(@Nullable Variant variant) {
        return variant == null || variant.key().isEmpty() || isExpressedByEnabled(variant) ? null : variant.key();
    }

    private boolean isExpressedByEnabled(Variant variant) {
        return !booleanValues && variant.value().type() == ValueType.BOOLEAN;
    }

    private static String reason(Evaluation answer, boolean forServer) {
        if (answer.metadata().containsKey(FlagsmithReason.WEIGHT)) {
            return FlagsmithReason.of(answer);
        }
        if (answer.metadata().containsKey(FlagsmithReason.SEGMENT)) {
            return forServer ? FlagsmithReason.of(answer) : MATCH;
        }
        if (answer.reason() == Reason.SPLIT) {
            return "SPLIT";
        }
        String rule = answer.metadata().get("rule");
        if (rule == null) {
            return FlagsmithReason.of(answer);
        }
        return forServer ? MATCH + "; segment=" + answer.flagKey() + ": " + rule : MATCH;
    }
}
