package dev.jackstaff.protocols.unleash.http;

import com.fasterxml.jackson.core.JsonToken;
import dev.jackstaff.engine.snapshot.DocumentException;
import dev.jackstaff.engine.snapshot.DocumentReader;
import dev.jackstaff.engine.usage.ClientReport;
import dev.jackstaff.protocols.environment.ServedEnvironment;
import dev.jackstaff.protocols.usage.UsageCounter;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A recorder of reports from SDKs and edges that only an Unleash upstream understands. Invalid JSON is ignored. */
record ClientReportRecorder(ServedEnvironment environment, UsageCounter usage) {
    private static final Logger LOG = Logger.getLogger(ClientReportRecorder.class.getName());

    /** Records the registration of an SDK. */
    void recordRegistration(byte[] body) {
        store(body, reader -> store(reader, ClientReport.Kind.UNLEASH_APPLICATION));
    }

    /**
     * Records the parts of an SDK's or edge's metrics besides counts: {@code impactMetrics} and {@code applications}.
     */
    void recordMetrics(byte[] body) {
        store(
                body,
                reader -> reader.object(member -> switch (member) {
                    case "impactMetrics" -> all(reader, ClientReport.Kind.UNLEASH_IMPACT);
                    case "applications" -> all(reader, ClientReport.Kind.UNLEASH_APPLICATION);
                    default -> false;
                }));
    }

    @FunctionalInterface
    private interface ReportParser {
        void read(DocumentReader reader);
    }

    private static void store(byte[] body, ReportParser reading) {
        if (body.length == 0) {
            return;
        }
        try {
            DocumentReader.readWhole(body, reader -> {
                reading.read(reader);
                return true;
            });
        } catch (DocumentException invalid) {
            LOG.log(Level.FINE, "A client's report is not valid JSON and is ignored.", invalid);
        }
    }

    private boolean all(DocumentReader reader, ClientReport.Kind kind) {
        if (reader.token() != JsonToken.START_ARRAY) {
            return false;
        }
        reader.array(() -> {
            store(reader, kind);
            return true;
        });
        return true;
    }

    private void store(DocumentReader reader, ClientReport.Kind kind) {
        if (reader.token() == JsonToken.START_OBJECT) {
            usage.addReport(kind, environment.key(), reader.json());
        } else {
            reader.skip();
        }
    }
}
