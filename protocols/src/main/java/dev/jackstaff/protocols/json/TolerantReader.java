package dev.jackstaff.protocols.json;

import com.fasterxml.jackson.core.JsonToken;
import dev.jackstaff.engine.snapshot.DocumentReader;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A reader that accepts the shapes foreign servers use: null for absent, a number where text is meant. */
public final class TolerantReader {
    private final DocumentReader reader;

    public TolerantReader(DocumentReader reader) {
        this.reader = reader;
    }

    /** A text, also from a number or a boolean; null for null. */
    @Nullable
    public String optionalText() {
        return reader.isNull() ? null : text();
    }

    /** A text, also from a number or a boolean. */
    public String text() {
        JsonToken token = reader.token();
        return token.isNumeric() || token.isBoolean() ? reader.json().json() : reader.string();
    }

    /** A boolean; the given default for null. */
    public boolean bool(boolean absent) {
        return reader.isNull() ? absent : reader.bool();
    }

    public <T> List<T> list(Supplier<T> element) {
        return reader.isNull() ? List.of() : reader.array(element);
    }

    public List<String> texts() {
        return list(this::text);
    }

    /** A map of texts by name; members that are null are skipped. */
    public SortedMap<String, String> textsByName() {
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

    /** A required value, or a refusal with the reason. */
    public <T> T required(@Nullable T value, String reason) {
        if (value == null) {
            throw reader.refusal(reason);
        }
        return value;
    }
}
