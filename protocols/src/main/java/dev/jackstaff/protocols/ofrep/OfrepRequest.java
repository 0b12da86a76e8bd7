package dev.jackstaff.protocols.ofrep;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.jackstaff.engine.ErrorCode;
import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.JsonText;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code {"context": {"targetingKey": …, …}}}. An empty body, an empty object and a missing context are a context that
 * knows nothing; other members are skipped.
 */
final class OfrepRequest {
    private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE);

    private OfrepRequest() {}

    /** A request that was refused, in the protocol's words. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        private final ErrorCode code;

        Refused(ErrorCode code, String details) {
            super(details);
            this.code = code;
        }

        ErrorCode code() {
            return code;
        }

        String details() {
            return String.valueOf(getMessage());
        }
    }

    static EvaluationContext context(byte[] body) throws Refused {
        EvaluationContext.Builder context = EvaluationContext.builder();
        try (JsonParser parser = JsonText.FACTORY.createParser(body)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                return context.build();
            }
            if (first != JsonToken.START_OBJECT) {
                throw new Refused(ErrorCode.PARSE_ERROR, "the body must be an object with a \"context\"");
            }
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                boolean wanted = parser.currentName().equals("context");
                parser.nextToken();
                if (wanted) {
                    readContext(parser, context);
                } else {
                    parser.skipChildren();
                }
            }
            if (parser.nextToken() != null) {
                throw new Refused(ErrorCode.PARSE_ERROR, "the body must be one object, and more follows it");
            }
        } catch (JsonProcessingException malformed) {
            throw new Refused(ErrorCode.PARSE_ERROR, "the body is not JSON: " + sentence(malformed));
        } catch (CharConversionException undecodable) {
            throw new Refused(ErrorCode.PARSE_ERROR, "the body is not UTF-8: " + undecodable.getMessage());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return context.build();
    }

    private static String sentence(JsonProcessingException malformed) {
        var place = malformed.getLocation();
        String where = place == null ? "" : " (line " + place.getLineNr() + ", column " + place.getColumnNr() + ")";
        return JsonText.reason(malformed) + where;
    }

    private static void readContext(JsonParser parser, EvaluationContext.Builder context) throws IOException, Refused {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new Refused(ErrorCode.INVALID_CONTEXT, "\"context\" must be an object");
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            Object value = value(parser);
            if (name.equals(EvaluationContext.TARGETING_KEY) && value != null && !(value instanceof String)) {
                throw new Refused(ErrorCode.INVALID_CONTEXT, "\"targetingKey\" must be a string");
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

    /** An integer beyond a long keeps its digits as text. */
    private static Object integer(JsonParser parser) throws IOException {
        BigInteger integer = parser.getBigIntegerValue();
        return integer.abs().compareTo(LARGEST) > 0 ? parser.getText() : (Object) integer.longValue();
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

    private static Map<String, Object> map(JsonParser parser) throws IOException {
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
