package dev.jackstaff.protocols.fleet;

import dev.jackstaff.engine.fleet.EdgeStatus;
import dev.jackstaff.engine.fleet.EdgeStatusCodec;
import dev.jackstaff.engine.snapshot.DocumentException;
import dev.jackstaff.engine.snapshot.DocumentReader;
import dev.jackstaff.protocols.environment.LiveEnvironments;
import dev.jackstaff.protocols.http.ProblemReply;
import dev.jackstaff.protocols.http.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The receiver of status reports from edges. The host sets the intake when it starts. */
@ApplicationScoped
public class FleetReceiver {
    private final LiveEnvironments environments;
    private volatile FleetIntake intake = statuses -> false;

    @Inject
    public FleetReceiver(LiveEnvironments environments) {
        this.environments = environments;
    }

    /** For the CDI proxy only. */
    protected FleetReceiver() {
        this(new LiveEnvironments());
    }

    /** Sets the intake that accepts status reports. */
    public void setIntake(FleetIntake intake) {
        this.intake = intake;
    }

    /**
     * Receives a list of status reports.
     *
     * @param key the key of an edge
     */
    public Reply receive(@Nullable String key, byte[] body) {
        if (environments.reach(key).isEmpty()) {
            return ProblemReply.ofUnknownKey(key, environments);
        }
        try {
            List<EdgeStatus> statuses =
                    DocumentReader.readWhole(body, reader -> reader.array(() -> EdgeStatusCodec.read(reader)));
            return intake.accept(statuses)
                    ? Reply.empty(Reply.ACCEPTED)
                    : ProblemReply.retryLater(5, "the status cannot be stored now; retry later");
        } catch (DocumentException invalid) {
            return ProblemReply.of(Reply.BAD_REQUEST, String.valueOf(invalid.getMessage()));
        }
    }
}
