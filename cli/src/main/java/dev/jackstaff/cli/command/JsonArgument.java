package dev.jackstaff.cli.command;

import dev.jackstaff.cli.terminal.InvalidArgumentException;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import java.io.StringReader;
import java.util.Locale;
import java.util.NoSuchElementException;
import picocli.CommandLine.ITypeConverter;

/** A JSON object as an argument. */
public final class JsonArgument implements ITypeConverter<String> {
    private static final String NO_OBJECT = "is no JSON object: ";

    @Override
    public String convert(String text) {
        object(text);
        return text;
    }

    /** The object of a text.
     *
     * @throws InvalidArgumentException if it is none */
    public static JsonObject object(String text) {
        if (text.isBlank()) {
            throw new InvalidArgumentException(NO_OBJECT + "it is empty");
        }
        JsonValue value = value(text);
        if (value instanceof JsonObject object) {
            return object;
        }
        throw new InvalidArgumentException(NO_OBJECT + "it is "
                + switch (value.getValueType()) {
                    case ARRAY -> "an array";
                    case STRING -> "a string";
                    case NUMBER -> "a number";
                    default -> value.getValueType().name().toLowerCase(Locale.ROOT);
                });
    }

    private static JsonValue value(String text) {
        try (JsonParser parser = Json.createParser(new StringReader(text))) {
            parser.next();
            JsonValue value = parser.getValue();
            if (value instanceof JsonObject && parser.hasNext()) {
                throw new InvalidArgumentException(NO_OBJECT + "something follows it");
            }
            return value;
        } catch (JsonException | NoSuchElementException e) {
            throw new InvalidArgumentException(NO_OBJECT + "it is not JSON, or nested too deeply");
        }
    }
}
