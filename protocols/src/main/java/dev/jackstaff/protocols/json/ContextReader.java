package dev.jackstaff.protocols.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.JsonText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A reader of evaluation contexts as OpenFeature writes them: a JSON object of attributes, with {@code targetingKey} as
 * a string.
 */
public final class ContextReader {
    private static final BigInteger MAX_LONG = BigInteger.valueOf(Long.MAX_VALUE);

    private ContextReader() {}

    /**
     * The context in a JSON text; null gives an empty context.
     *
     * @throws IllegalArgumentException with a message for the client, if the text is no context
     */
    public static EvaluationContext read(JsonText text) {
        EvaluationContext.Builder context = EvaluationContext.builder();
        try (JsonParser parser = JsonText.FACTORY.createParser(text.json())) {
            parser.nextToken();
            read(parser, context);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return context.build();
    }

    /**
     * Adds the members of the object at a parser's position; the parser ends on its last token.
     *
     * @throws IllegalArgumentException with a message for the client, if the object is no context
     */
    public static void read(JsonParser parser, EvaluationContext.Builder context) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new IllegalArgumentException("\"context\" must be an object");
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            Object value = value(parser);
            if (name.equals(EvaluationContext.TARGETING_KEY) && value != null && !(value instanceof String)) {
                throw new IllegalArgumentException("\"targetingKey\" must be a string");
            }
            context.attribute(name, value);
        }
    }

    private static @Nullable Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT -> integer(parser);
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case START_ARRAY -> list(parser);
            case START_OBJECT -> map(parser);
            default -> null;
        };
    }

    /** An integer; beyond the range of a long, its digits as text. */
    private static Object integer(JsonParser parser) throws IOException {
        BigInteger integer = parser.getBigIntegerValue();
        return integer.abs().compareTo(MAX_LONG) > 0 ? parser.getText() : (Object) integer.longValue();
    }

    private static List<Object> list(JsonParser parser) throws IOException {
        List<Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            Object element = value(parser);
            if (element != null) {
                list.add(element);
            }
        }
        return list;
    }

    /** The object at a parser's position, in its order, without nulls; the parser ends on its last token. */
    static Map<String, Object> map(JsonParser parser) throws IOException {
        Map<String, Object> map = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            Object value = value(parser);
            if (value != null) {
                map.put(name, value);
            }
        }
        return map;
    }
}
