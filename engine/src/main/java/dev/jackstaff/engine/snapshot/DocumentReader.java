package dev.jackstaff.engine.snapshot;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.jackstaff.engine.JsonText;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A cursor over a JSON document that reads expected values, and refuses any other with its place. Every method starts
 * at the first token of its value and ends on the last one. Not thread-safe.
 */
public final class DocumentReader {
    private final JsonParser parser;

    /**
     * A cursor at a parser's current token.
     *
     * @param parser positioned before or at the first token of a value
     */
    public DocumentReader(JsonParser parser) {
        this.parser = parser;
        if (parser.currentToken() == null) {
            next();
        }
    }

    /** A reader of the members of an object. */
    @FunctionalInterface
    public interface MemberReader {
        /** Reads the value of the named member; returns false if the name is unknown. */
        boolean read(String name);
    }

    /** Reads a whole document from UTF-8 bytes. */
    public static <T> T readWhole(byte[] document, Function<DocumentReader, T> content) {
        return readWhole(() -> JsonText.FACTORY.createParser(document), content);
    }

    /** Reads a whole document. */
    public static <T> T readWhole(String document, Function<DocumentReader, T> content) {
        return readWhole(() -> JsonText.FACTORY.createParser(document), content);
    }

    private static <T> T readWhole(ParserSource source, Function<DocumentReader, T> content) {
        try (JsonParser parser = source.open()) {
            DocumentReader reader = new DocumentReader(parser);
            T result = content.apply(reader);
            if (reader.next() != null) {
                throw reader.refusal("unexpected content after the end of the document");
            }
            return result;
        } catch (CharConversionException malformed) {
            throw new DocumentException("not UTF-8 text: " + malformed.getMessage(), "", 1, 1, malformed);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @FunctionalInterface
    private interface ParserSource {
        JsonParser open() throws IOException;
    }

    /** Reads an object and skips unknown members, which a newer writer may have added. */
    public void object(MemberReader members) {
        object(members, false);
    }

    /** Reads an object and refuses unknown members, which could change its meaning. */
    public void strictObject(MemberReader members) {
        object(members, true);
    }

    private void object(MemberReader members, boolean strict) {
        expect(JsonToken.START_OBJECT, "an object");
        while (next() != JsonToken.END_OBJECT) {
            String name = name();
            next();
            if (!members.read(name)) {
                if (strict) {
                    throw refusal("unknown member \"" + name + "\"");
                }
                skip();
            }
        }
    }

    public <T> List<T> array(Supplier<T> element) {
        expect(JsonToken.START_ARRAY, "an array");
        List<T> elements = new ArrayList<>();
        while (next() != JsonToken.END_ARRAY) {
            elements.add(element.get());
        }
        return elements;
    }

    public List<String> strings() {
        return array(this::string);
    }

    public String string() {
        expect(JsonToken.VALUE_STRING, "a string");
        try {
            return parser.getText();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    public boolean bool() {
        if (parser.currentToken() != JsonToken.VALUE_TRUE && parser.currentToken() != JsonToken.VALUE_FALSE) {
            throw expected("true or false");
        }
        return parser.currentToken() == JsonToken.VALUE_TRUE;
    }

    public int integer() {
        expect(JsonToken.VALUE_NUMBER_INT, "an integer");
        try {
            return parser.getIntValue();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    public long longInteger() {
        expect(JsonToken.VALUE_NUMBER_INT, "an integer");
        try {
            return parser.getLongValue();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** An integer of any size; one beyond the range of a {@code long} is the nearest {@code long}. */
    public long saturatedInteger() {
        expect(JsonToken.VALUE_NUMBER_INT, "an integer");
        try {
            if (parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
                return parser.getLongValue();
            }
            return parser.getText().startsWith("-") ? Long.MIN_VALUE : Long.MAX_VALUE;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** An instant, as ISO 8601 text. */
    public Instant instant() {
        String text = string();
        try {
            return Instant.parse(text);
        } catch (DateTimeException invalid) {
            throw refusal("not an instant: \"" + text + "\"");
        }
    }

    /** The value as JSON text, whatever its type. */
    public JsonText json() {
        try {
            return JsonText.read(parser);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Whether the value is JSON null. If so, it needs no further reading. */
    public boolean isNull() {
        return parser.currentToken() == JsonToken.VALUE_NULL;
    }

    /** The current token, for values of several types. */
    public JsonToken token() {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw refusal("the document ends too early");
        }
        return token;
    }

    /** Skips the value. */
    public void skip() {
        try {
            parser.skipChildren();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** An exception that refuses the document for a reason, with the current place. */
    public DocumentException refusal(String reason) {
        return DocumentErrors.refusal(parser, reason, new IllegalArgumentException(reason));
    }

    /**
     * A value built by a constructor that checks; its IllegalArgumentException becomes a DocumentException with the
     * place.
     */
    public <T> T checked(Supplier<T> constructor) {
        try {
            return constructor.get();
        } catch (IllegalArgumentException invalid) {
            throw DocumentErrors.refusal(parser, String.valueOf(invalid.getMessage()), invalid);
        }
    }

    private void expect(JsonToken token, String name) {
        if (parser.currentToken() != token) {
            throw expected(name);
        }
    }

    private DocumentException expected(String name) {
        return refusal(name + " expected, " + DocumentErrors.found(parser.currentToken()));
    }

    private String name() {
        try {
            return parser.currentName();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private JsonToken next() {
        try {
            return parser.nextToken();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private DocumentException unreadable(IOException cause) {
        return DocumentErrors.unreadable(parser, cause);
    }
}
