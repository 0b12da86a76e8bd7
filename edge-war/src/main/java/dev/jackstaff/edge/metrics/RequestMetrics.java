package dev.jackstaff.edge.metrics;

import dev.jackstaff.protocols.http.InstalledProtocols;
import io.prometheus.metrics.core.datapoints.CounterDataPoint;
import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/** The count and duration metrics of requests. */
final class RequestMetrics {
    private static final double[] BUCKET_UPPER_BOUNDS = {
        0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5
    };

    private static final List<String> HEALTH_PREFIXES = List.of("/health", "/ready", "/metrics");

    private final LongAdder total = new LongAdder();
    private final Counter answeredByStatus;
    private final List<Series> series;
    private final Series otherPaths;

    RequestMetrics(PrometheusRegistry registry) {
        answeredByStatus = Counter.builder()
                .name("jackstaff_http_requests_total")
                .help("Requests answered, by protocol and status.")
                .labelNames("protocol", "status")
                .register(registry);
        Histogram seconds = Histogram.builder()
                .name("jackstaff_http_request_duration_seconds")
                .help("How long it took to answer, streams left out.")
                .labelNames("protocol")
                .classicOnly()
                .classicUpperBounds(BUCKET_UPPER_BOUNDS)
                .register(registry);
        series = Stream.concat(
                        InstalledProtocols.all().stream()
                                .map(protocol -> Series.of(protocol.label(), protocol.pathPrefixes(), seconds)),
                        Stream.of(Series.of("health", HEALTH_PREFIXES, seconds)))
                .toList();
        otherPaths = Series.of("other", List.of(), seconds);
    }

    long count() {
        return total.sum();
    }

    void recordRequest(String path, int status, long nanos) {
        total.increment();
        Series matching = seriesOf(path);
        matching.counters
                .computeIfAbsent(status, code -> answeredByStatus.labelValues(matching.label, Integer.toString(code)))
                .inc();
        matching.duration.observe(nanos / (double) TimeUnit.SECONDS.toNanos(1));
    }

    private Series seriesOf(String path) {
        for (Series one : series) {
            for (String prefix : one.prefixes) {
                if (path.startsWith(prefix)) {
                    return one;
                }
            }
        }
        return otherPaths;
    }

    /** The measurements of one protocol's requests, told by the beginnings of their paths. */
    private record Series(
            String label,
            List<String> prefixes,
            Map<Integer, CounterDataPoint> counters,
            DistributionDataPoint duration) {
        static Series of(String label, List<String> prefixes, Histogram seconds) {
            return new Series(label, List.copyOf(prefixes), new ConcurrentHashMap<>(), seconds.labelValues(label));
        }
    }
}
