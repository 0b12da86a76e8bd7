package dev.jackstaff.cli.management;

import dev.jackstaff.cli.terminal.InvalidArgumentException;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;

/** A variant as an argument, such as {@code big=20}. */
record VariantArgument(String key, JsonValue value) {
    /** The variant of a text. Variants of string flags are written without quotes. */
    static VariantArgument of(String text, String type) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new InvalidArgumentException("--variant must be KEY=VALUE, but is \"" + text + "\"");
        }
        String value = text.substring(equals + 1);
        return new VariantArgument(
                text.substring(0, equals), type.equals("string") ? Json.createValue(value) : parsed(text, value));
    }

    private static JsonValue parsed(String text, String value) {
        try {
            // in an array, so that nothing may follow the value
            var values = Json.createReader(new StringReader("[" + value + "]")).readArray();
            if (values.size() == 1) {
                return values.get(0);
            }
        } catch (JsonException e) {
            // refused below
        }
        throw new InvalidArgumentException("--variant must have a value in JSON, but is \"" + text + "\"");
    }

    JsonObject json() {
        return Json.createObjectBuilder().add("key", key).add("value", value).build();
    }
}
