package dev.jackstaff.edge.metrics;

import io.prometheus.metrics.core.datapoints.CounterDataPoint;
import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** The count and duration metrics of requests. */
final class RequestMetrics {
    private static final double[] BUCKET_UPPER_BOUNDS = {
        0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5
    };

    private final LongAdder total = new LongAdder();
    private final Counter answeredByStatus;
    private final Map<RequestProtocol, Map<Integer, CounterDataPoint>> countersByStatus =
            new EnumMap<>(RequestProtocol.class);
    private final Map<RequestProtocol, DistributionDataPoint> durations = new EnumMap<>(RequestProtocol.class);

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
        for (RequestProtocol protocol : RequestProtocol.values()) {
            countersByStatus.put(protocol, new ConcurrentHashMap<>());
            durations.put(protocol, seconds.labelValues(protocol.label()));
        }
    }

    long count() {
        return total.sum();
    }

    void recordRequest(String path, int status, long nanos) {
        total.increment();
        RequestProtocol protocol = RequestProtocol.of(path);
        countersByStatus
                .getOrDefault(protocol, Map.of())
                .computeIfAbsent(status, code -> answeredByStatus.labelValues(protocol.label(), Integer.toString(code)))
                .inc();
        DistributionDataPoint duration = durations.get(protocol);
        if (duration != null) {
            duration.observe(nanos / (double) TimeUnit.SECONDS.toNanos(1));
        }
    }
}
