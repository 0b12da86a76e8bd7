package dev.jackstaff.protocols.stream;

import dev.jackstaff.protocols.ServedEnvironment;
import java.time.Duration;

/**
 * What one connected client is told, in the framing of server-sent events (HTML Standard, 9.2). Its methods are called one
 * after the other, never at once. What is the same for many clients is made once: see {@link ServedEnvironment#view}.
 */
public interface EventStream {
    /** The environment that it follows, {@code project/environment}. */
    String environment();

    /** What a client is told as soon as it is connected. */
    byte[] opening(ServedEnvironment now);

    /**
     * What a client is told of a newer revision. Some revisions may have been passed over.
     *
     * @return empty where there is nothing to tell
     */
    byte[] news(ServedEnvironment now);

    /** What shows that the connection stands while there is nothing to tell; a comment. */
    byte[] heartbeat();

    /** How long nothing is told before the heartbeat is. */
    Duration patience();

    /** Whether the client may go on listening; asked before anything is told. */
    boolean admitted();
}
