package dev.jackstaff.edge.upstream;

import dev.jackstaff.edge.backup.Backup;
import dev.jackstaff.protocols.EdgeSetting;
import dev.jackstaff.protocols.EdgeSettings;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** The upstream that this edge was given. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // CDI fills the fields
public class Upstreams {
    private static final Logger LOG = Logger.getLogger(Upstreams.class.getName());

    @Inject
    Instance<Upstream> kinds;

    @Inject
    Backup backup;

    private Upstream chosen;

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        String wanted =
                EdgeSettings.configured().text(EdgeSetting.UPSTREAM_KIND).orElse("grid");
        chosen = kinds.stream()
                .filter(upstream -> upstream.kind().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new DeploymentException(EdgeSetting.UPSTREAM_KIND.property() + " is \"" + wanted
                        + "\"; known are "
                        + kinds.stream().map(Upstream::kind).sorted().collect(Collectors.joining(", "))));
        LOG.log(Level.INFO, "Snapshots come from {0} ({1}).", new Object[] {chosen.kind(), chosen.address()});
        backup.open(chosen.origin());
        chosen.start();
    }

    /** The one that was chosen. */
    public Upstream chosen() {
        return chosen;
    }

    @PreDestroy
    void stop() {
        chosen.stop();
    }
}
