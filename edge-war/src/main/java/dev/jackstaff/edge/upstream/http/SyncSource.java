package dev.jackstaff.edge.upstream.http;

import dev.jackstaff.edge.upstream.client.UpstreamStream;
import dev.jackstaff.engine.snapshot.SnapshotHead;
import dev.jackstaff.protocols.sync.SyncState;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A hub or edge that serves the sync protocol. Every failure is an exception. */
interface SyncSource {
    /** The result of a state request. */
    sealed interface PollResult {
        /** A new state. */
        record Changed(SyncState state, String tag) implements PollResult {}

        /**
         * The known state, unchanged.
         *
         * @param age the age of the oldest environment; empty if the source does not know it
         */
        record Unchanged(Optional<Duration> age) implements PollResult {}
    }

    /**
     * Requests the state.
     *
     * @param tag the tag of the known state, without quotes; null for none
     */
    PollResult fetchState(@Nullable String tag) throws IOException, InterruptedException;

    /**
     * Requests an environment's snapshot document.
     *
     * @param servedHead the head of the served snapshot; null for none
     * @return null if the source no longer has it, or has nothing newer
     */
    byte @Nullable [] fetchSnapshot(String environment, @Nullable SnapshotHead servedHead)
            throws IOException, InterruptedException;

    /**
     * Opens the stream of states. The caller closes it.
     *
     * @param latest the id of the last known state; null for none
     */
    UpstreamStream openStream(@Nullable String latest) throws IOException, InterruptedException;
}
