package dev.jackstaff.api.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import dev.jackstaff.api.problem.Problem;
import dev.jackstaff.api.problem.ProblemException;
import dev.jackstaff.domain.Violation;
import dev.jackstaff.engine.JsonText;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The reader and writer of JSON bodies as records. What cannot be read is refused with the place and the reason. */
public final class JsonBody {
    private JsonBody() {}

    /**
     * Reads a body as a record.
     *
     * @param body UTF-8
     * @throws ProblemException if it is not JSON, or not of this shape
     */
    public static <T> T read(byte[] body, Class<T> type) {
        return type.cast(read(body, type, List.of()));
    }

    /**
     * Reads a body as a record.
     *
     * @param required the members that must be there
     */
    static Object read(byte[] body, Type type, Collection<String> required) {
        checkText(body);
        JavaType record = StrictJsonMapper.MAPPER.constructType(type);
        Object read = read(body, record, required);
        if (read == null) {
            throw invalid(List.of(new Violation("", "the body must be an object, not null")));
        }
        List<Violation> missing = required.isEmpty() ? List.of() : new MistakeCollector(body, record).collect(required);
        if (!missing.isEmpty()) {
            throw invalid(missing);
        }
        return read;
    }

    private static @Nullable Object read(byte[] body, JavaType type, Collection<String> required) {
        try {
            return StrictJsonMapper.MAPPER.readValue(body, type);
        } catch (JsonMappingException mismatch) {
            throw new ProblemException(Problem.invalid(new MistakeCollector(body, type).collect(required)), mismatch);
        } catch (JsonProcessingException malformed) {
            throw malformedJson(malformed);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static ProblemException invalid(List<Violation> violations) {
        return new ProblemException(Problem.invalid(violations));
    }

    /** Writes a record, or a list of them, as UTF-8. */
    public static byte[] write(Object record) {
        try {
            return StrictJsonMapper.MAPPER.writeValueAsBytes(record);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /**
     * Checks that the database can store all texts of a body: it has no null character and no unpaired surrogate.
     *
     * @throws ProblemException if it has one, or if the body is not JSON
     */
    public static void checkText(byte[] body) {
        try (JsonParser parser = JsonText.FACTORY.createParser(body)) {
            if (parser.nextToken() == null) {
                throw new ProblemException(Problem.malformed("a JSON body is required", 1, 1));
            }
            do {
                checkText(parser);
            } while (!parser.getParsingContext().inRoot() && parser.nextToken() != null);
            if (parser.nextToken() != null) {
                throw malformed("unexpected content after the end of the document", parser);
            }
        } catch (JsonProcessingException malformed) {
            throw malformedJson(malformed);
        } catch (CharConversionException undecodable) {
            throw new ProblemException(Problem.malformed("not UTF-8: " + undecodable.getMessage(), 1, 1), undecodable);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void checkText(JsonParser parser) throws IOException {
        if (!StorableText.isStorable(parser.getText())) {
            throw malformed(StorableText.REFUSAL_MESSAGE, parser);
        }
    }

    private static ProblemException malformed(String reason, JsonParser parser) {
        var place = parser.currentLocation();
        return new ProblemException(Problem.malformed(reason, place.getLineNr(), place.getColumnNr()));
    }

    private static ProblemException malformedJson(JsonProcessingException malformed) {
        var place = malformed.getLocation();
        Problem problem = Problem.malformed(
                "not JSON: " + JsonText.errorMessage(malformed),
                place == null ? 1 : Math.max(1, place.getLineNr()),
                place == null ? 1 : Math.max(1, place.getColumnNr()));
        return new ProblemException(problem, malformed);
    }
}
