package dev.jackstaff.protocols.ofrep;

import dev.jackstaff.protocols.environment.ServedEnvironment;
import dev.jackstaff.protocols.stream.RevisionStream;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The stream of an OFREP provider: a refetchEvaluation event for each revision. */
final class OfrepRefetchStream extends RevisionStream {
    private static final Duration HEARTBEAT_INTERVAL = Duration.ofSeconds(25);

    /**
     * A stream for one client.
     *
     * @param lastEventId the id of the last event that the client received; null if it received none
     */
    OfrepRefetchStream(String environment, @Nullable String lastEventId, BooleanSupplier admitted) {
        super(environment, lastEventId, HEARTBEAT_INTERVAL, admitted);
    }

    @Override
    protected Event event(ServedEnvironment now) {
        return now.view(Refetch.class, Refetch::of);
    }

    /** The event of a revision. It contains the revision's tag, which the client sends back with its next request. */
    @SuppressWarnings("ArrayRecordComponent") // written once, and changed by nobody
    private record Refetch(String id, byte[] frame) implements Event {
        static Refetch of(ServedEnvironment served) {
            String revision = Long.toString(served.revision());
            long changed = served.snapshot().changedAt().getEpochSecond();
            return new Refetch(
                    revision,
                    Event.frame(
                            revision,
                            "message",
                            "{\"type\":\"refetchEvaluation\",\"etag\":\"\\\"" + revision + "\\\"\",\"lastModified\":"
                                    + changed + "}"));
        }
    }
}
