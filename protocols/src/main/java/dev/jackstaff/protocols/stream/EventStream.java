package dev.jackstaff.protocols.stream;

import dev.jackstaff.protocols.environment.LiveEnvironments;
import java.time.Duration;

/**
 * What one connected client is told, in the framing of server-sent events (HTML Standard, 9.2): the state of what it follows,
 * not a queue of what happened. Its methods are called one after the other, never at once, but for {@link #concerns}.
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

    /** How long nothing is told before the heartbeat is. */
    Duration heartbeatInterval();

    /** Whether the client may go on listening; asked before anything is told. */
    boolean isAdmitted();
}
