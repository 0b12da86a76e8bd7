package dev.jackstaff.protocols.unleash.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import dev.jackstaff.engine.JsonText;
import dev.jackstaff.engine.snapshot.DocumentException;
import dev.jackstaff.engine.snapshot.DocumentReader;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.protocols.json.JsonBytes;
import dev.jackstaff.protocols.settings.EdgeSettings;
import dev.jackstaff.protocols.settings.ProtocolSetting;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The instance data of this edge and of the Unleash edges below it, which report every minute. The latest report of
 * each edge is kept, up to a bound, until it was silent for a while. Thread-safe.
 */
@ApplicationScoped
public class UnleashEdgeInstances {
    /** The maximum number of remembered edges, of all environments. */
    static final int MAX_INSTANCES = 200;

    /** The maximum length of one report in characters. */
    static final int MAX_REPORT_LENGTH = 32_768;

    /** The part of a report's length that is reserved for this edge itself. */
    private static final int RESERVED_LENGTH = 8_192;

    /** The silence after which an edge is removed: edges report every minute, and after failures every ten. */
    static final Duration EXPIRY = Duration.ofMinutes(11);

    private static final double NANOS_PER_SECOND = 1e9;

    private final Clock clock;
    private final String name;
    private final String id;
    private final String region;
    private final Instant started;
    private final Map<ReportKey, LatestReport> latest = new ConcurrentHashMap<>();

    public UnleashEdgeInstances() {
        this(EdgeSettings.configured(), Clock.systemUTC());
    }

    UnleashEdgeInstances(EdgeSettings settings, Clock clock) {
        this.clock = clock;
        this.name = settings.text(ProtocolSetting.INSTANCE_NAME).orElse("jackstaff-edge");
        this.id = settings.text(ProtocolSetting.INSTANCE_ID).orElseGet(() -> name + "@" + UUID.randomUUID());
        this.region = settings.text(ProtocolSetting.REGION).orElse("");
        this.started = clock.instant();
    }

    /** The key of an edge's report: environment and edge. */
    private record ReportKey(String environment, String identifier) {}

    private record LatestReport(JsonText report, Instant at) {}

    /**
     * Stores the report of another edge. One without {@code identifier}, or one that is too long, is ignored, because a
     * refusal would help nobody.
     *
     * @param environment {@code project/environment}
     * @throws DocumentException if the body is no JSON object
     */
    void store(String environment, byte[] body) {
        String[] identifier = {""};
        DocumentReader.readWhole(body, reader -> {
            reader.object(member -> {
                if (member.equals("identifier") && reader.token() == JsonToken.VALUE_STRING) {
                    identifier[0] = reader.string();
                    return true;
                }
                return false;
            });
            return identifier;
        });
        if (identifier[0].isEmpty() || body.length > MAX_REPORT_LENGTH) {
            return;
        }
        JsonText report = DocumentReader.readWhole(body, DocumentReader::json);
        latest.values().removeIf(this::isGone);
        ReportKey key = new ReportKey(environment, identifier[0]);
        if (latest.size() < MAX_INSTANCES || latest.containsKey(key)) {
            latest.put(key, new LatestReport(report, clock.instant()));
        }
    }

    private boolean isGone(LatestReport report) {
        return report.at.plus(EXPIRY).isBefore(clock.instant());
    }

    private List<JsonText> below(String environment) {
        return latest.entrySet().stream()
                .filter(entry -> entry.getKey().environment.equals(environment) && !isGone(entry.getValue()))
                .map(entry -> entry.getValue().report)
                .toList();
    }

    /**
     * The instance data of this edge, and of those below it that hold keys of an environment.
     *
     * @param streams the number of connected stream clients
     */
    byte[] document(Snapshot snapshot, int streams) {
        return JsonBytes.document(json -> {
            json.writeStartObject();
            json.writeObjectFieldStart("this_instance");
            writeOwnReport(json, List.of(snapshot), streams, List.of());
            json.writeEndObject();
            json.writeArrayFieldStart("connected_instances");
            for (JsonText report : below(snapshot.key())) {
                json.writeRawValue(report.json());
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    /**
     * The report of this edge to the Unleash server above it: its own instance data and that of the edges below it, as
     * far as the maximum length allows.
     *
     * @param served the environments that it serves
     * @param streams the number of connected stream clients
     */
    public byte[] report(Collection<Snapshot> served, int streams) {
        List<JsonText> below = new ArrayList<>();
        int room = MAX_REPORT_LENGTH - RESERVED_LENGTH;
        for (LatestReport report : latest.values()) {
            int length = report.report.json().length();
            if (length <= room && !isGone(report)) {
                room -= length;
                below.add(report.report);
            }
        }
        return JsonBytes.document(json -> {
            json.writeStartObject();
            writeOwnReport(json, served, streams, below);
            json.writeEndObject();
        });
    }

    private void writeOwnReport(JsonGenerator json, Collection<Snapshot> served, int streams, List<JsonText> below)
            throws IOException {
        json.writeStringField("identifier", id);
        json.writeStringField("appName", name);
        json.writeStringField("hosting", "self-hosted");
        if (region.isEmpty()) {
            json.writeNullField("region");
        } else {
            json.writeStringField("region", region);
        }
        json.writeStringField("edgeVersion", ClientApi.VERSION);
        json.writeStringField("started", started.toString());
        json.writeObjectFieldStart("processMetrics");
        json.writeNumberField("cpuUsage", processorSeconds());
        json.writeNumberField(
                "memoryUsage",
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        json.writeEndObject();
        json.writeNumberField("connectedStreamingClients", streams);
        writeUnmeasured(json);
        json.writeArrayFieldStart("connectedEdges");
        for (JsonText report : below) {
            json.writeRawValue(report.json());
        }
        json.writeEndArray();
        json.writeArrayFieldStart("edgeApiKeyRevisionIds");
        for (Snapshot snapshot : served) {
            revision(json, snapshot);
        }
        json.writeEndArray();
    }

    private static void revision(JsonGenerator json, Snapshot snapshot) throws IOException {
        json.writeStartObject();
        json.writeStringField("environment", snapshot.environment());
        json.writeArrayFieldStart("projects");
        json.writeString(snapshot.project());
        json.writeEndArray();
        json.writeNumberField("revisionId", snapshot.revision());
        json.writeStringField("lastUpdated", snapshot.changedAt().toString());
        json.writeEndObject();
    }

    /** Writes the members that Unleash's edges measure and this one does not, because readers require them. */
    private static void writeUnmeasured(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("traffic");
        for (String kind : List.of("cachedResponses", "get", "post", "accessDenied")) {
            json.writeObjectFieldStart(kind);
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeObjectFieldStart("latencyUpstream");
        for (String kind : List.of("features", "metrics", "edge")) {
            json.writeObjectFieldStart(kind);
            json.writeNumberField("avg", 0);
            json.writeNumberField("count", 0);
            json.writeNumberField("p99", 0);
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeObjectFieldStart("requestsSinceLastReport");
        json.writeEndObject();
    }

    /** The processor time used so far, in seconds; 0 if the virtual machine does not report it. */
    private static double processorSeconds() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(used -> used.toNanos() / NANOS_PER_SECOND)
                .orElse(0.0);
    }
}
