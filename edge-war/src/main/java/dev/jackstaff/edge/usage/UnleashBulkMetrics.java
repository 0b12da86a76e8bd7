package dev.jackstaff.edge.usage;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.jackstaff.engine.EnvironmentAddress;
import dev.jackstaff.engine.JsonText;
import dev.jackstaff.engine.usage.ClientReport;
import dev.jackstaff.engine.usage.UsageBatch;
import dev.jackstaff.engine.usage.UsageEntry;
import dev.jackstaff.protocols.json.JsonBytes;
import dev.jackstaff.protocols.unleash.MetricCounts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The usage of one environment in the form of Unleash's bulk metrics. */
final class UnleashBulkMetrics {
    /** The size limit of a request in bytes. */
    static final int MAX_REQUEST_BYTES = 95 * 1_024;

    private UnleashBulkMetrics() {}

    /** The key by which Unleash groups counts: feature, application and hour. */
    private record MetricKey(String feature, String application, Instant hour) {}

    /** An element of one of the document's lists. */
    @SuppressWarnings("ArrayRecordComponent") // written once, never compared
    private record ListElement(String list, byte[] json) {}

    /** The request bodies; always the same for the same batch. */
    static List<byte[]> of(String environment, UsageBatch batch) {
        String name = EnvironmentAddress.parse(environment).environment();
        List<ListElement> elements = new ArrayList<>();
        for (ClientReport report : batch.reports()) {
            if (report.environment().equals(environment)) {
                elements.add(element(report, name));
            }
        }
        metrics(environment, batch)
                .forEach((metric, counts) -> elements.add(
                        new ListElement("metrics", JsonBytes.object(json -> write(json, name, metric, counts)))));
        return pack(elements);
    }

    private static Map<MetricKey, MetricCounts> metrics(String environment, UsageBatch batch) {
        Map<MetricKey, MetricCounts> metrics = new LinkedHashMap<>();
        for (UsageEntry entry : batch.entries()) {
            if (entry.environment().equals(environment)) {
                metrics.computeIfAbsent(
                                new MetricKey(entry.flag(), entry.application(), entry.hour()),
                                metric -> new MetricCounts())
                        .add(entry.enabled(), entry.variant(), entry.evaluations());
            }
        }
        return metrics;
    }

    private static void write(JsonGenerator json, String environment, MetricKey metric, MetricCounts counts)
            throws IOException {
        json.writeStringField("featureName", metric.feature());
        json.writeStringField("appName", metric.application().isEmpty() ? "jackstaff-edge" : metric.application());
        json.writeStringField("environment", environment);
        json.writeStringField("timestamp", metric.hour().toString());
        counts.write(json);
    }

    private static ListElement element(ClientReport report, String environment) {
        return switch (report.kind()) {
            case UNLEASH_APPLICATION -> new ListElement("applications", inEnvironment(report.document(), environment));
            case UNLEASH_IMPACT ->
                new ListElement("impactMetrics", report.document().json().getBytes(StandardCharsets.UTF_8));
        };
    }

    /** A client's application report, with the environment of its token. */
    private static byte[] inEnvironment(JsonText application, String environment) {
        return JsonBytes.object(json -> {
            try (JsonParser parser = JsonText.FACTORY.createParser(application.json())) {
                parser.nextToken();
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String name = parser.currentName();
                    parser.nextToken();
                    if (name.equals("environment")) {
                        parser.skipChildren();
                    } else {
                        json.writeFieldName(name);
                        json.copyCurrentStructure(parser);
                    }
                }
            }
            json.writeStringField("environment", environment);
        });
    }

    private static List<byte[]> pack(List<ListElement> elements) {
        List<byte[]> bodies = new ArrayList<>();
        List<ListElement> batch = new ArrayList<>();
        int size = 0;
        for (ListElement element : elements) {
            if (!batch.isEmpty() && size + element.json().length + 100 > MAX_REQUEST_BYTES) {
                bodies.add(body(batch));
                batch.clear();
                size = 0;
            }
            batch.add(element);
            size += element.json().length + 1;
        }
        if (!batch.isEmpty()) {
            bodies.add(body(batch));
        }
        return bodies;
    }

    private static byte[] body(List<ListElement> elements) {
        return JsonBytes.object(json -> {
            for (String list : new String[] {"applications", "metrics", "impactMetrics"}) {
                json.writeArrayFieldStart(list);
                for (ListElement element : elements) {
                    if (element.list().equals(list)) {
                        json.writeRawValue(new String(element.json(), StandardCharsets.UTF_8));
                    }
                }
                json.writeEndArray();
            }
        });
    }
}
