package dev.jackstaff.protocols.unleash.http;

import dev.jackstaff.engine.snapshot.Credential;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.protocols.environment.LiveEnvironments;
import dev.jackstaff.protocols.environment.Readiness;
import dev.jackstaff.protocols.http.Reply;
import dev.jackstaff.protocols.json.JsonBytes;
import dev.jackstaff.protocols.stream.StreamPublisher;
import dev.jackstaff.protocols.usage.UsageCounter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Unleash Edge's operator API. Health and readiness are public; whatever shows an environment needs a server key, and
 * shows that environment only.
 */
@Dependent
public class BackstageApi {
    private static final Reply HEALTHY = Reply.of(Reply.OK, bytes("{\"status\":\"OK\"}"));
    private static final Reply READY = Reply.of(Reply.OK, bytes("{\"status\":\"READY\"}"));
    private static final Reply NOT_READY = Reply.of(
                    Reply.UNAVAILABLE,
                    bytes("{\"error\":\"not every snapshot has arrived yet\",\"status\":\"NOTREADY\"}"))
            .with("Retry-After", "1");

    private final Readiness readiness;
    private final UsageCounter usage;
    private final UnleashEdgeInstances instances;
    private final IntSupplier streams;
    private final Clock clock;
    private final UnleashAccess access;

    @Inject
    public BackstageApi(
            LiveEnvironments environments,
            Readiness readiness,
            UsageCounter usage,
            UnleashEdgeInstances instances,
            StreamPublisher streams) {
        this(environments, readiness, usage, instances, streams::subscriberCount, Clock.systemUTC());
    }

    BackstageApi(
            LiveEnvironments environments,
            Readiness readiness,
            UsageCounter usage,
            UnleashEdgeInstances instances,
            IntSupplier streams,
            Clock clock) {
        this.readiness = readiness;
        this.usage = usage;
        this.instances = instances;
        this.streams = streams;
        this.clock = clock;
        this.access = new UnleashAccess(environments, Credential.Kind.SERVER);
    }

    Reply health() {
        return HEALTHY;
    }

    Reply ready() {
        return readiness.isReady() ? READY : NOT_READY;
    }

    /** The environment's revision and the usage of its flags, for Prometheus. */
    Reply metrics(@Nullable String key) {
        return access.answerIfGranted(key, granted -> Reply.of(
                        Reply.OK, PrometheusExposition.of(granted.environment().snapshot(), usage))
                .with("Content-Type", PrometheusExposition.CONTENT_TYPE));
    }

    /** The keys of the environment, by their ids: the keys themselves are not stored. */
    Reply tokens(@Nullable String key) {
        return access.answerIfGranted(key, granted -> {
            Snapshot snapshot = granted.environment().snapshot();
            List<UnleashEdgeToken> tokens = snapshot.credentials().stream()
                    .map(credential -> new UnleashEdgeToken(credential.id(), credential.kind(), snapshot))
                    .toList();
            return UnleashEdgeToken.document("tokenValidationStatus", tokens);
        });
    }

    /** The environment's features document, under the environment's name. */
    Reply features(@Nullable String key) {
        return access.answerIfGranted(key, granted -> {
            byte[] document = FeaturesView.require(granted.environment()).bytes();
            return Reply.of(Reply.OK, JsonBytes.document(json -> {
                json.writeStartObject();
                json.writeFieldName(granted.environment().snapshot().environment());
                json.writeRawValue(new String(document, StandardCharsets.UTF_8));
                json.writeEndObject();
            }));
        });
    }

    /** The usage counts of the environment's flags, as Unleash's edges pass them on. */
    Reply metricsBatch(@Nullable String key) {
        return access.answerIfGranted(
                key,
                granted -> Reply.of(
                        Reply.OK, MetricsBatchDocument.of(granted.environment().snapshot(), usage, clock.instant())));
    }

    /** The instance data of this edge, and of those below it that have keys of the environment. */
    Reply instanceData(@Nullable String key) {
        return access.answerIfGranted(
                key,
                granted -> Reply.of(
                        Reply.OK, instances.document(granted.environment().snapshot(), streams.getAsInt())));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
