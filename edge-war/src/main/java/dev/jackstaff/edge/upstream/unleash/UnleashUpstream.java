package dev.jackstaff.edge.upstream.unleash;

import dev.jackstaff.edge.upstream.Intake;
import dev.jackstaff.edge.upstream.Upstream;
import dev.jackstaff.edge.upstream.UpstreamErrors;
import dev.jackstaff.edge.upstream.UpstreamExecutor;
import dev.jackstaff.edge.upstream.client.UpstreamClient;
import dev.jackstaff.protocols.environment.LiveEnvironments;
import dev.jackstaff.protocols.environment.PendingKeys;
import dev.jackstaff.protocols.settings.EdgeSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An Unleash server, an Unleash Edge, or a Jackstaff edge, as upstream. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // CDI fills the fields
public class UnleashUpstream implements Upstream {
    private static final int THREADS = 4;

    @Inject
    Intake intake;

    @Inject
    UpstreamErrors errors;

    @Inject
    LiveEnvironments environments;

    @Inject
    PendingKeys pending;

    private final Clock clock;
    private @Nullable UnleashUpstreamSettings settings;
    private @Nullable UpstreamClient client;
    private @Nullable UnleashFollower follower;

    /** An upstream with the system's clock. */
    public UnleashUpstream() {
        this(Clock.systemUTC());
    }

    UnleashUpstream(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "unleash";
    }

    @Override
    public String address() {
        return settings().url();
    }

    @Override
    public synchronized Optional<String> usageKey(String environment) {
        return follower == null ? Optional.empty() : follower.usageToken(environment);
    }

    /** Tokens are known once the server has validated them. */
    @Override
    public boolean learnsUsageKeys() {
        return true;
    }

    @Override
    public synchronized void start() {
        UnleashUpstreamSettings configured = settings();
        UpstreamClient created = new UpstreamClient(EdgeSettings.configured(), configured.connectTimeout());
        client = created;
        UnleashApiClient server = new UnleashApiClient(configured, created, clock.instant());
        UnleashFollower started = new UnleashFollower(
                configured,
                server,
                configured.usesStreaming() ? new ChangeStreams(server::openChangeStream, errors) : ChangeFeed.NONE,
                new UnleashSnapshots(configured.url(), intake, environments, clock),
                errors,
                new UpstreamExecutor("jackstaff-unleash", THREADS));
        environments.setUnknownKeyResolver(started::resolve);
        pending.setDecider(started.decisions()::await);
        if (configured.configuredTokens().isEmpty() && configured.validatesUnknownTokens()) {
            environments.markOnDemand();
        }
        started.start();
        follower = started;
    }

    @Override
    public synchronized Optional<UpstreamClient> client() {
        return Optional.ofNullable(client);
    }

    @Override
    public synchronized void stop() {
        if (follower != null) {
            follower.stop();
        }
    }

    @Override
    public synchronized boolean connected() {
        return follower != null && follower.connected();
    }

    private synchronized UnleashUpstreamSettings settings() {
        if (settings == null) {
            settings = UnleashUpstreamSettings.of(EdgeSettings.configured());
        }
        return settings;
    }
}
