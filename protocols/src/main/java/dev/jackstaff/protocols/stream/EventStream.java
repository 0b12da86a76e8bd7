package dev.jackstaff.protocols.stream;

import dev.jackstaff.protocols.environment.LiveEnvironments;
import java.time.Duration;

/**
 * The server-sent events (HTML Standard, 9.2) of one connected client: the current state of what it follows, not a
 * queue. Its methods are called one after the other, never at once, but for {@link #concerns}.
 */
public interface EventStream {
    /** Whether the client is to be told when this environment, {@code project/environment}, is another or no longer served. */
    boolean concerns(String environment);

    /** What a client is told as soon as it is connected. */
    byte[] initialEvents(LiveEnvironments now);

    /**
     * What a client is told after something that concerns it has changed, perhaps more than once.
     *
     * @return empty where there is nothing to tell
     */
    byte[] update(LiveEnvironments now);

    /** What shows that the connection stands while there is nothing to tell. */
    byte[] heartbeat(LiveEnvironments now);

    /** The silence after which a heartbeat is sent. */
    Duration heartbeatInterval();

    /** Whether the client may go on listening; asked before anything is told. */
    boolean isAdmitted();
}
