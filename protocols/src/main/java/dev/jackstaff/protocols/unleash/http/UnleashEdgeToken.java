package dev.jackstaff.protocols.unleash.http;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.jackstaff.engine.snapshot.Credential;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.protocols.http.Reply;
import dev.jackstaff.protocols.json.JsonBytes;
import java.io.IOException;
import java.util.List;

/**
 * A key in the form of Unleash Edge's tokens.
 *
 * @param token the key itself if the caller has it; else a displayable part
 */
record UnleashEdgeToken(String token, Credential.Kind kind, Snapshot snapshot) {
    /** An object with one list of tokens. */
    static Reply document(String name, List<UnleashEdgeToken> tokens) {
        return Reply.of(Reply.OK, JsonBytes.document(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart(name);
            for (UnleashEdgeToken token : tokens) {
                token.write(json);
            }
            json.writeEndArray();
            json.writeEndObject();
        }));
    }

    private void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("token", token);
        // "client" and not "backend", which older edges of Unleash do not know
        json.writeStringField("type", kind == Credential.Kind.SERVER ? "client" : "frontend");
        json.writeStringField("environment", snapshot.environment());
        json.writeArrayFieldStart("projects");
        for (String project : snapshot.project().split(",", -1)) {
            json.writeString(project);
        }
        json.writeEndArray();
        json.writeStringField("status", "Validated");
        json.writeEndObject();
    }
}
