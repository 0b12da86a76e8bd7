package dev.jackstaff.edge.upstream.unleash;

import dev.jackstaff.edge.upstream.Failures;
import dev.jackstaff.edge.upstream.Intake;
import dev.jackstaff.edge.upstream.Upstream;
import dev.jackstaff.protocols.EdgeSettings;
import dev.jackstaff.protocols.LiveEnvironments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An Unleash server, an Unleash Edge, or an edge of ours that acts as one. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // CDI fills the fields
public class UnleashUpstream implements Upstream {
    @Inject
    Intake intake;

    @Inject
    Failures failures;

    @Inject
    LiveEnvironments environments;

    private @Nullable UnleashSettings settings;
    private @Nullable Following following;

    @Override
    public String kind() {
        return "unleash";
    }

    @Override
    public String address() {
        return settings().url();
    }

    @Override
    public synchronized Optional<String> key(String environment) {
        return following == null ? Optional.empty() : following.key(environment);
    }

    @Override
    public synchronized void start() {
        Deliveries deliveries = new Deliveries(settings().url(), intake, environments);
        following = new Following(settings(), deliveries, environments, failures);
        following.start();
    }

    @Override
    public synchronized void stop() {
        if (following != null) {
            following.stop();
        }
    }

    @Override
    public synchronized boolean connected() {
        return following != null && following.connected();
    }

    private synchronized UnleashSettings settings() {
        if (settings == null) {
            settings = UnleashSettings.of(EdgeSettings.configured());
        }
        return settings;
    }
}
