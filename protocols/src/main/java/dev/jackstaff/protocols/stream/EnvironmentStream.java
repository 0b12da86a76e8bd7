package dev.jackstaff.protocols.stream;

import dev.jackstaff.protocols.environment.LiveEnvironments;
import dev.jackstaff.protocols.environment.ServedEnvironment;

/**
 * A stream that follows one environment. What many clients share is made once: see {@link ServedEnvironment#view}. When
 * the environment is withdrawn, nothing is sent, and {@link #isAdmitted} must report it.
 */
public abstract class EnvironmentStream implements EventStream {
    private static final byte[] NOTHING = {};

    private final String environment;

    /**
     * A stream of one environment.
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

    /** The events for a client that has just connected. */
    public abstract byte[] initialEvents(ServedEnvironment now);

    /**
     * The events for a newer revision. Revisions may have been skipped.
     *
     * @return empty if there is nothing to send
     */
    public abstract byte[] update(ServedEnvironment now);

    /** The comment that is sent when there is nothing else, so that the connection is seen to stand. */
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
