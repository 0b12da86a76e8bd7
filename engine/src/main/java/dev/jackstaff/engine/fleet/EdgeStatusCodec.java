package dev.jackstaff.engine.fleet;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.jackstaff.engine.JsonText;
import dev.jackstaff.engine.PrintableText;
import dev.jackstaff.engine.snapshot.DocumentException;
import dev.jackstaff.engine.snapshot.DocumentReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads and writes an edge's status report as JSON (UTF-8). Unknown members are skipped, because a newer edge may have
 * written them.
 */
public final class EdgeStatusCodec {
    private static final int MAX_TEXT_LENGTH = 500;

    private EdgeStatusCodec() {}

    public static byte[] write(EdgeStatus status) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator json = JsonText.FACTORY.createGenerator(bytes)) {
            write(json, status);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, EdgeStatus status) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", status.id());
        json.writeStringField("version", status.version());
        json.writeStringField("region", status.region());
        json.writeStringField("startedAt", status.startedAt().toString());
        json.writeStringField("sentAt", status.sentAt().toString());
        json.writeObjectFieldStart("upstream");
        json.writeStringField("kind", status.upstream().kind());
        json.writeStringField("address", status.upstream().address());
        json.writeBooleanField("connected", status.upstream().connected());
        json.writeEndObject();
        json.writeArrayFieldStart("environments");
        for (EdgeStatus.EnvironmentStatus environment : status.environments()) {
            json.writeStartObject();
            json.writeStringField("key", environment.key());
            json.writeStringField("id", environment.id());
            json.writeNumberField("revision", environment.revision());
            json.writeStringField("hash", environment.hash());
            json.writeNumberField("ageMillis", environment.ageMillis());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeObjectFieldStart("traffic");
        json.writeNumberField("streams", status.traffic().streams());
        json.writeNumberField("applications", status.traffic().applications());
        json.writeNumberField("requestsPerSecond", status.traffic().requestsPerSecond());
        json.writeEndObject();
        json.writeObjectFieldStart("unsent");
        json.writeNumberField("batches", status.backlog().batches());
        json.writeNumberField("evaluations", status.backlog().evaluations());
        json.writeNumberField("dropped", status.backlog().dropped());
        json.writeNumberField("droppedReports", status.backlog().droppedReports());
        json.writeNumberField("droppedAgeMillis", status.backlog().droppedAgeMillis());
        json.writeEndObject();
        json.writeObjectFieldStart("refusals");
        for (Map.Entry<String, String> refusal : new TreeMap<>(status.refusals()).entrySet()) {
            json.writeStringField(refusal.getKey(), refusal.getValue());
        }
        json.writeEndObject();
        json.writeArrayFieldStart("via");
        for (String edge : status.via()) {
            json.writeString(edge);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /**
     * The status report in a document.
     *
     * @throws DocumentException if it is not a status report
     */
    public static EdgeStatus read(byte[] document) {
        return DocumentReader.readWhole(document, EdgeStatusCodec::read);
    }

    /** The status report at a reader's current value. */
    public static EdgeStatus read(DocumentReader reader) {
        return new StatusReader(reader).status();
    }

    /** A reader of one status report, whose members may come in any order. */
    private static final class StatusReader {
        private final DocumentReader reader;
        private String id = "";
        private String version = "";
        private String region = "";
        private Instant startedAt = Instant.EPOCH;
        private Instant sentAt = Instant.EPOCH;
        private String kind = "";
        private String address = "";
        private boolean connected;
        private List<EdgeStatus.EnvironmentStatus> environments = List.of();
        private int streams;
        private int applications;
        private double rate;
        private int batches;
        private long evaluations;
        private long dropped;
        private long droppedReports;
        private long droppedAgeMillis = -1;
        private final Map<String, String> refusals = new HashMap<>();
        private List<String> via = List.of();

        StatusReader(DocumentReader reader) {
            this.reader = reader;
        }

        EdgeStatus status() {
            reader.object(this::member);
            return reader.checked(() -> new EdgeStatus(
                    id,
                    version,
                    region,
                    startedAt,
                    sentAt,
                    new EdgeStatus.UpstreamLink(kind, address, connected),
                    environments,
                    new EdgeStatus.Traffic(streams, applications, rate),
                    new EdgeStatus.UsageBacklog(batches, evaluations, dropped, droppedReports, droppedAgeMillis),
                    refusals,
                    via));
        }

        private boolean member(String name) {
            switch (name) {
                case "id" -> id = text();
                case "version" -> version = text();
                case "region" -> region = text();
                case "startedAt" -> startedAt = reader.instant();
                case "sentAt" -> sentAt = reader.instant();
                case "upstream" -> reader.object(this::link);
                case "environments" -> environments = reader.array(() -> new EnvironmentStatusReader().environment());
                case "traffic" -> reader.object(this::statistic);
                case "unsent" -> reader.object(this::statistic);
                case "refusals" -> reader.object(this::refusal);
                case "via" -> via = reader.strings();
                default -> {
                    return false;
                }
            }
            return true;
        }

        private boolean refusal(String environment) {
            refusals.put(PrintableText.singleLine(environment, MAX_TEXT_LENGTH), text());
            return true;
        }

        private boolean link(String name) {
            switch (name) {
                case "kind" -> kind = text();
                case "address" -> address = text();
                case "connected" -> connected = reader.bool();
                default -> {
                    return false;
                }
            }
            return true;
        }

        private boolean statistic(String name) {
            switch (name) {
                case "streams" -> streams = reader.integer();
                case "applications" -> applications = reader.integer();
                case "requestsPerSecond" -> rate = number();
                case "batches" -> batches = reader.integer();
                case "evaluations" -> evaluations = reader.longInteger();
                case "dropped" -> dropped = reader.longInteger();
                case "droppedReports" -> droppedReports = reader.longInteger();
                case "droppedAgeMillis" -> droppedAgeMillis = reader.longInteger();
                default -> {
                    return false;
                }
            }
            return true;
        }

        private final class EnvironmentStatusReader {
            private String key = "";
            private String environmentId = "";
            private long revision;
            private String hash = "";
            private long ageMillis = -1;

            EdgeStatus.EnvironmentStatus environment() {
                reader.object(this::member);
                return new EdgeStatus.EnvironmentStatus(key, environmentId, revision, hash, ageMillis);
            }

            private boolean member(String name) {
                switch (name) {
                    case "key" -> key = text();
                    case "id" -> environmentId = text();
                    case "revision" -> revision = reader.longInteger();
                    case "hash" -> hash = text();
                    case "ageMillis" -> ageMillis = reader.longInteger();
                    default -> {
                        return false;
                    }
                }
                return true;
            }
        }

        private double number() {
            try {
                return new BigDecimal(reader.json().json()).doubleValue();
            } catch (NumberFormatException invalid) {
                throw reader.refusal("a number expected");
            }
        }

        private String text() {
            return PrintableText.singleLine(reader.string(), MAX_TEXT_LENGTH);
        }
    }
}
