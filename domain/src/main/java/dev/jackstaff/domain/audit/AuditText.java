package dev.jackstaff.domain.audit;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.jackstaff.engine.JsonText;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * The canonical form of an entry: a JSON object on one line, whose members stand in the order of this class, without white
 * space between them. {@code instructions}, {@code before} and {@code after} are as they were written; null if there is
 * none. Times are in ISO 8601 and UTC with 0, 3 or 6 decimals. This is what is signed and exported.
 */
public final class AuditText {
    private AuditText() {}

    public static String of(AuditEntryView entry) {
        StringWriter text = new StringWriter(512);
        try (JsonGenerator json = JsonText.FACTORY.createGenerator(text)) {
            json.writeStartObject();
            json.writeNumberField("id", entry.id());
            json.writeStringField("at", entry.at().toString());
            json.writeStringField("actor", entry.actor());
            json.writeStringField("actorKind", entry.actorKind());
            json.writeStringField("onBehalfOf", entry.onBehalfOf());
            json.writeStringField("channel", entry.channel());
            json.writeStringField("address", entry.address());
            json.writeStringField("requestId", entry.requestId());
            json.writeNumberField("changeId", entry.changeId());
            json.writeStringField("action", entry.action());
            json.writeStringField("resource", entry.resource());
            json.writeStringField("key", entry.key());
            json.writeStringField("project", entry.project());
            json.writeStringField("environment", entry.environment());
            json.writeStringField("reason", entry.reason());
            json.writeStringField("ticket", entry.ticket());
            writeRaw(json, "instructions", entry.instructions());
            writeRaw(json, "before", entry.before());
            writeRaw(json, "after", entry.after());
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static void writeRaw(JsonGenerator json, String name, @Nullable String value) throws IOException {
        json.writeFieldName(name);
        json.writeRawValue(value == null ? "null" : value);
    }

    /** JSON on one line. Line ends stand between its tokens only; in strings they are escaped. */
    public static @Nullable String onOneLine(@Nullable String json) {
        return json == null ? null : json.replace('\n', ' ').replace('\r', ' ');
    }
}
