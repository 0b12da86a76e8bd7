package dev.jackstaff.protocols.ofrep;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.jackstaff.engine.ErrorCode;
import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.JsonText;
import dev.jackstaff.protocols.http.Caller;
import dev.jackstaff.protocols.json.ContextReader;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A reader of {@code {"context": {"targetingKey": …, …}}}. An empty body, an empty object and a missing context give an
 * empty context; other members are skipped.
 */
final class OfrepRequest {
    private OfrepRequest() {}

    /** The refusal of an invalid request, with OFREP's error code. */
    static final class InvalidRequestException extends Exception {
        private static final long serialVersionUID = 1L;

        private final ErrorCode code;

        InvalidRequestException(ErrorCode code, String details) {
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

    static EvaluationContext context(byte[] body, Caller caller) throws InvalidRequestException {
        EvaluationContext.Builder context = EvaluationContext.builder();
        try (JsonParser parser = JsonText.FACTORY.createParser(body)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                return caller.addTo(context).build();
            }
            if (first != JsonToken.START_OBJECT) {
                throw new InvalidRequestException(
                        ErrorCode.PARSE_ERROR, "the body must be an object with a \"context\"");
            }
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                boolean wanted = parser.currentName().equals("context");
                parser.nextToken();
                if (wanted) {
                    read(parser, context);
                } else {
                    parser.skipChildren();
                }
            }
            if (parser.nextToken() != null) {
                throw new InvalidRequestException(ErrorCode.PARSE_ERROR, "unexpected content after the JSON object");
            }
        } catch (JsonProcessingException malformed) {
            throw new InvalidRequestException(ErrorCode.PARSE_ERROR, "the body is not JSON: " + sentence(malformed));
        } catch (CharConversionException undecodable) {
            throw new InvalidRequestException(
                    ErrorCode.PARSE_ERROR, "the body is not UTF-8: " + undecodable.getMessage());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return caller.addTo(context).build();
    }

    private static String sentence(JsonProcessingException malformed) {
        var place = malformed.getLocation();
        String where = place == null ? "" : " (line " + place.getLineNr() + ", column " + place.getColumnNr() + ")";
        return JsonText.errorMessage(malformed) + where;
    }

    private static void read(JsonParser parser, EvaluationContext.Builder context)
            throws IOException, InvalidRequestException {
        try {
            ContextReader.read(parser, context);
        } catch (IllegalArgumentException invalid) {
            throw new InvalidRequestException(ErrorCode.INVALID_CONTEXT, String.valueOf(invalid.getMessage()));
        }
    }
}
