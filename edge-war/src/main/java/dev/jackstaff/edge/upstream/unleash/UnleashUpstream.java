package dev.jackstaff.edge.upstream.unleash;

import dev.jackstaff.edge.upstream.Intake;
import dev.jackstaff.edge.upstream.Upstream;
import dev.jackstaff.edge.upstream.UpstreamErrors;
import dev.jackstaff.edge.upstream.client.UpstreamClient;
import dev.jackstaff.protocols.environment.LiveEnvironments;
import dev.jackstaff.protocols.settings.EdgeSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An Unleash server, an Unleash Edge, or a Jackstaff edge, as upstream. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // CDI fills the fields
public class UnleashUpstream implements Upstream {
    @Inject
    Intake intake;

    @Inject
    UpstreamErrors errors;

    @Inject
    LiveEnvironments environments;

    private @Nullable UnleashUpstreamSettings settings;
    private @Nullable UpstreamClient client;
    private @Nullable UnleashFollower follower;

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

    @Override
    public synchronized void start() {
        UpstreamClient created =
                new UpstreamClient(EdgeSettings.configured(), settings().connectTimeout());
        client = created;
        UnleashApiClient server = new UnleashApiClient(settings(), created);
        UnleashSnapshots snapshots = new UnleashSnapshots(settings().url(), intake, environments);
        follower = new UnleashFollower(settings(), server, snapshots, environments, errors);
        follower.start();
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
