package dev.jackstaff.admin.details;

import dev.jackstaff.engine.JsonText;
import dev.jackstaff.engine.ValueType;
import dev.jackstaff.engine.snapshot.DocumentReader;
import jakarta.json.Json;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import jakarta.json.JsonWriterFactory;
import jakarta.json.stream.JsonGenerator;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Map;

/** Values as people type them: a string without quotes, anything else as JSON. */
final class TypedValue {
    private static final JsonWriterFactory PRETTY =
            Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true));

    private TypedValue() {}

    /**
     * The JSON of what was typed as a value of a type.
     *
     * @throws dev.jackstaff.engine.snapshot.DocumentException if it is no JSON, with the line of the fault
     */
    static String json(ValueType type, String typed) {
        return type == ValueType.STRING ? JsonText.quoted(typed) : json(typed);
    }

    /**
     * A JSON text without insignificant white space.
     *
     * @throws dev.jackstaff.engine.snapshot.DocumentException if it is no JSON, with the line of the fault
     */
    static String json(String typed) {
        return DocumentReader.readWhole(typed, DocumentReader::json).json();
    }

    /** A value of a type as people type it; objects and arrays are indented. */
    static String typed(ValueType type, String json) {
        return type == ValueType.STRING ? text(json) : pretty(json);
    }

    /** A JSON text, indented. */
    static String pretty(String json) {
        JsonValue value = value(json);
        if (!(value instanceof JsonStructure structure)) {
            return json;
        }
        StringWriter text = new StringWriter();
        PRETTY.createWriter(text).write(structure);
        return text.toString().strip();
    }

    /** The JSON of a string, a number or a boolean; what is none of the others is a string. */
    static String scalarJson(String typed) {
        try {
            return JsonText.parse(typed.strip()).json();
        } catch (IllegalArgumentException noJson) {
            return JsonText.quoted(typed);
        }
    }

    /** A scalar as people type it; with quotes only where it would be read as something else without them. */
    static String scalarTyped(String json) {
        String text = json.startsWith("\"") ? text(json) : json;
        return scalarJson(text).equals(json) ? text : json;
    }

    private static String text(String json) {
        return ((JsonString) value(json)).getString();
    }

    private static JsonValue value(String json) {
        return Json.createReader(new StringReader(json)).readValue();
    }
}
