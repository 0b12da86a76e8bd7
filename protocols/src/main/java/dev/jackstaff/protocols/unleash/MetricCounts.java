package dev.jackstaff.protocols.unleash;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.jackstaff.engine.usage.EvaluationCount;
import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The numbers of a feature's evaluations in Unleash's metrics: on, off, and by variant. */
public final class MetricCounts {
    private long yes;
    private long no;
    private final SortedMap<String, Long> variants = new TreeMap<>();

    /**
     * Adds a number of evaluations.
     *
     * @param variant its name; empty for none
     */
    public void add(boolean enabled, String variant, long times) {
        if (enabled) {
            yes = EvaluationCount.sum(yes, times);
        } else {
            no = EvaluationCount.sum(no, times);
        }
        if (!variant.isEmpty()) {
            variants.merge(variant, times, EvaluationCount::sum);
        }
    }

    /** Writes the members {@code yes}, {@code no} and {@code variants} into an object. */
    public void write(JsonGenerator json) throws IOException {
        json.writeNumberField("yes", yes);
        json.writeNumberField("no", no);
        json.writeObjectFieldStart("variants");
        for (Map.Entry<String, Long> variant : variants.entrySet()) {
            json.writeNumberField(variant.getKey(), variant.getValue());
        }
        json.writeEndObject();
    }
}
