package dev.jackstaff.engine.snapshot;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import dev.jackstaff.engine.JsonText;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** The refusals of a document at a parser's current place. */
final class DocumentErrors {
    private DocumentErrors() {}

    /** A refusal of the value that begins or ends at the current token. */
    static DocumentException refusal(JsonParser parser, String reason, Throwable cause) {
        JsonLocation location = parser.currentLocation();
        JsonStreamContext context = parser.getParsingContext();
        boolean atStart = parser.currentToken() != null && parser.currentToken().isStructStart();
        return new DocumentException(
                reason,
                path(atStart ? context.getParent() : context),
                location.getLineNr(),
                location.getColumnNr(),
                cause);
    }

    /** A refusal of text that is not JSON or not UTF-8. */
    static DocumentException unreadable(JsonParser parser, IOException cause) {
        String reason = "not UTF-8 text: " + cause.getMessage();
        JsonLocation location = parser.currentLocation();
        if (cause instanceof JsonProcessingException malformed) {
            reason = JsonText.errorMessage(malformed);
            location = malformed.getLocation() == null ? location : malformed.getLocation();
        } else if (!(cause instanceof CharConversionException)) {
            throw new UncheckedIOException(cause);
        }
        return new DocumentException(
                reason, path(parser.getParsingContext()), location.getLineNr(), location.getColumnNr(), cause);
    }

    /** What was found in place of an expected value. */
    static String found(@Nullable JsonToken token) {
        return token == null ? "and the document ends" : "not " + describe(token);
    }

    private static String describe(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "a string";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_TRUE, VALUE_FALSE -> "a boolean";
            case VALUE_NULL -> "null";
            default -> "the end of the value";
        };
    }

    private static String path(@Nullable JsonStreamContext context) {
        StringBuilder path = new StringBuilder();
        for (JsonStreamContext at = context; at != null && !at.inRoot(); at = at.getParent()) {
            if (at.inArray()) {
                path.insert(0, "[" + Math.max(0, at.getCurrentIndex()) + "]");
            } else if (at.getCurrentName() != null) {
                path.insert(0, "." + at.getCurrentName());
            }
        }
        return path.length() > 0 && path.charAt(0) == '.' ? path.substring(1) : path.toString();
    }
}
