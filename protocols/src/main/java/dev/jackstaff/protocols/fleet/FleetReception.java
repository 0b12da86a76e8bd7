package dev.jackstaff.protocols.fleet;

import dev.jackstaff.engine.fleet.EdgeStatus;
import dev.jackstaff.engine.fleet.StatusDocument;
import dev.jackstaff.engine.snapshot.DocumentException;
import dev.jackstaff.engine.snapshot.DocumentReader;
import dev.jackstaff.protocols.JsonBytes;
import dev.jackstaff.protocols.LiveEnvironments;
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
            return environments.isReady()
                    ? failure(Reply.UNAUTHORIZED, "the key of an edge is needed")
                    : failure(Reply.UNAVAILABLE, "not every snapshot has arrived yet");
        }
        try {
            List<EdgeStatus> statuses =
                    DocumentReader.whole(body, reader -> reader.array(() -> StatusDocument.read(reader)));
            return intake.take(statuses)
                    ? Reply.empty(Reply.ACCEPTED)
                    : failure(Reply.UNAVAILABLE, "the status cannot be taken now");
        } catch (DocumentException unfit) {
            return failure(Reply.BAD_REQUEST, String.valueOf(unfit.getMessage()));
        }
    }

    private static Reply failure(int status, String detail) {
        return Reply.of(status, JsonBytes.object(json -> {
                    json.writeStringField("title", status == Reply.UNAVAILABLE ? "Not now" : "Refused");
                    json.writeNumberField("status", status);
                    json.writeStringField("detail", detail);
                }))
                .with("Content-Type", "application/problem+json");
    }
}
