package dev.jackstaff.protocols.unleash.http;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.jackstaff.engine.snapshot.Credential;
import dev.jackstaff.engine.snapshot.Snapshot;
import java.io.IOException;

/**
 * A key as edges of Unleash know tokens.
 *
 * @param token the key itself where who asks has it; else what may be shown of it
 */
record EdgeToken(String token, Credential.Kind kind, Snapshot snapshot) {
    void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("token", token);
        // "client" and not "backend", which edges of Unleash before 19 do not know
        json.writeStringField("type", kind == Credential.Kind.SERVER ? "client" : "frontend");
        json.writeStringField("environment", snapshot.environment());
        json.writeArrayFieldStart("projects");
        json.writeString(snapshot.project());
        json.writeEndArray();
        json.writeStringField("status", "Validated");
        json.writeEndObject();
    }
}
