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
            boolean isNew = recorder.record(batch);
            Object[] details = {batch.sequence(), batch.edge(), isNew ? "stored" : "a duplicate"};
            LOG.log(Level.FINE, "Usage batch {0} of {1}: {2}.", details);
            return IntakeResult.STORED;
        } catch (RuntimeException unavailable) {
            LOG.log(Level.WARNING, "Usage of " + batch.edge() + " cannot be stored now.", unavailable);
            return IntakeResult.RETRY_LATER;
        }
    }
}
