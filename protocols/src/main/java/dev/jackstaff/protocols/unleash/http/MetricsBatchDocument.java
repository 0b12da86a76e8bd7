package dev.jackstaff.protocols.unleash.http;

import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.protocols.json.JsonBytes;
import dev.jackstaff.protocols.unleash.MetricCounts;
import dev.jackstaff.protocols.usage.UsageCounter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The metrics batch of one environment, as Unleash's edges hand it on. */
final class MetricsBatchDocument {
    private MetricsBatchDocument() {}

    /** The key of a metric: application and feature. */
    private record MetricKey(String application, String feature) {}

    /** The counts since the start of this process, as of the current hour. */
    static byte[] of(Snapshot snapshot, UsageCounter usage, Instant now) {
        SortedMap<MetricKey, MetricCounts> counts =
                new TreeMap<>(Comparator.comparing(MetricKey::application).thenComparing(MetricKey::feature));
        for (Map.Entry<UsageCounter.CounterKey, Long> count : usage.counts().entrySet()) {
            UsageCounter.CounterKey counted = count.getKey();
            if (counted.environment().equals(snapshot.key()) && count.getValue() > 0) {
                counts.computeIfAbsent(
                                new MetricKey(counted.application(), counted.flag()), absent -> new MetricCounts())
                        .add(counted.enabled(), counted.variant(), count.getValue());
            }
        }
        String hour = now.truncatedTo(ChronoUnit.HOURS).toString();
        return JsonBytes.document(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("applications");
            json.writeEndArray();
            json.writeArrayFieldStart("metrics");
            for (Map.Entry<MetricKey, MetricCounts> entry : counts.entrySet()) {
                json.writeStartObject();
                json.writeStringField("featureName", entry.getKey().feature());
                json.writeStringField("appName", entry.getKey().application());
                json.writeStringField("environment", snapshot.environment());
                json.writeStringField("timestamp", hour);
                entry.getValue().write(json);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("impactMetrics");
            json.writeEndArray();
            json.writeEndObject();
        });
    }
}
