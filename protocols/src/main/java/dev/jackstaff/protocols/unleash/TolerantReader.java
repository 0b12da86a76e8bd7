package dev.jackstaff.protocols.unleash;

import com.fasterxml.jackson.core.JsonToken;
import dev.jackstaff.engine.snapshot.DocumentReader;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The shapes Unleash servers and their users' files write one thing in: null for none, a number where a text is meant. */
final class TolerantReader {
    private final DocumentReader reader;

    TolerantReader(DocumentReader reader) {
        this.reader = reader;
    }

    /** A text, also from a number or a boolean; null for none. */
    @Nullable
    String optionalText() {
        return reader.isNull() ? null : text();
    }

    /** A text, also from a number or a boolean. */
    String text() {
        JsonToken token = reader.token();
        return token.isNumeric() || token.isBoolean() ? reader.json().json() : reader.string();
    }

    /** True or false; null for a default. */
    boolean bool(boolean absent) {
        return reader.isNull() ? absent : reader.bool();
    }

    <T> List<T> list(Supplier<T> element) {
        return reader.isNull() ? List.of() : reader.array(element);
    }

    List<String> texts() {
        return list(this::text);
    }

    /** Texts by name; a null stands for a name that is not there. */
    SortedMap<String, String> textsByName() {
        SortedMap<String, String> texts = new TreeMap<>();
        if (!reader.isNull()) {
            reader.object(name -> {
                String text = optionalText();
                if (text != null) {
                    texts.put(name, text);
                }
                return true;
            });
        }
        return texts;
    }

    /** What an object cannot do without. */
    <T> T needed(@Nullable T value, String reason) {
        if (value == null) {
            throw reader.refused(reason);
        }
        return value;
    }
}
