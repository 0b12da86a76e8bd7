package dev.jackstaff.api.usage;

import dev.jackstaff.domain.usage.boundary.UsageReports;
import dev.jackstaff.engine.usage.UsageBatch;
import dev.jackstaff.protocols.usage.UsageIntake;
import dev.jackstaff.protocols.usage.UsageReception;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What edges send goes into the database; where that is not possible, they keep it. */
@ApplicationScoped
public class EdgeUsage implements UsageIntake {
    private static final Logger LOG = Logger.getLogger(EdgeUsage.class.getName());

    @Inject
    UsageReports reports;

    @Inject
    UsageReception reception;

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        reception.handTo(this);
    }

    @Override
    public Outcome take(UsageBatch batch, byte[] document) {
        try {
            boolean news = reports.take(batch);
            Object[] details = {batch.sequence(), batch.edge(), news ? "new" : "known"};
            LOG.log(Level.FINE, "The batch of usage {0} of {1} is {2}.", details);
            return Outcome.TAKEN;
        } catch (RuntimeException unavailable) {
            LOG.log(Level.WARNING, "Usage of " + batch.edge() + " cannot be taken now.", unavailable);
            return Outcome.LATER;
        }
    }
}
