package dev.jackstaff.api.usage;

import dev.jackstaff.domain.usage.boundary.UsageRecorder;
import dev.jackstaff.engine.usage.UsageBatch;
import dev.jackstaff.protocols.usage.UsageIntake;
import dev.jackstaff.protocols.usage.UsageReceiver;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The receiver of usage batches from edges, which stores them; edges keep what cannot be stored. */
@ApplicationScoped
public class EdgeUsageRecorder implements UsageIntake {
    private static final Logger LOG = Logger.getLogger(EdgeUsageRecorder.class.getName());

    @Inject
    UsageRecorder recorder;

    @Inject
    UsageReceiver reception;

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        reception.setIntake(this);
    }

    @Override
    public IntakeResult store(UsageBatch batch, byte[] document) {
        try {
            boolean news = recorder.record(batch);
            Object[] details = {batch.sequence(), batch.edge(), news ? "new" : "known"};
            LOG.log(Level.FINE, "The batch of usage {0} of {1} is {2}.", details);
            return IntakeResult.STORED;
        } catch (RuntimeException unavailable) {
            LOG.log(Level.WARNING, "Usage of " + batch.edge() + " cannot be taken now.", unavailable);
            return IntakeResult.RETRY_LATER;
        }
    }
}
