package dev.jackstaff.engine;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.google.re2j.Pattern;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * One complete JSON value as compact text, with its first token.
 *
 * @param json the text without insignificant white space
 * @param token the first token, which tells the kind of value
 */
public record JsonText(String json, JsonToken token) {
    private static final int MAX_DEPTH = 100;
    private static final int MAX_STRING_LENGTH = 20_000_000;
    private static final Pattern SOURCE = Pattern.compile("\\[Source: [^;]*; line: (\\d+), column: (\\d+)\\]");
    private static final Pattern SETTING = Pattern.compile(",? from `[^`]*`"
            + "|:? ?enable `[^`]*`( to allow)?"
            + "| ?\\(not recognized as one since Feature '[^']*' not enabled for parser\\)");

    /**
     * The factory of all JSON parsers and generators: nesting and strings are bounded, duplicate members are refused.
     */
    public static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(MAX_STRING_LENGTH)
                    .build())
            .build();

    /**
     * The single JSON value of a text.
     *
     * @throws IllegalArgumentException if the text is not exactly one JSON value
     */
    public static JsonText parse(String json) {
        try (JsonParser parser = FACTORY.createParser(json)) {
            parser.nextToken();
            JsonText text = read(parser);
            if (parser.nextToken() != null) {
                throw new IllegalArgumentException("unexpected content after the JSON value");
            }
            return text;
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException("not JSON: " + errorMessage(malformed), malformed);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The parser's message about malformed JSON, without its remarks on sources and settings. */
    public static String errorMessage(JsonProcessingException malformed) {
        String message = SOURCE.matcher(malformed.getOriginalMessage()).replaceAll("line $1, column $2");
        return SETTING.matcher(message).replaceAll("");
    }

    /** The value at the parser's current token; the parser ends on its last token. */
    public static JsonText read(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new IllegalArgumentException("a JSON value is expected, but the text is empty");
        }
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(text)) {
            copyStructure(parser, generator);
        }
        return new JsonText(text.toString(), token);
    }

    private static void copyStructure(JsonParser parser, JsonGenerator generator) throws IOException {
        copyToken(parser, generator);
        if (!parser.currentToken().isStructStart()) {
            return;
        }
        int depth = 1;
        while (depth > 0) {
            JsonToken next = parser.nextToken();
            depth += next.isStructStart() ? 1 : next.isStructEnd() ? -1 : 0;
            copyToken(parser, generator);
        }
    }

    /** Copies one token; a number keeps its spelling. */
    private static void copyToken(JsonParser parser, JsonGenerator generator) throws IOException {
        if (parser.currentToken().isNumeric()) {
            generator.writeNumber(parser.getText());
        } else {
            generator.copyCurrentEventExact(parser);
        }
    }

    /** A text as a JSON string, quotes included. */
    public static String quoted(String text) {
        return '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }

    /** Texts as a JSON array of strings, in their order. */
    public static String quoted(Collection<String> texts) {
        return texts.stream().map(JsonText::quoted).collect(Collectors.joining(",", "[", "]"));
    }

    /** The nesting depth of objects and arrays; 0 for a scalar. */
    int depth() {
        int depth = 0;
        int deepest = 0;
        boolean inString = false;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (inString && c == '\\') {
                i++;
            } else if (c == '"') {
                inString = !inString;
            } else if (!inString) {
                depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
                deepest = Math.max(deepest, depth);
            }
        }
        return deepest;
    }

    boolean asBoolean() {
        if (token != JsonToken.VALUE_TRUE && token != JsonToken.VALUE_FALSE) {
            throw mismatch("boolean");
        }
        return token == JsonToken.VALUE_TRUE;
    }

    String asString() {
        if (token != JsonToken.VALUE_STRING) {
            throw mismatch("string");
        }
        try (JsonParser parser = FACTORY.createParser(json)) {
            parser.nextToken();
            return parser.getText();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    long asInteger() {
        if (token != JsonToken.VALUE_NUMBER_INT) {
            throw mismatch("integer");
        }
        try {
            return new BigDecimal(json).longValueExact();
        } catch (ArithmeticException outOfRange) {
            throw new IllegalArgumentException("an integer must be within ±9007199254740991: " + json, outOfRange);
        }
    }

    /**
     * This value as a number.
     *
     * @throws IllegalArgumentException if it is none
     */
    public double asNumber() {
        if (!token.isNumeric()) {
            throw mismatch("number");
        }
        return Double.parseDouble(json);
    }

    private IllegalArgumentException mismatch(String expected) {
        String excerpt = json.length() > 40 ? json.substring(0, 40) + "…" : json;
        return new IllegalArgumentException("a value of type " + expected + " expected, not " + excerpt);
    }
}
