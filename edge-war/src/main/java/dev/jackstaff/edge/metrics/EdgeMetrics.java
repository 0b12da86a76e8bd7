package dev.jackstaff.edge.metrics;

import dev.jackstaff.edge.backup.Backup;
import dev.jackstaff.edge.upstream.Upstream;
import dev.jackstaff.edge.upstream.UpstreamErrors;
import dev.jackstaff.edge.upstream.UpstreamSelector;
import dev.jackstaff.edge.usage.UsageForwarder;
import dev.jackstaff.protocols.environment.Freshness;
import dev.jackstaff.protocols.environment.LiveEnvironments;
import dev.jackstaff.protocols.stream.StreamPublisher;
import dev.jackstaff.protocols.usage.UsageCounter;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The metrics of the edge. Values that other beans hold are read at each scrape. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // CDI fills the fields
public class EdgeMetrics {
    private static final double MILLIS_PER_SECOND = 1_000;

    @Inject
    LiveEnvironments environments;

    @Inject
    Freshness freshness;

    @Inject
    StreamPublisher streams;

    @Inject
    UpstreamSelector upstreamSelector;

    @Inject
    UpstreamErrors errors;

    @Inject
    Backup backup;

    @Inject
    UsageCounter usageCounter;

    @Inject
    UsageForwarder usageForwarder;

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final RequestMetrics requestMetrics = new RequestMetrics(registry);
    private final PrometheusTextFormatWriter writer =
            PrometheusTextFormatWriter.builder().build();

    @PostConstruct
    void register() {
        GaugeWithCallback.builder()
                .name("jackstaff_snapshot_revision")
                .help("The revision that is served.")
                .labelNames("environment")
                .callback(gauge -> environments
                        .environments()
                        .forEach((key, environment) -> gauge.call((double) environment.revision(), key)))
                .register(registry);
        GaugeWithCallback.builder()
                .name("jackstaff_snapshot_age_seconds")
                .help("The time since the source last said that what is served is the newest there is.")
                .labelNames("environment")
                .callback(gauge -> environments.environments().keySet().forEach(key -> freshness
                        .age(key)
                        .ifPresent(age -> gauge.call(age.toMillis() / MILLIS_PER_SECOND, key))))
                .register(registry);
        GaugeWithCallback.builder()
                .name("jackstaff_snapshot_ahead")
                .help("Whether a later revision is served than the upstream has.")
                .labelNames("environment")
                .callback(gauge -> environments
                        .environments()
                        .keySet()
                        .forEach(key -> gauge.call(freshness.ahead().contains(key) ? 1 : 0, key)))
                .register(registry);
        gauge("jackstaff_streams", "Clients that listen to a stream of events.", streams::subscriberCount);
        CounterWithCallback.builder()
                .name("jackstaff_streams_dropped_total")
                .help("Clients of streams that were dropped because they took nothing.")
                .callback(counter -> counter.call((double) streams.droppedCount()))
                .register(registry);
        gauge("jackstaff_upstream_connected", "Whether the upstream answers.", this::connected);
        CounterWithCallback.builder()
                .name("jackstaff_upstream_errors_total")
                .help("How often what the edge has to do with its upstream failed, by what it was.")
                .labelNames("upstream", "kind")
                .callback(counter -> errors.counts()
                        .forEach((kind, count) -> counter.call((double) count, upstreamKind(), kind.label())))
                .register(registry);
        GaugeWithCallback.builder()
                .name("jackstaff_backup_failing")
                .help("Whether snapshots cannot be kept there.")
                .labelNames("store")
                .callback(gauge ->
                        backup.storeStatuses().forEach(store -> gauge.call(store.failing() ? 1 : 0, store.name())))
                .register(registry);
        CounterWithCallback.builder()
                .name("jackstaff_backup_failures_total")
                .help("How often something could not be kept there.")
                .labelNames("store")
                .callback(counter ->
                        backup.storeStatuses().forEach(store -> counter.call((double) store.failures(), store.name())))
                .register(registry);
        CounterWithCallback.builder()
                .name("jackstaff_evaluations_total")
                .help("Evaluations that were counted, here or by clients that report them.")
                .labelNames("environment", "enabled")
                .callback(counter -> usageCounter
                        .totals()
                        .forEach((total, times) ->
                                counter.call((double) times, total.environment(), Boolean.toString(total.enabled()))))
                .register(registry);
        gauge(
                "jackstaff_usage_unsent_batches",
                "Batches of usage that wait to be sent.",
                usageForwarder::queuedBatches);
        gauge(
                "jackstaff_usage_unsent_evaluations",
                "Evaluations that wait to be told of upstream.",
                usageForwarder::queuedEvaluations);
        CounterWithCallback.builder()
                .name("jackstaff_usage_dropped_total")
                .help("Evaluations that were not counted, or thrown away before they could be sent.")
                .callback(counter -> counter.call((double) (usageCounter.dropped() + usageForwarder.lostEvaluations())))
                .register(registry);
        CounterWithCallback.builder()
                .name("jackstaff_reports_dropped_total")
                .help("What clients told of themselves and was thrown away, as there was too much of it.")
                .callback(counter -> counter.call((double) usageCounter.droppedReports()))
                .register(registry);
        JvmMetrics.builder().register(registry);
    }

    private String upstreamKind() {
        return upstreamSelector.selected().kind();
    }

    private int connected() {
        Upstream chosen = upstreamSelector.selected();
        return chosen.connected() ? 1 : 0;
    }

    /** The value of a gauge. */
    @FunctionalInterface
    private interface GaugeValue {
        double get();
    }

    private void gauge(String name, String help, GaugeValue reading) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .callback(gauge -> gauge.call(reading.get()))
                .register(registry);
    }

    /** The number of answered requests since the start of this process. */
    public long requestCount() {
        return requestMetrics.count();
    }

    /** Records an answered request. */
    void recordRequest(String path, int status, long nanos) {
        requestMetrics.recordRequest(path, status, nanos);
    }

    /** All metrics in the Prometheus text format 0.0.4. */
    byte[] scrape() {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try {
            writer.write(text, registry.scrape());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toByteArray();
    }

    String contentType() {
        return writer.getContentType();
    }
}
