package dev.jackstaff.protocols.unleash.http;

import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.engine.usage.EvaluationCount;
import dev.jackstaff.protocols.usage.UsageCounter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The metrics of one environment in Prometheus' text format 0.0.4, under the names that Unleash's edges use. */
final class PrometheusExposition {
    static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private PrometheusExposition() {}

    static byte[] of(Snapshot snapshot, UsageCounter usage) {
        StringBuilder text = new StringBuilder();
        text.append("# TYPE feature_toggle_usage_total counter\n");
        lines(snapshot, usage).forEach((line, count) -> text.append("feature_toggle_usage_total")
                .append(line)
                .append(' ')
                .append(count)
                .append('\n'));
        String of = "{environment=" + quoted(snapshot.environment()) + ",projects=" + quoted(snapshot.project()) + "} ";
        text.append("# TYPE polling_revision_id gauge\npolling_revision_id")
                .append(of)
                .append(snapshot.revision())
                .append("\n# TYPE delta_revision_id gauge\ndelta_revision_id")
                .append(of)
                .append(snapshot.revision())
                .append('\n');
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static SortedMap<String, Long> lines(Snapshot snapshot, UsageCounter usage) {
        SortedMap<String, Long> lines = new TreeMap<>();
        for (Map.Entry<UsageCounter.CounterKey, Long> count : usage.counts().entrySet()) {
            UsageCounter.CounterKey counted = count.getKey();
            if (counted.environment().equals(snapshot.key())) {
                String labels = "{appName=" + quoted(counted.application()) + ",toggle=" + quoted(counted.flag())
                        + ",active=\"" + counted.enabled() + "\"}";
                lines.merge(labels, count.getValue(), EvaluationCount::sum);
            }
        }
        return lines;
    }

    private static String quoted(String label) {
        return '"' + label.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
