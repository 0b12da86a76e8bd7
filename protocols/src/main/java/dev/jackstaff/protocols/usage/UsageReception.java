package dev.jackstaff.protocols.usage;

import dev.jackstaff.engine.snapshot.DocumentException;
import dev.jackstaff.engine.usage.UsageBatch;
import dev.jackstaff.engine.usage.UsageDocument;
import dev.jackstaff.protocols.LiveEnvironments;
import dev.jackstaff.protocols.Problem;
import dev.jackstaff.protocols.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Answers edges that send what they counted, whatever carries it. Where it goes the host says when it starts. */
@ApplicationScoped
public class UsageReception {
    private static final Logger LOG = Logger.getLogger(UsageReception.class.getName());

    private final LiveEnvironments environments;
    private volatile UsageIntake intake = (batch, document) -> UsageIntake.Outcome.LATER;

    @Inject
    public UsageReception(LiveEnvironments environments) {
        this.environments = environments;
    }

    /** For the container's stand-in, which is asked nothing. */
    protected UsageReception() {
        this(new LiveEnvironments());
    }

    /** Has what arrives put there. */
    public void handTo(UsageIntake intake) {
        this.intake = intake;
    }

    /**
     * Takes a batch. An edge speaks of the environments that its key opens and of no others: what it counted elsewhere is
     * dropped, as soon as it is certain that its key does not open that.
     *
     * @param key of an edge
     */
    public Reply take(@Nullable String key, byte[] body) {
        Set<String> reach = environments.reach(key);
        if (reach.isEmpty()) {
            return Problem.ofKey(key, environments);
        }
        try {
            UsageBatch batch = UsageDocument.read(body);
            if (batch.keepsTo(reach::contains)) {
                return answer(intake.take(batch, body));
            }
            if (!environments.isComplete()) {
                return Problem.notYet();
            }
            UsageBatch kept = batch.keptTo(reach::contains);
            Object[] details = {kept.dropped() - batch.dropped(), batch.edge()};
            LOG.log(
                    Level.WARNING,
                    "{0} evaluations are dropped: the key of {1} does not open where they were.",
                    details);
            return answer(intake.take(kept, UsageDocument.write(kept)));
        } catch (DocumentException unfit) {
            return Problem.of(Reply.BAD_REQUEST, String.valueOf(unfit.getMessage()));
        }
    }

    private static Reply answer(UsageIntake.Outcome outcome) {
        return outcome == UsageIntake.Outcome.TAKEN
                ? Reply.empty(Reply.ACCEPTED)
                : Problem.later(5, "usage cannot be taken now");
    }
}
