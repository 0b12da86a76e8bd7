package dev.jackstaff.protocols.unleash.http;

import com.fasterxml.jackson.core.JsonToken;
import dev.jackstaff.engine.snapshot.DocumentException;
import dev.jackstaff.engine.snapshot.DocumentReader;
import dev.jackstaff.engine.usage.ClientReport;
import dev.jackstaff.protocols.ServedEnvironment;
import dev.jackstaff.protocols.usage.Usage;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What SDKs and edges tell that is not counted here, kept for an Unleash server upstream. What is no JSON is passed over. */
record ClientReports(ServedEnvironment environment, Usage usage) {
    private static final Logger LOG = Logger.getLogger(ClientReports.class.getName());

    /** An SDK that says that it is there. */
    void registration(byte[] body) {
        keep(body, reader -> keep(reader, ClientReport.Kind.UNLEASH_APPLICATION));
    }

    /** What is in an SDK's or an edge's metrics beside counts: {@code impactMetrics} and {@code applications}. */
    void metrics(byte[] body) {
        keep(
                body,
                reader -> reader.object(member -> switch (member) {
                    case "impactMetrics" -> all(reader, ClientReport.Kind.UNLEASH_IMPACT);
                    case "applications" -> all(reader, ClientReport.Kind.UNLEASH_APPLICATION);
                    default -> false;
                }));
    }

    @FunctionalInterface
    private interface Reading {
        void read(DocumentReader reader);
    }

    private static void keep(byte[] body, Reading reading) {
        if (body.length == 0) {
            return;
        }
        try {
            DocumentReader.whole(body, reader -> {
                reading.read(reader);
                return true;
            });
        } catch (DocumentException junk) {
            LOG.log(Level.FINE, "A client's report is not understood.", junk);
        }
    }

    private boolean all(DocumentReader reader, ClientReport.Kind kind) {
        if (reader.token() != JsonToken.START_ARRAY) {
            return false;
        }
        reader.array(() -> {
            keep(reader, kind);
            return true;
        });
        return true;
    }

    private void keep(DocumentReader reader, ClientReport.Kind kind) {
        if (reader.token() == JsonToken.START_OBJECT) {
            usage.report(kind, environment.key(), reader.json());
        } else {
            reader.skip();
        }
    }
}
