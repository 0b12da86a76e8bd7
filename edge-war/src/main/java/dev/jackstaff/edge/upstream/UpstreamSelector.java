package dev.jackstaff.edge.upstream;

import dev.jackstaff.edge.backup.Backup;
import dev.jackstaff.edge.settings.UpstreamKind;
import dev.jackstaff.protocols.environment.Readiness;
import dev.jackstaff.protocols.settings.EdgeSettings;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The selector of the configured upstream. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // CDI fills the fields
public class UpstreamSelector {
    private static final Logger LOG = Logger.getLogger(UpstreamSelector.class.getName());

    @Inject
    Instance<Upstream> upstreams;

    @Inject
    Backup backup;

    @Inject
    Intake intake;

    @Inject
    Readiness readiness;

    private Upstream selected;

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        String kind = UpstreamKind.of(EdgeSettings.configured()).key();
        selected = upstreams.stream()
                .filter(upstream -> upstream.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new DeploymentException("There is no upstream of kind " + kind));
        LOG.log(Level.INFO, "Snapshots come from {0} ({1}).", new Object[] {selected.kind(), selected.address()});
        backup.restore(selected.origin(), intake::restore);
        selected.start();
        readiness.setHealthyAge(HealthGrace.of(EdgeSettings.configured()).healthyAge(selected));
    }

    /** The selected upstream. */
    public Upstream selected() {
        return selected;
    }

    @PreDestroy
    void stop() {
        selected.stop();
    }
}
