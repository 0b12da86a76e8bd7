package dev.jackstaff.protocols.stream;

import dev.jackstaff.protocols.environment.LiveEnvironments;
import dev.jackstaff.protocols.environment.ServedEnvironment;

/**
 * A stream that follows one environment. What is the same for many clients is made once: see {@link ServedEnvironment#view}.
 * Where the environment is served no longer, nothing is told, and {@link #isAdmitted} is to say so.
 */
public abstract class EnvironmentStream implements EventStream {
    private static final byte[] NOTHING = {};

    private final String environment;

    /**
     * A stream.
     *
     * @param environment {@code project/environment}
     */
    protected EnvironmentStream(String environment) {
        this.environment = environment;
    }

    /** The environment that it follows, {@code project/environment}. */
    public final String environment() {
        return environment;
    }

    /** What a client is told as soon as it is connected. */
    public abstract byte[] initialEvents(ServedEnvironment now);

    /**
     * What a client is told of a newer revision. Some revisions may have been passed over.
     *
     * @return empty where there is nothing to tell
     */
    public abstract byte[] update(ServedEnvironment now);

    /** What shows that the connection stands while there is nothing to tell; a comment. */
    public abstract byte[] heartbeat();

    @Override
    public final boolean concerns(String environment) {
        return this.environment.equals(environment);
    }

    @Override
    public final byte[] initialEvents(LiveEnvironments now) {
        ServedEnvironment served = now.environment(environment);
        return served == null ? NOTHING : initialEvents(served);
    }

    @Override
    public final byte[] update(LiveEnvironments now) {
        ServedEnvironment served = now.environment(environment);
        return served == null ? NOTHING : update(served);
    }

    @Override
    public final byte[] heartbeat(LiveEnvironments now) {
        return heartbeat();
    }
}
