package dev.jackstaff.edge.usage;

import dev.jackstaff.engine.usage.EvaluationCount;
import dev.jackstaff.engine.usage.UsageBatch;
import dev.jackstaff.engine.usage.UsageEntry;
import dev.jackstaff.protocols.json.JsonBytes;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The usage of one environment in the form of Flagsmith's analytics: evaluation counts by flag. */
final class FlagsmithAnalytics {
    /** The greatest number that Flagsmith takes; it ignores a greater one. */
    private static final long MAX_COUNT = Integer.MAX_VALUE;

    private FlagsmithAnalytics() {}

    /** The request bodies: one, or none if nothing was evaluated. */
    static List<byte[]> of(String environment, UsageBatch batch) {
        Map<String, Long> counts = new TreeMap<>();
        for (UsageEntry entry : batch.entries()) {
            if (entry.environment().equals(environment)) {
                counts.merge(entry.flag(), entry.evaluations(), EvaluationCount::sum);
            }
        }
        return counts.isEmpty()
                ? List.of()
                : List.of(JsonBytes.object(json -> {
                    for (Map.Entry<String, Long> count : counts.entrySet()) {
                        json.writeNumberField(count.getKey(), Math.min(MAX_COUNT, count.getValue()));
                    }
                }));
    }
}
