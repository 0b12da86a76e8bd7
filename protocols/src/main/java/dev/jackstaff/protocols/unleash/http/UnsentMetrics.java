package dev.jackstaff.protocols.unleash.http;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.protocols.usage.Usage;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What was counted of one environment, by application and feature, in the form in which edges of Unleash hand it on. */
final class UnsentMetrics {
    private UnsentMetrics() {}

    /** Who was answered about what. */
    private record Asked(String application, String feature) {}

    private static final class Counts {
        private long yes;
        private long no;
        private final SortedMap<String, Long> variants = new TreeMap<>();

        void add(Usage.Counted counted, long times) {
            if (counted.enabled()) {
                yes += times;
            } else {
                no += times;
            }
            if (!counted.variant().isEmpty()) {
                variants.merge(counted.variant(), times, Long::sum);
            }
        }
    }

    /** The counts since this process began, as of the current hour. */
    static byte[] of(Snapshot snapshot, Usage usage, Instant now) {
        SortedMap<Asked, Counts> counts =
                new TreeMap<>(Comparator.comparing(Asked::application).thenComparing(Asked::feature));
        for (Map.Entry<Usage.Counted, Long> count : usage.counts().entrySet()) {
            Usage.Counted counted = count.getKey();
            if (counted.environment().equals(snapshot.key()) && count.getValue() > 0) {
                counts.computeIfAbsent(new Asked(counted.application(), counted.flag()), absent -> new Counts())
                        .add(counted, count.getValue());
            }
        }
        String hour = now.truncatedTo(ChronoUnit.HOURS).toString();
        return Json.bytes(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("applications");
            json.writeEndArray();
            json.writeArrayFieldStart("metrics");
            for (Map.Entry<Asked, Counts> entry : counts.entrySet()) {
                json.writeStartObject();
                json.writeStringField("featureName", entry.getKey().feature());
                json.writeStringField("appName", entry.getKey().application());
                json.writeStringField("environment", snapshot.environment());
                json.writeStringField("timestamp", hour);
                write(entry.getValue(), json);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("impactMetrics");
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void write(Counts counts, JsonGenerator json) throws IOException {
        json.writeNumberField("yes", counts.yes);
        json.writeNumberField("no", counts.no);
        json.writeObjectFieldStart("variants");
        for (Map.Entry<String, Long> variant : counts.variants.entrySet()) {
            json.writeNumberField(variant.getKey(), variant.getValue());
        }
        json.writeEndObject();
    }
}
