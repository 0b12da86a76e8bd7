package dev.jackstaff.api.fleet;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.jackstaff.domain.fleet.boundary.EdgeServerView;
import dev.jackstaff.domain.fleet.boundary.EdgeServerView.Concern;
import dev.jackstaff.domain.fleet.boundary.EdgeServerView.Kind;
import dev.jackstaff.engine.fleet.EdgeStatus;
import dev.jackstaff.protocols.flexflag.FlexflagServers;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;

/** An edge among FlexFlag's edge servers: the members that FlexFlag's clients know, and all that we know besides. */
public record EdgeServer(EdgeServerView view) {
    /** Writes its members. */
    public void write(JsonGenerator json) throws IOException {
        EdgeStatus status = view.status();
        boolean silent = view.concerns().stream().anyMatch(concern -> concern.kind() == Kind.SILENT);
        Duration uptime = Duration.between(status.startedAt(), view.seenAt());
        json.writeStringField("id", status.id());
        json.writeStringField("client_id", status.id());
        json.writeStringField("project_id", "");
        json.writeStringField("environment", "");
        json.writeStringField("status", silent ? "disconnected" : "connected");
        json.writeStringField("connected_at", status.startedAt().toString());
        json.writeStringField("last_ping", view.seenAt().toString());
        json.writeNumberField("uptime_seconds", Math.max(0, uptime.toSeconds()));
        json.writeStringField("uptime_human", FlexflagServers.human(uptime));
        json.writeStringField("version", status.version());
        json.writeStringField("region", status.region());
        json.writeObjectFieldStart("upstream");
        json.writeStringField("kind", status.upstream().kind());
        json.writeStringField("address", status.upstream().address());
        json.writeBooleanField("connected", status.upstream().connected());
        json.writeEndObject();
        json.writeArrayFieldStart("via");
        for (String edge : status.via()) {
            json.writeString(edge);
        }
        json.writeEndArray();
        environments(json);
        figures(json);
        concerns(json);
    }

    private void environments(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("environments");
        for (EdgeStatus.Environment environment : view.status().environments()) {
            json.writeStartObject();
            json.writeStringField("key", environment.key());
            json.writeStringField("id", environment.id());
            json.writeNumberField("revision", environment.revision());
            Long newest = view.newest().get(environment.id());
            if (newest != null) {
                json.writeNumberField("behind", Math.max(0, newest - environment.revision()));
            }
            json.writeStringField("hash", environment.hash());
            if (environment.ageMillis() >= 0) {
                json.writeNumberField("ageMillis", environment.ageMillis());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void figures(JsonGenerator json) throws IOException {
        EdgeStatus.Traffic traffic = view.status().traffic();
        json.writeNumberField("streams", traffic.streams());
        json.writeNumberField("applications", traffic.applications());
        json.writeNumberField("requestsPerSecond", traffic.requestsPerSecond());
        EdgeStatus.Unsent unsent = view.status().unsent();
        json.writeObjectFieldStart("unsentUsage");
        json.writeNumberField("batches", unsent.batches());
        json.writeNumberField("evaluations", unsent.evaluations());
        json.writeNumberField("dropped", unsent.dropped());
        json.writeNumberField("droppedReports", unsent.droppedReports());
        json.writeEndObject();
    }

    private void concerns(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("concerns");
        for (Concern concern : view.concerns()) {
            json.writeStartObject();
            json.writeStringField("kind", concern.kind().name().toLowerCase(Locale.ROOT));
            if (!concern.environment().isEmpty()) {
                json.writeStringField("environment", concern.environment());
            }
            json.writeStringField("detail", concern.sentence());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
