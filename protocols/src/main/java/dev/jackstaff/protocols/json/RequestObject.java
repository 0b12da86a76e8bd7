package dev.jackstaff.protocols.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.JsonText;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The JSON object of a request, read as a whole before it is interpreted: for protocols whose clients spell one thing
 * in many ways. A null counts as absent.
 *
 * @param members strings, longs, doubles, booleans, lists and maps of such, by name
 */
public record RequestObject(Map<String, Object> members) {
    /** The maximum number of elements in a list of names. */
    public static final int MAX_LIST_LENGTH = 10_000;

    private static final RequestObject EMPTY = new RequestObject(Map.of());

    /**
     * The single object of a body; an empty body is an empty object.
     *
     * @throws IllegalArgumentException with a message for the client, if the body is no object
     */
    public static RequestObject parse(byte[] body) {
        try (JsonParser parser = JsonText.FACTORY.createParser(body)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                return EMPTY;
            }
            if (first != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("the body must be a JSON object");
            }
            RequestObject object = new RequestObject(ContextReader.map(parser));
            if (parser.nextToken() != null) {
                throw new IllegalArgumentException("unexpected content after the JSON object");
            }
            return object;
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException("the body is not JSON: " + JsonText.errorMessage(malformed), malformed);
        } catch (CharConversionException undecodable) {
            throw new IllegalArgumentException("the body is not UTF-8: " + undecodable.getMessage(), undecodable);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The first of the members that is a text, a number or a boolean, as text; null if none is. */
    public @Nullable String text(String... names) {
        for (String name : names) {
            Object value = members.get(name);
            if (value != null && !(value instanceof List) && !(value instanceof Map)) {
                return wellFormed(value);
            }
        }
        return null;
    }

    /**
     * The first of the members that is a list, its elements as text without duplicates; null if none is a list.
     *
     * @throws IllegalArgumentException if it has more than {@link #MAX_LIST_LENGTH} elements
     */
    public @Nullable List<String> texts(String... names) {
        List<?> list = list(names);
        if (list == null) {
            return null;
        }
        if (list.size() > MAX_LIST_LENGTH) {
            throw new IllegalArgumentException("a list must have at most " + MAX_LIST_LENGTH + " elements");
        }
        return list.stream().map(RequestObject::wellFormed).distinct().toList();
    }

    /** The value as text, with a question mark for each unpaired surrogate, which cannot be written in a response. */
    private static String wellFormed(Object value) {
        String scalar = EvaluationContext.textOf(value);
        String text = scalar == null ? value.toString() : scalar;
        return StandardCharsets.UTF_8.newEncoder().canEncode(text)
                ? text
                : new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    /** The first of the members that is an object; an empty object if none is. */
    public RequestObject object(String... names) {
        for (String name : names) {
            if (members.get(name) instanceof Map<?, ?> object) {
                return of(object);
            }
        }
        return EMPTY;
    }

    /** The first of the members that is a list; null if none is. */
    public @Nullable List<?> list(String... names) {
        for (String name : names) {
            if (members.get(name) instanceof List<?> list) {
                return list;
            }
        }
        return null;
    }

    /** The objects in a member that is a list; empty if it is no list. */
    public List<RequestObject> objects(String name) {
        List<?> list = list(name);
        return list == null
                ? List.of()
                : list.stream()
                        .filter(Map.class::isInstance)
                        .map(element -> of((Map<?, ?>) element))
                        .toList();
    }

    /** Adds every member to a context as an attribute. */
    public void addTo(EvaluationContext.Builder context) {
        members.forEach(context::attribute);
    }

    @SuppressWarnings("unchecked") // JSON has no other names than strings
    private static RequestObject of(Map<?, ?> object) {
        return new RequestObject((Map<String, Object>) object);
    }
}
