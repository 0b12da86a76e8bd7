package dev.jackstaff.protocols.usage;

import dev.jackstaff.engine.snapshot.DocumentException;
import dev.jackstaff.engine.usage.UsageBatch;
import dev.jackstaff.engine.usage.UsageBatchCodec;
import dev.jackstaff.protocols.environment.EdgeReach;
import dev.jackstaff.protocols.environment.LiveEnvironments;
import dev.jackstaff.protocols.http.ProblemReply;
import dev.jackstaff.protocols.http.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The receiver of usage batches from edges. The host sets the intake when it starts. */
@ApplicationScoped
public class UsageReceiver {
    private static final Logger LOG = Logger.getLogger(UsageReceiver.class.getName());

    private final LiveEnvironments environments;
    private volatile UsageIntake intake = (batch, document) -> UsageIntake.IntakeResult.RETRY_LATER;

    @Inject
    public UsageReceiver(LiveEnvironments environments) {
        this.environments = environments;
    }

    /** For the CDI proxy only. */
    protected UsageReceiver() {
        this(new LiveEnvironments());
    }

    /** Sets the intake that stores usage batches. */
    public void setIntake(UsageIntake intake) {
        this.intake = intake;
    }

    /**
     * Receives a batch. An edge may report only environments that its key reaches: entries of others are dropped, as
     * soon as it is certain that the key does not reach them.
     *
     * @param key the key of an edge
     */
    public Reply receive(@Nullable String key, byte[] body) {
        EdgeReach reach = environments.reach(key);
        if (reach.isEmpty()) {
            return ProblemReply.ofUnknownKey(key, environments);
        }
        try {
            UsageBatch batch = UsageBatchCodec.read(body);
            if (batch.isWithin(reach::contains)) {
                return answer(intake.store(batch, body));
            }
            if (!environments.isComplete() || !batch.isWithin(environment -> !reach.awaits(environment))) {
                return ProblemReply.notReady();
            }
            UsageBatch kept = batch.restrictedTo(reach::contains);
            Object[] details = {kept.dropped() - batch.dropped(), batch.edge()};
            LOG.log(
                    Level.WARNING,
                    "{0} evaluations dropped: edge {1} reported environments its key does not reach.",
                    details);
            return answer(intake.store(kept, UsageBatchCodec.write(kept)));
        } catch (DocumentException invalid) {
            return ProblemReply.of(Reply.BAD_REQUEST, String.valueOf(invalid.getMessage()));
        }
    }

    private static Reply answer(UsageIntake.IntakeResult outcome) {
        return outcome == UsageIntake.IntakeResult.STORED
                ? Reply.empty(Reply.ACCEPTED)
                : ProblemReply.retryLater(5, "usage cannot be stored now; retry later");
    }
}
