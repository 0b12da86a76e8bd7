package dev.jackstaff.protocols.fleet;

import dev.jackstaff.engine.fleet.EdgeStatus;
import dev.jackstaff.engine.fleet.StatusDocument;
import dev.jackstaff.engine.snapshot.DocumentException;
import dev.jackstaff.engine.snapshot.DocumentReader;
import dev.jackstaff.protocols.LiveEnvironments;
import dev.jackstaff.protocols.Problem;
import dev.jackstaff.protocols.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers edges that tell of themselves, whatever carries it. Where it goes the host says when it starts. */
@ApplicationScoped
public class FleetReception {
    private final LiveEnvironments environments;
    private volatile FleetIntake intake = statuses -> false;

    @Inject
    public FleetReception(LiveEnvironments environments) {
        this.environments = environments;
    }

    /** For the container's stand-in, which is asked nothing. */
    protected FleetReception() {
        this(new LiveEnvironments());
    }

    /** Has what arrives put there. */
    public void handTo(FleetIntake intake) {
        this.intake = intake;
    }

    /**
     * Takes a list of statuses.
     *
     * @param key of an edge
     */
    public Reply take(@Nullable String key, byte[] body) {
        if (environments.reach(key).isEmpty()) {
            return Problem.ofKey(key, environments);
        }
        try {
            List<EdgeStatus> statuses =
                    DocumentReader.whole(body, reader -> reader.array(() -> StatusDocument.read(reader)));
            return intake.take(statuses)
                    ? Reply.empty(Reply.ACCEPTED)
                    : Problem.later(5, "the status cannot be taken now");
        } catch (DocumentException unfit) {
            return Problem.of(Reply.BAD_REQUEST, String.valueOf(unfit.getMessage()));
        }
    }
}
