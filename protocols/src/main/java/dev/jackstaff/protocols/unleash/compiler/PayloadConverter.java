package dev.jackstaff.protocols.unleash.compiler;

import com.fasterxml.jackson.core.JsonToken;
import dev.jackstaff.engine.JsonText;
import dev.jackstaff.engine.Value;
import dev.jackstaff.engine.ValueType;
import dev.jackstaff.engine.Variant;
import dev.jackstaff.protocols.unleash.Payload;
import org.jspecify.annotations.Nullable;

/**
 * The conversion of payloads to values. Their text is always the document's own, because an Unleash client gets it as
 * it was written; a payload that does not match its type is a string.
 */
final class PayloadConverter {
    private PayloadConverter() {}

    /** The engine's variant of an Unleash variant; without a payload, its name is the value. */
    static Variant variant(String name, @Nullable Payload payload) {
        return payload == null
                ? new Variant(name, Value.of(name), Variant.NO_PAYLOAD)
                : new Variant(name, value(payload), payload.type());
    }

    private static Value value(Payload payload) {
        try {
            return switch (payload.type()) {
                case "json" -> json(payload.value());
                case "number" -> number(payload.value());
                default -> Value.of(payload.value());
            };
        } catch (IllegalArgumentException invalid) {
            return Value.of(payload.value());
        }
    }

    private static Value json(String text) {
        Value.parse(ValueType.JSON, text);
        return new Value.JsonValue(text);
    }

    private static Value number(String text) {
        JsonText json = JsonText.parse(text);
        if (!json.token().isNumeric() || !text.strip().equals(text)) {
            throw new IllegalArgumentException("not a number: " + text);
        }
        if (json.token() == JsonToken.VALUE_NUMBER_INT && withinIntegers(text)) {
            return new Value.IntegerValue(Long.parseLong(text), text);
        }
        return new Value.NumberValue(json.asNumber(), text);
    }

    private static boolean withinIntegers(String text) {
        try {
            return Math.abs(Long.parseLong(text)) <= Value.MAX_INTEGER && !text.equals("-9223372036854775808");
        } catch (NumberFormatException outOfRange) {
            return false;
        }
    }
}
