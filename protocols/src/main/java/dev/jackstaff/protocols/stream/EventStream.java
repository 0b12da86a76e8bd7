package dev.jackstaff.protocols.stream;

import dev.jackstaff.protocols.environment.LiveEnvironments;
import java.time.Duration;

/**
 * The server-sent events (HTML Standard, 9.2) of one connected client: the current state of what it follows, not a
 * queue. Its methods are called sequentially, never concurrently, except {@link #concerns}.
 */
public interface EventStream {
    /**
     * Whether the client must be notified when this environment, {@code project/environment}, changes or is withdrawn.
     */
    boolean concerns(String environment);

    /** The events for a client that has just connected. */
    byte[] initialEvents(LiveEnvironments now);

    /**
     * The events after one or more changes that concern the client.
     *
     * @return empty if there is nothing to send
     */
    byte[] update(LiveEnvironments now);

    /** The bytes that are sent when there is nothing else, so that the connection is seen to stand. */
    byte[] heartbeat(LiveEnvironments now);

    /** The silence after which a heartbeat is sent. */
    Duration heartbeatInterval();

    /** Whether the client may stay connected; checked before anything is sent. */
    boolean isAdmitted();
}
