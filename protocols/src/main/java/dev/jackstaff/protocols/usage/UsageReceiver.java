package dev.jackstaff.protocols.usage;

import dev.jackstaff.engine.snapshot.DocumentException;
import dev.jackstaff.engine.usage.UsageBatch;
import dev.jackstaff.engine.usage.UsageBatchCodec;
import dev.jackstaff.protocols.environment.LiveEnvironments;
import dev.jackstaff.protocols.http.ProblemReply;
import dev.jackstaff.protocols.http.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Answers edges that send what they counted, whatever carries it. Where it goes the host says when it starts. */
@ApplicationScoped
public class UsageReceiver {
    private static final Logger LOG = Logger.getLogger(UsageReceiver.class.getName());

    private final LiveEnvironments environments;
    private volatile UsageIntake intake = (batch, document) -> UsageIntake.IntakeResult.RETRY_LATER;

    @Inject
    public UsageReceiver(LiveEnvironments environments) {
        this.environments = environments;
    }

    /** For the container's stand-in, which is asked nothing. */
    protected UsageReceiver() {
        this(new LiveEnvironments());
    }

    /** Sets the intake that stores usage batches. */
    public void setIntake(UsageIntake intake) {
        this.intake = intake;
    }

    /**
     * Takes a batch. An edge speaks of the environments that its key opens and of no others: what it counted elsewhere is
     * dropped, as soon as it is certain that its key does not open that.
     *
     * @param key of an edge
     */
    public Reply receive(@Nullable String key, byte[] body) {
        Set<String> reach = environments.reachableEnvironments(key);
        if (reach.isEmpty()) {
            return ProblemReply.ofUnknownKey(key, environments);
        }
        try {
            UsageBatch batch = UsageBatchCodec.read(body);
            if (batch.isWithin(reach::contains)) {
                return answer(intake.store(batch, body));
            }
            if (!environments.isComplete()) {
                return ProblemReply.notReady();
            }
            UsageBatch kept = batch.restrictedTo(reach::contains);
            Object[] details = {kept.dropped() - batch.dropped(), batch.edge()};
            LOG.log(
                    Level.WARNING,
                    "{0} evaluations are dropped: the key of {1} does not open where they were.",
                    details);
            return answer(intake.store(kept, UsageBatchCodec.write(kept)));
        } catch (DocumentException unfit) {
            return ProblemReply.of(Reply.BAD_REQUEST, String.valueOf(unfit.getMessage()));
        }
    }

    private static Reply answer(UsageIntake.IntakeResult outcome) {
        return outcome == UsageIntake.IntakeResult.STORED
                ? Reply.empty(Reply.ACCEPTED)
                : ProblemReply.retryLater(5, "usage cannot be taken now");
    }
}
