package dev.jackstaff.protocols.unleash.http;

import dev.jackstaff.engine.Evaluation;
import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.ValueType;
import dev.jackstaff.engine.Variant;
import dev.jackstaff.engine.flag.Flag;
import dev.jackstaff.protocols.json.JsonBytes;
import java.util.Arrays;

/**
 * A flag as the frontend API shows it. A flag has few different evaluations, all made at compile time, so each is
 * written once and then found by its identity. Thread-safe.
 */
final class ToggleView {
    /** The maximum number of cached evaluations. */
    private static final int MAX_CACHED_EVALUATIONS = 64;

    private static final String NAME = "name";
    private static final String ENABLED = "enabled";

    private final Flag flag;
    private final boolean impressionData;
    private volatile WrittenToggle[] known = {};

    /**
     * A view of one flag.
     *
     * @param recorded whether clients must notify their listeners of each evaluation
     */
    ToggleView(Flag flag, boolean recorded) {
        this.flag = flag;
        this.impressionData = recorded;
    }

    /** A written evaluation. */
    @SuppressWarnings("ArrayRecordComponent") // written once, and changed by nobody
    record WrittenToggle(Evaluation evaluation, byte[] json, EntityTagBuilder.Fingerprint fingerprint) {
        boolean enabled() {
            return evaluation.enabled();
        }
    }

    String name() {
        return flag.key();
    }

    WrittenToggle answer(EvaluationContext context) {
        Evaluation evaluation = flag.evaluate(context);
        for (WrittenToggle answer : known) {
            if (isSame(answer.evaluation, evaluation)) {
                return answer;
            }
        }
        byte[] json = write(evaluation);
        WrittenToggle answer = new WrittenToggle(evaluation, json, EntityTagBuilder.Fingerprint.of(json));
        cache(answer);
        return answer;
    }

    @SuppressWarnings(
            "ReferenceEquality") // answers are made once; comparing them by content would cost more than writing
    private static boolean isSame(Evaluation one, Evaluation other) {
        return one == other;
    }

    private synchronized void cache(WrittenToggle answer) {
        if (known.length < MAX_CACHED_EVALUATIONS) {
            WrittenToggle[] more = Arrays.copyOf(known, known.length + 1);
            more[known.length] = answer;
            known = more;
        }
    }

    private byte[] write(Evaluation evaluation) {
        return JsonBytes.document(json -> {
            json.writeStartObject();
            json.writeStringField(NAME, evaluation.flagKey());
            json.writeBooleanField(ENABLED, evaluation.enabled());
            json.writeObjectFieldStart("variant");
            Variant variant = evaluation.variant();
            if (variant != null && hasVariant(evaluation, variant)) {
                json.writeStringField(NAME, variant.key());
                json.writeBooleanField(ENABLED, true);
                if (!Variant.NO_PAYLOAD.equals(variant.payloadType())) {
                    json.writeObjectFieldStart("payload");
                    json.writeStringField("type", payloadType(variant));
                    json.writeStringField("value", variant.value().text());
                    json.writeEndObject();
                }
            } else {
                json.writeStringField(NAME, "disabled");
                json.writeBooleanField(ENABLED, false);
            }
            json.writeBooleanField("feature_enabled", evaluation.enabled());
            json.writeEndObject();
            json.writeBooleanField("impressionData", impressionData);
            json.writeBooleanField("impression_data", impressionData);
            json.writeEndObject();
        });
    }

    /**
     * Whether the variant is written. A boolean is expressed by {@code enabled} alone, and in Unleash a feature that is
     * off has no variant.
     */
    private static boolean hasVariant(Evaluation evaluation, Variant variant) {
        return evaluation.enabled() && variant.value().type() != ValueType.BOOLEAN;
    }

    private static String payloadType(Variant variant) {
        String said = variant.payloadType();
        if (said != null) {
            return said;
        }
        return switch (variant.value().type()) {
            case BOOLEAN, STRING -> "string";
            case INTEGER, NUMBER -> "number";
            case JSON -> "json";
        };
    }
}
