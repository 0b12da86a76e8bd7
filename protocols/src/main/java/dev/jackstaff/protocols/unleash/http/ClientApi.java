package dev.jackstaff.protocols.unleash.http;

import dev.jackstaff.engine.snapshot.Credential;
import dev.jackstaff.protocols.environment.EnvironmentAccess;
import dev.jackstaff.protocols.http.Reply;
import dev.jackstaff.protocols.usage.UsageCounter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Unleash's client API, for SDKs that evaluate locally. Server keys only, because documents contain rules. */
@Dependent
public class ClientApi {
    /** The version of this edge. */
    static final String VERSION = Optional.ofNullable(
                    ClientApi.class.getPackage().getImplementationVersion())
            .orElse("development");
    /** The response to accepted reports: Unleash's edges answer a JSON null, and some clients parse it. */
    private static final Reply ACCEPTED = Reply.of(Reply.ACCEPTED, "null".getBytes(StandardCharsets.UTF_8));

    private static final Reply LICENSED =
            Reply.of(Reply.OK, "{\"edgeLicenseState\":\"Valid\"}".getBytes(StandardCharsets.UTF_8));
    private static final Reply REGISTERED = Reply.empty(Reply.ACCEPTED).with("X-Edge-Version", VERSION);

    private final UnleashAccess access;
    private final UsageCounter usage;
    private final ClientReports reports;
    private final UnleashEdgeInstances instances;

    @Inject
    public ClientApi(EnvironmentAccess environments, UsageCounter usage, UnleashEdgeInstances instances) {
        this.access = new UnleashAccess(environments, Credential.Kind.SERVER);
        this.usage = usage;
        this.reports = new ClientReports(access, usage, ACCEPTED);
        this.instances = instances;
    }

    /**
     * The environment as a features document.
     *
     * @param prefix of the names of the features; null for all
     */
    Reply features(@Nullable String key, @Nullable String prefix, Negotiation wanted) {
        return access.answerIfGranted(
                key, granted -> FeaturesView.require(granted.environment()).features(prefix, wanted));
    }

    /** One feature of the document. */
    Reply feature(@Nullable String key, String name, Negotiation wanted) {
        return access.answerIfGranted(
                key, granted -> FeaturesView.require(granted.environment()).feature(name, wanted));
    }

    /** The changes since the revision that the tag names; the full state if it names none. */
    Reply delta(@Nullable String key, @Nullable String prefix, Negotiation wanted) {
        DeltaView.ClientState known = DeltaView.ClientState.of(RevisionTag.parse(wanted.ifNoneMatch()), prefix);
        return access.answerIfGranted(key, granted -> {
            FeaturesView.require(granted.environment());
            return DeltaView.of(granted.environment()).answer(known, wanted);
        });
    }

    /** Accepts the registration of an SDK, which is reported upstream only. */
    Reply register(@Nullable String key, RequestPayload body) {
        return reports.register(key, body, REGISTERED);
    }

    /** Counts the metrics of an SDK. */
    Reply metrics(@Nullable String key, String sdk, RequestPayload body) {
        return reports.metrics(key, sdk, body);
    }

    /** Counts the metrics that another edge gathered; those of other environments are dropped. */
    Reply bulkMetrics(@Nullable String key, RequestPayload body) {
        return access.answerIfGranted(key, granted -> {
            String own = granted.environment().snapshot().environment();
            byte[] bytes = body.bytes();
            List<UnleashUsageReport> reports = UnleashUsageReader.ofEdge(bytes).stream()
                    .filter(report -> report.environment() == null || own.equals(report.environment()))
                    .toList();
            UnleashUsageReport.countAll(reports, usage, granted, "");
            new ClientReportRecorder(granted.environment(), usage).recordMetrics(bytes);
            return ACCEPTED;
        });
    }

    /** Stores the instance data of another edge. */
    Reply edgeMetrics(@Nullable String key, RequestPayload body) {
        return access.answerIfGranted(key, granted -> {
            instances.store(granted.environment().snapshot().key(), body.bytes());
            return ACCEPTED;
        });
    }

    /** The licence heartbeat of commercial Unleash edges; always valid. */
    Reply heartbeat(@Nullable String key) {
        return access.answerIfGranted(key, granted -> LICENSED);
    }

    /** An error response in Unleash's form, for requests that reach no handler. */
    public static Reply failure(int status, String reason) {
        return UnleashAccess.failure(status, reason);
    }
}
