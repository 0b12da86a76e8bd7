package dev.jackstaff.api.fleet;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.jackstaff.domain.fleet.EdgeServerView;
import dev.jackstaff.domain.fleet.EdgeServerView.Alarm;
import dev.jackstaff.domain.fleet.EdgeServerView.AlarmKind;
import dev.jackstaff.engine.fleet.EdgeStatus;
import dev.jackstaff.protocols.flexflag.FlexflagServerRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;

/** The JSON writer of an edge in FlexFlag's list of edge servers, with Jackstaff's own members. */
public record EdgeServerWriter(EdgeServerView view) {
    /** Writes the members of the edge. */
    public void write(JsonGenerator json) throws IOException {
        EdgeStatus status = view.status();
        boolean silent = view.alarms().stream().anyMatch(alarm -> alarm.kind() == AlarmKind.SILENT);
        Duration uptime = Duration.between(status.startedAt(), view.seenAt());
        json.writeStringField("id", status.id());
        json.writeStringField("client_id", status.id());
        json.writeStringField("project_id", "");
        json.writeStringField("environment", "");
        json.writeStringField("status", silent ? "disconnected" : "connected");
        json.writeStringField("connected_at", status.startedAt().toString());
        json.writeStringField("last_ping", view.seenAt().toString());
        json.writeNumberField("uptime_seconds", Math.max(0, uptime.toSeconds()));
        json.writeStringField("uptime_human", FlexflagServerRegistry.humanReadable(uptime));
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
        writeEnvironments(json);
        writeTraffic(json);
        writeAlarms(json);
    }

    private void writeEnvironments(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("environments");
        for (EdgeStatus.EnvironmentStatus environment : view.status().environments()) {
            json.writeStartObject();
            json.writeStringField("key", environment.key());
            json.writeStringField("id", environment.id());
            json.writeNumberField("revision", environment.revision());
            Long newest = view.newestRevisions().get(environment.id());
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

    private void writeTraffic(JsonGenerator json) throws IOException {
        EdgeStatus.Traffic traffic = view.status().traffic();
        json.writeNumberField("streams", traffic.streams());
        json.writeNumberField("applications", traffic.applications());
        json.writeNumberField("requestsPerSecond", traffic.requestsPerSecond());
        EdgeStatus.UsageBacklog backlog = view.status().backlog();
        json.writeObjectFieldStart("unsentUsage");
        json.writeNumberField("batches", backlog.batches());
        json.writeNumberField("evaluations", backlog.evaluations());
        json.writeNumberField("dropped", backlog.dropped());
        json.writeNumberField("droppedReports", backlog.droppedReports());
        json.writeEndObject();
    }

    private void writeAlarms(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("concerns");
        for (Alarm alarm : view.alarms()) {
            json.writeStartObject();
            json.writeStringField("kind", alarm.kind().name().toLowerCase(Locale.ROOT));
            if (!alarm.environment().isEmpty()) {
                json.writeStringField("environment", alarm.environment());
            }
            json.writeStringField("detail", alarm.message());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
