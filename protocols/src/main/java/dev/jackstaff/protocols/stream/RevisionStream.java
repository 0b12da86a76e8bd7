package dev.jackstaff.protocols.stream;

import dev.jackstaff.protocols.environment.ServedEnvironment;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A stream that sends one event per revision, upon which clients fetch the flags themselves. The current revision is
 * announced on connection, unless the client has received it already.
 */
public abstract class RevisionStream extends EnvironmentStream {
    private static final byte[] NOTHING = {};
    private static final byte[] HEARTBEAT = bytes(":\n\n");
    private static final byte[] OPENING = bytes("retry: 2000\n:\n\n");

    private final @Nullable String lastEventId;
    private final Duration heartbeatInterval;
    private final BooleanSupplier admitted;
    private long lastRevisionSent = -1;

    /**
     * A stream of one environment's revisions.
     *
     * @param environment {@code project/environment}
     * @param lastEventId the id of the last event that the client received; null if it received none
     * @param heartbeatInterval the heartbeat interval
     * @param admitted whether the client may stay connected
     */
    protected RevisionStream(
            String environment, @Nullable String lastEventId, Duration heartbeatInterval, BooleanSupplier admitted) {
        super(environment);
        this.lastEventId = lastEventId;
        this.heartbeatInterval = heartbeatInterval;
        this.admitted = admitted;
    }

    /** The event of a revision. */
    protected abstract Event event(ServedEnvironment now);

    /**
     * The event of the current revision; a change may have occurred between the client's request for flags and this
     * one.
     */
    @Override
    public final byte[] initialEvents(ServedEnvironment now) {
        if (event(now).id().equals(lastEventId)) {
            lastRevisionSent = now.revision();
            return OPENING;
        }
        byte[] events = update(now);
        byte[] opening = new byte[OPENING.length + events.length];
        System.arraycopy(OPENING, 0, opening, 0, OPENING.length);
        System.arraycopy(events, 0, opening, OPENING.length, events.length);
        return opening;
    }

    @Override
    public final byte[] update(ServedEnvironment now) {
        if (now.revision() == lastRevisionSent) {
            return NOTHING;
        }
        lastRevisionSent = now.revision();
        return event(now).frame();
    }

    @Override
    public final byte[] heartbeat() {
        return HEARTBEAT;
    }

    @Override
    public final Duration heartbeatInterval() {
        return heartbeatInterval;
    }

    @Override
    public final boolean isAdmitted() {
        return admitted.getAsBoolean();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * An event as it is sent. Each protocol has its own class for it, so that it is made once per revision: see {@link
     * ServedEnvironment#view}.
     */
    protected interface Event {
        /** The id that a reconnecting client sends back. */
        String id();

        /** The whole event, in the format of server-sent events. */
        byte[] frame();

        /** An event in the format of server-sent events; none of the three may contain a line break. */
        static byte[] frame(String id, String name, String data) {
            return bytes("id: " + id + "\nevent: " + name + "\ndata: " + data + "\n\n");
        }
    }
}
