package dev.jackstaff.protocols.unleash.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import dev.jackstaff.engine.JsonText;
import dev.jackstaff.engine.snapshot.DocumentException;
import dev.jackstaff.engine.snapshot.DocumentReader;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.protocols.EdgeSetting;
import dev.jackstaff.protocols.EdgeSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * This edge, and the edges of Unleash below it, as they tell of themselves every minute. The latest that each of them told is
 * kept, up to a bound, until it was silent for a while. Safe for threads.
 */
@ApplicationScoped
public class Instances {
    /** How many edges below are remembered, of all environments. */
    static final int MOST = 200;

    /** How many characters one of them may tell. */
    static final int LONGEST = 32_768;

    /** After how much silence an edge is gone: they report every minute, and after failures every ten. */
    static final Duration SILENCE = Duration.ofMinutes(11);

    private static final double NANOS_PER_SECOND = 1e9;

    private final Clock clock;
    private final String name;
    private final String id;
    private final Instant started;
    private final Map<Told, Latest> latest = new ConcurrentHashMap<>();

    public Instances() {
        this(EdgeSettings.configured(), Clock.systemUTC());
    }

    Instances(EdgeSettings settings, Clock clock) {
        this.clock = clock;
        this.name = settings.text(EdgeSetting.INSTANCE_NAME).orElse("jackstaff-edge");
        this.id = settings.text(EdgeSetting.INSTANCE_ID).orElseGet(() -> name + "@" + UUID.randomUUID());
        this.started = clock.instant();
    }

    /** Who told something to whom. */
    private record Told(String environment, String identifier) {}

    private record Latest(JsonText report, Instant at) {}

    /**
     * Remembers what another edge tells of itself. What has no {@code identifier}, or is too long, is passed over, for nobody
     * would be helped by a refusal.
     *
     * @param environment {@code project/environment}
     * @throws DocumentException where the body is no JSON object
     */
    void remember(String environment, byte[] body) {
        String[] identifier = {""};
        DocumentReader.whole(body, reader -> {
            reader.object(member -> {
                if (member.equals("identifier") && reader.token() == JsonToken.VALUE_STRING) {
                    identifier[0] = reader.string();
                    return true;
                }
                return false;
            });
            return identifier;
        });
        if (identifier[0].isEmpty() || body.length > LONGEST) {
            return;
        }
        JsonText report = DocumentReader.whole(body, DocumentReader::json);
        latest.values().removeIf(this::isGone);
        Told told = new Told(environment, identifier[0]);
        if (latest.size() < MOST || latest.containsKey(told)) {
            latest.put(told, new Latest(report, clock.instant()));
        }
    }

    private boolean isGone(Latest report) {
        return report.at.plus(SILENCE).isBefore(clock.instant());
    }

    private List<JsonText> below(String environment) {
        return latest.entrySet().stream()
                .filter(entry -> entry.getKey().environment.equals(environment) && !isGone(entry.getValue()))
                .map(entry -> entry.getValue().report)
                .toList();
    }

    /**
     * This edge, and those below it that hold keys of an environment.
     *
     * @param streams how many clients listen to changes
     */
    byte[] document(Snapshot snapshot, int streams) {
        return Json.bytes(json -> {
            json.writeStartObject();
            json.writeObjectFieldStart("this_instance");
            self(json, snapshot, streams);
            json.writeEndObject();
            json.writeArrayFieldStart("connected_instances");
            for (JsonText report : below(snapshot.key())) {
                json.writeRawValue(report.json());
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private void self(JsonGenerator json, Snapshot snapshot, int streams) throws IOException {
        json.writeStringField("identifier", id);
        json.writeStringField("appName", name);
        json.writeStringField("hosting", "self-hosted");
        json.writeNullField("region");
        json.writeStringField("edgeVersion", ClientApi.VERSION);
        json.writeStringField("started", started.toString());
        json.writeObjectFieldStart("processMetrics");
        json.writeNumberField("cpuUsage", processorSeconds());
        json.writeNumberField(
                "memoryUsage",
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        json.writeEndObject();
        json.writeNumberField("connectedStreamingClients", streams);
        json.writeArrayFieldStart("connectedEdges");
        json.writeEndArray();
        json.writeArrayFieldStart("edgeApiKeyRevisionIds");
        json.writeStartObject();
        json.writeStringField("environment", snapshot.environment());
        json.writeArrayFieldStart("projects");
        json.writeString(snapshot.project());
        json.writeEndArray();
        json.writeNumberField("revisionId", snapshot.revision());
        json.writeStringField("lastUpdated", snapshot.changedAt().toString());
        json.writeEndObject();
        json.writeEndArray();
    }

    /** The processor time used so far, where the virtual machine says; 0 where it does not. */
    private static double processorSeconds() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(used -> used.toNanos() / NANOS_PER_SECOND)
                .orElse(0.0);
    }
}
