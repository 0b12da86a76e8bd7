package dev.jackstaff.domain.snapshot.boundary;

import dev.jackstaff.engine.snapshot.Heartbeat;

/**
 * A hub has seen that the grid has all that is committed at this moment. An event, fired about once a second, on a thread that
 * should not be kept long; not fired while the database does not answer.
 *
 * @param heartbeat what the grid has
 */
public record SnapshotsConfirmed(Heartbeat heartbeat) {}
