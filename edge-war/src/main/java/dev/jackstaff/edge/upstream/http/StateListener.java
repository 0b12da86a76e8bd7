package dev.jackstaff.edge.upstream.http;

import dev.jackstaff.protocols.sync.SyncState;

/** A receiver of the states that the upstream reports. */
@FunctionalInterface
interface StateListener {
    /**
     * Announces a state, which replaces one that was not applied yet.
     *
     * @param knownAtNanos the time when it was known, by {@link System#nanoTime}
     */
    void announce(SyncState state, long knownAtNanos);
}
