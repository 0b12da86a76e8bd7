package dev.jackstaff.admin.playground;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.JsonText;
import dev.jackstaff.protocols.json.ContextReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Contexts as JSON and as lines of a form. */
final class ContextText {
    /** The maximum length of a context, as an address has to hold it. */
    static final int MAX_LENGTH = 2_000;

    private ContextText() {}

    /**
     * The context that a text says; no text is an empty one.
     *
     * @throws IllegalArgumentException with what is wrong, for people
     */
    static EvaluationContext read(String text) {
        return text.isBlank() ? EvaluationContext.builder().build() : ContextReader.read(parsed(text));
    }

    private static JsonText parsed(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "It has " + text.length() + " characters; " + MAX_LENGTH + " are the most.");
        }
        JsonText json = JsonText.parse(text);
        if (json.token() != JsonToken.START_OBJECT) {
            throw new IllegalArgumentException("It must be an object, such as {\"targetingKey\": \"ada\"}.");
        }
        return json;
    }

    /** The lines of a valid context; those that are text are shown without quotes. */
    static List<ContextRow> rows(String text) {
        List<ContextRow> rows = new ArrayList<>();
        if (text.isBlank()) {
            return rows;
        }
        try (JsonParser parser = JsonText.FACTORY.createParser(parsed(text).json())) {
            parser.nextToken();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                boolean json = parser.nextToken() != JsonToken.VALUE_STRING;
                rows.add(new ContextRow(name, json ? JsonText.read(parser).json() : parser.getText(), json));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return rows;
    }

    /** The context of some lines. Lines without name or value are left out; of two with one name the later counts. */
    static String of(List<ContextRow> rows) {
        Map<String, String> members = new LinkedHashMap<>();
        for (ContextRow row : rows) {
            if (!row.name().isBlank() && !row.text().isEmpty()) {
                members.put(row.name().strip(), value(row));
            }
        }
        return members.isEmpty()
                ? ""
                : members.entrySet().stream()
                        .map(member -> JsonText.quoted(member.getKey()) + ":" + member.getValue())
                        .collect(Collectors.joining(",", "{", "}"));
    }

    private static String value(ContextRow row) {
        if (row.json()) {
            try {
                return JsonText.parse(row.text()).json();
            } catch (IllegalArgumentException text) {
                return JsonText.quoted(row.text());
            }
        }
        return JsonText.quoted(row.text());
    }
}
