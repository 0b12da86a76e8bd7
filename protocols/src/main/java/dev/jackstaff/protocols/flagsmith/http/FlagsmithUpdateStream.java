package dev.jackstaff.protocols.flagsmith.http;

import dev.jackstaff.protocols.environment.ServedEnvironment;
import dev.jackstaff.protocols.stream.RevisionStream;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The stream of a Flagsmith client: the time of the environment's last change, at once and after each change. A client
 * with older flags fetches them again; it compares the time with the {@code X-Flagsmith-Document-Updated-At} header of
 * its flags.
 */
final class FlagsmithUpdateStream extends RevisionStream {
    private static final Duration HEARTBEAT_INTERVAL = Duration.ofSeconds(15);

    /**
     * A stream for one client.
     *
     * @param lastEventId the id of the last event that the client received; null if it received none
     */
    FlagsmithUpdateStream(String environment, @Nullable String lastEventId, BooleanSupplier admitted) {
        super(environment, lastEventId, HEARTBEAT_INTERVAL, admitted);
    }

    @Override
    protected Event event(ServedEnvironment now) {
        return now.view(Update.class, Update::of);
    }

    /**
     * The event of a revision.
     *
     * @param id unique per revision, also after the environment was recreated
     */
    @SuppressWarnings("ArrayRecordComponent") // written once, and changed by nobody
    private record Update(String id, byte[] frame) implements Event {
        static Update of(ServedEnvironment served) {
            String id = served.snapshot().environmentId() + ":" + served.revision();
            String seconds = FeatureListView.of(served).updatedAt();
            return new Update(id, Event.frame(id, "environment_updated", "{\"updated_at\":" + seconds + "}"));
        }
    }
}
