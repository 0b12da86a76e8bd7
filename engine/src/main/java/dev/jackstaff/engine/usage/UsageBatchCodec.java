package dev.jackstaff.engine.usage;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.jackstaff.engine.JsonText;
import dev.jackstaff.engine.snapshot.DocumentException;
import dev.jackstaff.engine.snapshot.DocumentReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes a usage batch as JSON (UTF-8). Unknown members are skipped, because a newer edge may have written
 * them.
 */
public final class UsageBatchCodec {
    private UsageBatchCodec() {}

    public static byte[] write(UsageBatch batch) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1_024);
        try (JsonGenerator json = JsonText.FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("edge", batch.edge());
            json.writeNumberField("sequence", batch.sequence());
            json.writeStringField("madeAt", batch.createdAt().toString());
            json.writeNumberField("dropped", batch.dropped());
            json.writeArrayFieldStart("entries");
            for (UsageEntry entry : batch.entries()) {
                entry(json, entry);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("reports");
            for (ClientReport report : batch.reports()) {
                report(json, report);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void entry(JsonGenerator json, UsageEntry entry) throws IOException {
        json.writeStartObject();
        json.writeStringField("environment", entry.environment());
        json.writeStringField("application", entry.application());
        json.writeStringField("sdk", entry.sdk());
        json.writeStringField("flag", entry.flag());
        json.writeBooleanField("enabled", entry.enabled());
        json.writeStringField("variant", entry.variant());
        json.writeStringField("hour", entry.hour().toString());
        json.writeNumberField("evaluations", entry.evaluations());
        json.writeEndObject();
    }

    private static void report(JsonGenerator json, ClientReport report) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", report.kind().label());
        json.writeStringField("environment", report.environment());
        json.writeFieldName("document");
        json.writeRawValue(report.document().json());
        json.writeEndObject();
    }

    /**
     * The usage batch in a document.
     *
     * @throws DocumentException if it is not a usage batch
     */
    public static UsageBatch read(byte[] document) {
        return DocumentReader.readWhole(document, reader -> new BatchReader(reader).batch());
    }

    /** A reader of one usage batch, whose members may come in any order. */
    private static final class BatchReader {
        private final DocumentReader reader;
        private String edge = "";
        private long sequence = -1;
        private Instant madeAt = Instant.EPOCH;
        private long dropped;
        private List<UsageEntry> entries = List.of();
        private final List<ClientReport> reports = new ArrayList<>();

        BatchReader(DocumentReader reader) {
            this.reader = reader;
        }

        UsageBatch batch() {
            reader.object(this::member);
            return reader.checked(() -> new UsageBatch(edge, sequence, madeAt, dropped, entries, reports));
        }

        private boolean member(String name) {
            switch (name) {
                case "edge" -> edge = reader.string();
                case "sequence" -> sequence = reader.longInteger();
                case "madeAt" -> madeAt = reader.instant();
                case "dropped" -> dropped = count(reader);
                case "entries" -> entries = reader.array(() -> new EntryReader(reader).entry());
                case "reports" -> reader.array(this::report);
                default -> {
                    return false;
                }
            }
            return true;
        }

        /** Reads a report. One of an unknown kind is skipped. */
        private boolean report() {
            ReportReader reportReader = new ReportReader(reader);
            reader.object(reportReader::member);
            if (reportReader.kind != null && reportReader.document != null) {
                reports.add(new ClientReport(reportReader.kind, reportReader.environment, reportReader.document));
            }
            return true;
        }
    }

    private static final class EntryReader {
        private final DocumentReader reader;
        private String environment = "";
        private String application = "";
        private String sdk = "";
        private String flag = "";
        private boolean enabled;
        private String variant = "";
        private Instant hour = Instant.EPOCH;
        private long evaluations;

        EntryReader(DocumentReader reader) {
            this.reader = reader;
        }

        UsageEntry entry() {
            reader.object(this::member);
            return reader.checked(
                    () -> new UsageEntry(environment, application, sdk, flag, enabled, variant, hour, evaluations));
        }

        private boolean member(String name) {
            switch (name) {
                case "environment" -> environment = reader.string();
                case "application" -> application = reader.string();
                case "sdk" -> sdk = reader.string();
                case "flag" -> flag = reader.string();
                case "enabled" -> enabled = reader.bool();
                case "variant" -> variant = reader.string();
                case "hour" -> hour = reader.instant();
                case "evaluations" -> evaluations = count(reader);
                default -> {
                    return false;
                }
            }
            return true;
        }
    }

    private static final class ReportReader {
        private final DocumentReader reader;
        private ClientReport.@Nullable Kind kind;
        private String environment = "";
        private @Nullable JsonText document;

        ReportReader(DocumentReader reader) {
            this.reader = reader;
        }

        private boolean member(String name) {
            switch (name) {
                case "kind" -> kind = kind(reader.string());
                case "environment" -> environment = reader.string();
                case "document" -> document = reader.json();
                default -> {
                    return false;
                }
            }
            return true;
        }

        private static ClientReport.@Nullable Kind kind(String label) {
            for (ClientReport.Kind kind : ClientReport.Kind.values()) {
                if (kind.label().equals(label)) {
                    return kind;
                }
            }
            return null;
        }
    }

    private static long count(DocumentReader reader) {
        return EvaluationCount.limited(reader.saturatedInteger());
    }
}
